/** How an account and its history are kept: parsed on reading, upgraded from older schemas, with the fields that queries ask for. */
import * as z from 'zod';
import type { Account } from '../domain/account/account';
import { fromRecord, toRecord } from '../domain/account/account-record';
import { judgedProducts } from '../domain/account/bad-fit-review';
import { contactKeys } from '../domain/account/contact-keys';
import { type DueDays, dueDaysOf } from '../domain/account/due-days';
import type { HistoryEntry } from '../domain/account/history';
import type { Standing } from '../domain/account/standing';
import { duplicateKeys } from '../domain/company/duplicates';
import { matchKeys } from '../domain/company/match-keys';
import { nameOrderKey } from '../domain/company/name-order';
import { STATUS } from '../domain/status/statuses';
import { accountSchema } from '../schema/account';
import { historyEntrySchema } from '../schema/history-entry';
import { storedState, wholeState } from './account-state';
import { type CheckedDocument, checkedDocument, type DocumentPlace, documentKind } from './document-kind';
import { digest } from './firestore';

export const ACCOUNT_SCHEMA_VERSION = 3;

/** The fields of the state are for `accountSchema`: a record would look at each of them before. */
const storedAccount = z.looseObject({
  schema: z.int().max(ACCOUNT_SCHEMA_VERSION),
  state: z.looseObject({}),
});

const domainsOf = (domain: unknown): string[] =>
  typeof domain === 'string' && domain !== '' ? [domain] : [];

/** From schema n to n + 1, each tested with a document as that version wrote it. */
const UPGRADES: Readonly<Record<number, (state: Record<string, unknown>) => Record<string, unknown>>> = {
  // 1 → 2: a single web domain became a list, and a registration could be withdrawn.
  1: ({ domain, ...state }) => ({
    ...state,
    domains: domainsOf(domain),
    withdrawn: false,
  }),
  // 2 → 3: what nobody has said of an account is left out. Before, it stood there as null or empty.
  2: (state) => state,
};

/** Throws when the document is no account of a schema that this code knows: a newer one must not be written over. */
export const parseAccount = (data: unknown): Account => {
  const { schema, state } = storedAccount.parse(data);
  let upgraded = state;
  for (let version = schema; version < ACCOUNT_SCHEMA_VERSION; version += 1)
    upgraded = UPGRADES[version]?.(upgraded) ?? upgraded;
  return fromRecord(accountSchema.parse(wholeState(upgraded)));
};

export const accountPlace = (id: string): DocumentPlace => ({ accountId: id, id });

/** What is stored under an ID names this ID. Made once: a schema compiles itself at its first use. */
const storedId = z
  .object({ id: z.string(), storedUnder: z.string() })
  .refine(({ id, storedUnder }) => id === storedUnder, { path: ['id'] });

export const ACCOUNT_DOCUMENT = documentKind({
  kind: 'account',
  parse: (data, { id }) => {
    const account = parseAccount(data);
    storedId.parse({ id: account.id, storedUnder: id });
    return account;
  },
});

/** The `likeKeys` of an account, as they are stored; none where they cannot be read. */
export const storedLikeKeys = z.array(z.string()).catch([]);

/** A list or, with the ID, a company's entry in it; a list's name has no tab. */
export const listKey = (list: string, listId?: string): string =>
  listId === undefined ? list : `${list}\t${listId}`;

/** Every account that has no corporate number; a list's name has no tab. */
export const UNNUMBERED_KEY = '\t';

/** The company lists that have the account, its entries in them, and whether only its name tells it. */
const identityKeys = ({ sources, corporateNumber }: Account): string[] => [
  ...Object.entries(sources).flatMap(([list, listId]) =>
    listId === '' ? [listKey(list)] : [listKey(list), listKey(list, listId)],
  ),
  ...(corporateNumber === null ? [UNNUMBERED_KEY] : []),
];

/** Short, and no further copy of what is said of a person. */
export const hashedContactKey = (key: string): string => digest(`contact ${key}`);

/** Also of an account that was taken back: the data of its contacts is held there still. */
const keysOfContacts = ({ contacts }: Account): string[] => [
  ...new Set(Object.values(contacts).flatMap(contactKeys).map(hashedContactKey)),
];

/** What the account is found by; nothing for a withdrawn one, so that no list has it. */
export const searchKeysOf = (account: Account) => ({
  matchKeys: account.withdrawn ? [] : matchKeys(account),
  knownBy: account.withdrawn ? [] : identityKeys(account),
  likeKeys: account.withdrawn ? [] : duplicateKeys(account),
  contactKeys: keysOfContacts(account),
});

/** Behind every day that a check can be on. */
const NO_CHECK = '9999-12-31';

/** Of the products that a bad fit was judged against; null where no reviewed judgement stands. */
const judgedAgainst = ({ standing }: Account): string | null => {
  const products = judgedProducts(standing);
  return products === null ? null : digest(JSON.stringify(products));
};

/** Of a bad fit, reviewed or not: who judged it and why. */
const judgementOf = (standing: Standing): { by: string; reason: string } | null =>
  standing.status !== 'BAD_FIT' || standing.badFit === null
    ? null
    : { by: standing.badFit.by, reason: standing.badFit.reason };

/** Without the name that lists are sorted by, which is a key: it takes long to make, and most changes leave it as it is. */
const fieldsOfQueries = (account: Account) => {
  const { standing, ownerId, corporateNumber, parentId, proposal } = account;
  const due = dueDaysOf(account);
  return {
    status: standing.status,
    ownerId,
    corporateNumber,
    parentId,
    /** A proposal waits for a manager. */
    pending: proposal !== null,
    hasDebts: standing.debts.length > 0,
    due,
    /** All bad fits that were judged against the same products have the same. */
    judgedAgainst: judgedAgainst(account),
    judgement: judgementOf(standing),
    order: {
      status: STATUS[standing.status].number,
      nextCheck: due.check ?? NO_CHECK,
    },
  };
};

const NOTHING_DUE: Readonly<Record<keyof DueDays, null>> = {
  check: null,
  decision: null,
  nextStep: null,
  revisit: null,
  review: null,
  working: null,
  handOver: null,
  owner: null,
  insideSales: null,
  promised: null,
  opportunity: null,
  fieldSales: null,
};

/** As of an account that no query finds. */
const NO_FIELDS_OF_QUERIES = {
  status: null,
  ownerId: null,
  corporateNumber: null,
  parentId: null,
  pending: null,
  hasDebts: null,
  due: NOTHING_DUE,
  judgedAgainst: null,
  judgement: null,
  order: null,
};

/** Rises with every change of `queryFieldsOf`; `reindex` then makes the stored ones anew. */
export const QUERY_FIELDS_VERSION = 9;

/** What queries ask for and sort by, beside the keys. */
export const queryFieldsOf = (account: Account) => {
  if (account.withdrawn) return NO_FIELDS_OF_QUERIES;
  const { order, ...fields } = fieldsOfQueries(account);
  return { ...fields, order: { name: nameOrderKey(account), ...order } };
};

/** The same for an update that leaves all keys as they are: fields of a field by their paths. */
export const queryFieldUpdatesOf = (account: Account) => {
  if (account.withdrawn) return NO_FIELDS_OF_QUERIES;
  const { order, ...fields } = fieldsOfQueries(account);
  return { ...fields, 'order.status': order.status, 'order.nextCheck': order.nextCheck };
};

/** The document without the time of the change, which the commit adds. */
export const accountDocument = (account: Account, batches: readonly string[]) => ({
  schema: ACCOUNT_SCHEMA_VERSION,
  state: storedState(toRecord(account)),
  ...queryFieldsOf(account),
  batches,
  ...searchKeysOf(account),
});

/**
 * All that is written of an account, whatever was stored of it. Fields and keys are made only of an account that can be read again.
 * Throws an UnwritableDocumentError.
 */
export const checkedAccount = (account: Account, batches: readonly string[]): CheckedDocument => ({
  ...checkedDocument(ACCOUNT_DOCUMENT, accountPlace(account.id), {
    schema: ACCOUNT_SCHEMA_VERSION,
    state: storedState(toRecord(account)),
  }),
  ...accountDocument(account, batches),
});

const storedChanges = z.looseObject({
  events: z.array(
    z.looseObject({
      changes: z.array(z.looseObject({ path: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
});

/** Changes of the single web domain that an account of schema 1 had, as changes of the list. */
const upgradedEntry = (data: unknown): unknown => {
  const entry = storedChanges.parse(data);
  return {
    ...entry,
    events: entry.events.map((event) => ({
      ...event,
      changes: event.changes.map(({ path, before, after }) =>
        path === 'domain'
          ? { path: 'domains', before: domainsOf(before), after: domainsOf(after) }
          : { path, before, after },
      ),
    })),
  };
};

/** Throws when the document is no history entry of a schema that this code knows. */
export const parseEntry = (data: unknown): HistoryEntry => {
  const entry = historyEntrySchema.safeParse(data);
  return entry.success ? entry.data : historyEntrySchema.parse(upgradedEntry(data));
};

/** An entry is named by its version. */
export const entryPlace = (accountId: string, version: number): DocumentPlace => ({
  accountId,
  id: String(version),
});

export const ENTRY_DOCUMENT = documentKind({ kind: 'entry', parse: parseEntry });
