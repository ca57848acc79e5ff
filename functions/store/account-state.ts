/** The state of an account as it is stored: what nobody has said of it, two thirds of the fields of most, is left out. */
import { blankAccount } from '../domain/account/account';
import { isSameValue } from '../domain/account/account-change';
import type { AccountRecord } from '../domain/account/account-record';
import { keysOf } from '../domain/status/table-keys';

/** Without these it is no account. */
type AlwaysStored = 'id' | 'version' | 'name' | 'status' | 'statusSince' | 'everMet' | 'withdrawn';

const { bant } = blankAccount('');

/** What is read where a field is absent: what a blank account has. Field by field: spreads of so many take fifty times as long. */
const unsaid = (): Omit<AccountRecord, AlwaysStored> => ({
  kana: null,
  englishName: null,
  corporateNumber: null,
  securitiesCode: null,
  address: null,
  phone: null,
  industry: null,
  otherNames: [],
  domains: [],
  parentId: null,
  formerNames: [],
  sources: {},
  ownerId: null,
  isOwnerId: null,
  contacts: {},
  opportunities: {},
  products: {},
  activities: {},
  bant,
  latentNeed: null,
  nextCheck: null,
  awaitedCondition: null,
  awaitedContactId: null,
  missedChecks: 0,
  unanswered: 0,
  lost: null,
  lostCount: 0,
  badFit: null,
  onFile: null,
  merged: null,
  notDuplicateOf: {},
  proposal: null,
  handOver: null,
  debts: [],
});

const UNSAID: Partial<AccountRecord> = unsaid();

const isUnsaid = (field: keyof AccountRecord, value: unknown): boolean =>
  field in UNSAID && isSameValue(value, UNSAID[field]);

/** Of a document that is written whole. What an update says of no longer is written as null or empty, which is read alike. */
export const storedState = (record: AccountRecord): Partial<AccountRecord> => {
  const state: Partial<AccountRecord> = { ...record };
  for (const field of keysOf(record)) if (isUnsaid(field, record[field])) delete state[field];
  return state;
};

/** The stored state with every field; it is not parsed. */
export const wholeState = (state: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.assign(unsaid(), state);
