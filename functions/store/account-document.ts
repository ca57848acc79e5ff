/** How an account and its history are kept: parsed on reading, upgraded from older schemas, with the fields that queries ask for. */
import { z } from 'zod';
import type { Account } from '../domain/account/account';
import { type HistoryEntry, isSameValue } from '../domain/account/history';
import { duplicateKeys } from '../domain/company/duplicates';
import { matchKeys } from '../domain/company/match-keys';
import { nameAddressKey } from '../domain/company/name-address-key';
import { CHANNELS } from '../domain/status/code-lists';
import { STATUSES } from '../domain/status/statuses';
import { GUARDS, type GuardCode } from '../domain/status/transitions';
import { digest } from './firestore';

export const ACCOUNT_SCHEMA_VERSION = 2;

const date = z.string();
const nullable = z.string().nullable();
const status = z.enum(STATUSES);
const guard = z.enum(Object.keys(GUARDS) as [GuardCode, ...GuardCode[]]);
const bantAnswer = z.object({
  value: z.enum(['yes', 'no', 'unclear', 'unknown']),
  on: date.nullable(),
  by: nullable,
});

export const accountSchema = z.strictObject({
  id: z.string(),
  version: z.int().min(1),
  name: z.string(),
  kana: nullable,
  englishName: nullable,
  corporateNumber: nullable,
  securitiesCode: nullable,
  address: nullable,
  phone: nullable,
  industry: nullable,
  domains: z.array(z.string()),
  parentId: nullable,
  formerNames: z.array(z.strictObject({ name: z.string(), until: date })),
  sources: z.record(z.string(), z.string()),
  status,
  statusSince: date,
  everMet: z.boolean(),
  ownerId: nullable,
  isOwnerId: nullable,
  contacts: z.record(
    z.string(),
    z.strictObject({
      id: z.string(),
      name: z.string(),
      department: nullable,
      title: nullable,
      email: nullable,
      phone: nullable,
      state: z.enum(['present', 'left', 'moved']),
      speaksWith: z.array(z.string()),
    }),
  ),
  opportunities: z.record(
    z.string(),
    z.strictObject({
      id: z.string(),
      product: z.string(),
      fsOwnerId: z.string(),
      since: date,
      state: z.enum(['open', 'won', 'lost', 'returned']),
      closedOn: date.nullable(),
      amount: z.number().nullable(),
      handOverNote: z.strictObject({ metWith: z.string(), bant: z.string(), nextStep: z.string() }),
      lostReason: nullable,
      note: nullable,
      follows: nullable,
    }),
  ),
  products: z.record(
    z.string(),
    z.strictObject({
      id: z.string(),
      product: z.string(),
      state: z.enum(['prospect', 'live', 'ended', 'lost']),
      since: date.nullable(),
      endsOn: date.nullable(),
      churnReason: nullable,
      reference: nullable,
      confirmedBy: nullable,
      source: nullable,
    }),
  ),
  activities: z.record(
    z.string(),
    z.strictObject({
      id: z.string(),
      kind: z.enum(['meeting', 'call', 'mail', 'visit', 'note']),
      date,
      contactId: nullable,
      with: z.string(),
      by: z.string(),
      note: nullable,
    }),
  ),
  bant: z.strictObject({ budget: bantAnswer, authority: bantAnswer, need: bantAnswer, timing: bantAnswer }),
  latentNeed: nullable,
  nextCheck: z
    .strictObject({ date, origin: z.enum(['cadence', 'customer', 'retry']), base: date })
    .nullable(),
  awaitedCondition: nullable,
  awaitedContactId: nullable,
  missedChecks: z.int(),
  unanswered: z.int(),
  lost: z
    .strictObject({
      on: date,
      reason: z.string(),
      reasonText: nullable,
      revisitOn: date.nullable(),
      revisitTrigger: nullable,
    })
    .nullable(),
  lostCount: z.int(),
  badFit: z
    .strictObject({
      on: date,
      by: z.string(),
      reason: z.string(),
      note: nullable,
      products: z.array(z.string()),
      reviewedBy: nullable,
      reviewOn: date,
    })
    .nullable(),
  onFile: z
    .strictObject({ on: date, reason: z.string(), reasonText: nullable, successorId: nullable, from: status })
    .nullable(),
  merged: z
    .strictObject({
      intoId: z.string(),
      version: z.int(),
      intoVersion: z.int(),
      by: z.string(),
      at: z.string(),
    })
    .nullable()
    .default(null),
  notDuplicateOf: z.record(z.string(), z.strictObject({ on: date, by: z.string() })).default({}),
  proposal: z
    .strictObject({
      id: z.string(),
      by: z.string(),
      on: date,
      from: status,
      to: status,
      // The data of the request was parsed by the contract when it came in; approve asks its guards again.
      data: z.custom<NonNullable<Account['proposal']>['data']>((value) => typeof value === 'object'),
      note: nullable,
      inEffect: z.boolean(),
    })
    .nullable(),
  handOver: z
    .strictObject({
      id: z.string(),
      by: z.string(),
      on: date,
      fromId: nullable,
      toId: z.string(),
      note: z.string(),
      promises: nullable,
      acknowledgedOn: date.nullable(),
    })
    .nullable(),
  debts: z.array(guard),
  withdrawn: z.boolean(),
}) satisfies z.ZodType<Account>;

const storedAccount = z.looseObject({ schema: z.int(), state: z.record(z.string(), z.unknown()) });

/** From schema n to n + 1, each tested with a document as that version wrote it. */
const UPGRADES: Readonly<Record<number, (state: Record<string, unknown>) => Record<string, unknown>>> = {
  // 1 → 2: a single web domain became a list, and a registration could be withdrawn.
  1: ({ domain, ...state }) => ({
    ...state,
    domains: typeof domain === 'string' && domain !== '' ? [domain] : [],
    withdrawn: false,
  }),
};

/** Throws when the document is no account of a schema that this code knows: a newer one must not be written over. */
export const parseAccount = (data: unknown): Account => {
  const { schema, state } = storedAccount.parse(data);
  if (schema > ACCOUNT_SCHEMA_VERSION)
    throw new Error(`account of schema ${schema}, this code knows up to ${ACCOUNT_SCHEMA_VERSION}`);
  let upgraded = state;
  for (let version = schema; version < ACCOUNT_SCHEMA_VERSION; version += 1)
    upgraded = UPGRADES[version]?.(upgraded) ?? upgraded;
  return accountSchema.parse(upgraded);
};

/** A list or, with the ID, a company's entry in it; a list's name has no tab. */
export const listKey = (list: string, listId?: string): string =>
  listId === undefined ? list : `${list}\t${listId}`;

/** Short, since Firestore indexes no long value. */
export const hashedNameAddressKey = (name: string, address: string): string =>
  `\t${digest(nameAddressKey(name, address))}`;

/** Every account that has an address and no corporate number. */
export const UNNUMBERED_KEY = '\t';

/** What the rows of company lists find the account by, beside its corporate number. */
const identityKeys = ({ sources, name, address, corporateNumber }: Account): string[] => [
  ...Object.entries(sources).flatMap(([list, listId]) =>
    listId === '' ? [listKey(list)] : [listKey(list), listKey(list, listId)],
  ),
  ...(address === null || address === ''
    ? []
    : [hashedNameAddressKey(name, address), ...(corporateNumber === null ? [UNNUMBERED_KEY] : [])]),
];

/** What the account is found by; nothing for a withdrawn one, so that no list has it. */
const searchKeysOf = (state: Account) => ({
  matchKeys: state.withdrawn ? [] : matchKeys(state),
  knownBy: state.withdrawn ? [] : identityKeys(state),
  likeKeys: state.withdrawn ? [] : duplicateKeys(state),
});

/** What the keys are made of, beside whether it is a client. */
const KEY_FIELDS = [
  'name',
  'kana',
  'englishName',
  'formerNames',
  'corporateNumber',
  'securitiesCode',
  'address',
  'phone',
  'domains',
  'contacts',
  'sources',
  'withdrawn',
] as const satisfies readonly (keyof Account)[];

const isClient = ({ status }: Account): boolean => status === 'CURRENT_CLIENT';

const documentWithoutKeys = (state: Account, batches: readonly string[]) => ({
  schema: ACCOUNT_SCHEMA_VERSION,
  state,
  // What queries ask for; null for a withdrawn account.
  status: state.withdrawn ? null : state.status,
  ownerId: state.withdrawn ? null : state.ownerId,
  corporateNumber: state.withdrawn ? null : state.corporateNumber,
  parentId: state.withdrawn ? null : state.parentId,
  due: { check: state.withdrawn ? null : (state.nextCheck?.date ?? null) },
  batches,
});

/** The document without the time of the change, which the commit adds. */
export const accountDocument = (state: Account, batches: readonly string[]) => ({
  ...documentWithoutKeys(state, batches),
  ...searchKeysOf(state),
});

/** What an update of the document writes: most changes leave the keys as they are, which are most of it. */
export const accountDocumentUpdate = (stored: Account, state: Account, batches: readonly string[]) =>
  isClient(stored) === isClient(state) &&
  KEY_FIELDS.every((field) => isSameValue(stored[field], state[field]))
    ? documentWithoutKeys(state, batches)
    : accountDocument(state, batches);

const change = z.object({ path: z.string(), before: z.unknown(), after: z.unknown() });
export const historyEntrySchema = z.object({
  accountId: z.string(),
  version: z.int().min(1),
  at: z.string(),
  on: z.string(),
  by: z.string(),
  channel: z.enum(CHANNELS),
  batch: nullable,
  requestId: z.string(),
  command: z.custom<HistoryEntry['command']>((value) => typeof value === 'string'),
  undoes: z.int().nullable(),
  events: z.array(
    z.object({
      type: z.custom<HistoryEntry['events'][number]['type']>((value) => typeof value === 'string'),
      from: status,
      to: status,
      reason: nullable,
      data: z.record(z.string(), z.unknown()),
      changes: z.array(change),
    }),
  ),
}) satisfies z.ZodType<HistoryEntry>;

export const parseEntry = (data: unknown): HistoryEntry => historyEntrySchema.parse(data);
