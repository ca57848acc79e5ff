/** The state of an account as it is stored: what nobody has said of it, two thirds of the fields of most, is left out. */
import { blankAccount } from '../domain/account/account';
import { isSameValue } from '../domain/account/account-change';
import { type AccountRecord, toRecord } from '../domain/account/account-record';
import { keysOf } from '../domain/status/table-keys';

/** Without these it is no account. */
const ALWAYS_STORED = ['id', 'version', 'name', 'status', 'statusSince', 'everMet', 'withdrawn'] as const;

const blankWithout = (fields: readonly (keyof AccountRecord)[]): Readonly<Partial<AccountRecord>> => {
  const rest: Partial<AccountRecord> = toRecord(blankAccount(''));
  for (const field of fields) delete rest[field];
  // An object from which fields were deleted is slow to copy, and each account that is read copies it.
  return { ...rest };
};

/** The values of absent fields. */
const UNSAID = blankWithout(ALWAYS_STORED);

const isUnsaid = (field: keyof AccountRecord, value: unknown): boolean =>
  field in UNSAID && isSameValue(value, UNSAID[field]);

/** The state for a document that is written whole. An update writes a cleared field as null or empty instead, which reads the same. */
export const storedState = (record: AccountRecord): Partial<AccountRecord> => {
  const state: Partial<AccountRecord> = { ...record };
  for (const field of keysOf(record)) if (isUnsaid(field, record[field])) delete state[field];
  return state;
};

/** The stored state with every field; it is not parsed. */
export const wholeState = (state: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  // A single object expression with two spreads takes ten times as long.
  Object.assign({ ...UNSAID }, state);
