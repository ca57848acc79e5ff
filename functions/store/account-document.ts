/**
 * An account and its history as they are read: parsed, and upgraded from older schemas. What is written of it is made in
 * account-fields.ts and account-keys.ts, which who only reads accounts need not load.
 */
import * as z from 'zod';
import type { Account } from '../domain/account/account';
import { fromRecord } from '../domain/account/account-record';
import type { HistoryEntry } from '../domain/account/history';
import { accountSchema } from '../schema/account';
import { historyEntrySchema } from '../schema/history-entry';
import { wholeState } from './account-state';
import { type DocumentPlace, documentKind } from './document-kind';

export const ACCOUNT_SCHEMA_VERSION = 3;

/** The state stays unchecked here, since `accountSchema` checks it: a record type would look at each field twice. */
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

/** Checks that a document names the ID that it is stored under. Made once, since a schema compiles itself at its first use. */
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

const storedChanges = z.looseObject({
  events: z.array(
    z.looseObject({
      changes: z.array(z.looseObject({ path: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
});

/** The entry with changes of the single web domain of schema 1 as changes of the list of domains. */
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

/** The place of an entry, whose name is its version. */
export const entryPlace = (accountId: string, version: number): DocumentPlace => ({
  accountId,
  id: String(version),
});

export const ENTRY_DOCUMENT = documentKind({ kind: 'entry', parse: parseEntry });
