/** What is written of an account that was read before: no more than has changed, which of most changes is little. */
import type { DocumentData } from '@google-cloud/firestore';
import type { Account } from '../domain/account/account';
import { isSameValue } from '../domain/account/account-change';
import { type AccountRecord, toRecord } from '../domain/account/account-record';
import { keysOf } from '../domain/status/table-keys';
import { accountSchema } from '../schema/account';
import { ACCOUNT_DOCUMENT, ACCOUNT_SCHEMA_VERSION, accountPlace } from './account-document';
import { queryFieldsOf, queryFieldUpdatesOf } from './account-fields';
import { searchKeysOf } from './account-keys';
import { storedState, wholeState } from './account-state';
import { type CheckedDocument, checkedDocument, readableParts } from './document-kind';

/** An account as it was read. */
export interface StoredAccount {
  account: Account;
  /** What it was read from. */
  document: DocumentData;
}

/** What the keys are made of, beside whether it is a client. */
const KEY_FIELDS = [
  'name',
  'kana',
  'englishName',
  'formerNames',
  'otherNames',
  'corporateNumber',
  'securitiesCode',
  'address',
  'phone',
  'domains',
  'contacts',
  'sources',
  'withdrawn',
] as const satisfies readonly (keyof Account)[];

const isClient = ({ standing }: Account): boolean => standing.status === 'CURRENT_CLIENT';

const hasSameKeys = (stored: Account, account: Account): boolean =>
  isClient(stored) === isClient(account) &&
  KEY_FIELDS.every((field) => isSameValue(stored[field], account[field]));

type StateField = keyof AccountRecord;

/** The fields that differ from what was read; all of them where that was of another schema. */
const changedFields = ({ document }: StoredAccount, record: AccountRecord): StateField[] => {
  if (document.schema !== ACCOUNT_SCHEMA_VERSION) return keysOf(record);
  const state = wholeState(document.state);
  return keysOf(record).filter((field) => !isSameValue(state[field], record[field]));
};

/** Whether the field can be read alone; no field of an account depends on another one when it is read. */
const isReadable = (field: StateField, value: unknown): boolean =>
  value !== undefined && accountSchema.shape[field].safeParse(value).success;

/** What has changed of the state; all of it where that is not readable field by field. Throws an UnwritableDocumentError. */
const checkedState = (stored: StoredAccount, account: Account): CheckedDocument => {
  const record = toRecord(account);
  const whole = { schema: ACCOUNT_SCHEMA_VERSION, state: storedState(record) };
  const changed = changedFields(stored, record);
  return (
    (changed.includes('id') ? null : readableParts('state', record, changed, isReadable)) ??
    checkedDocument(ACCOUNT_DOCUMENT, accountPlace(account.id), whole)
  );
};

/** The fields of an update, those within another field by their paths. Throws an UnwritableDocumentError. */
export const checkedAccountUpdate = (
  stored: StoredAccount,
  account: Account,
  batches: readonly string[],
): CheckedDocument => ({
  ...checkedState(stored, account),
  ...(hasSameKeys(stored.account, account)
    ? queryFieldUpdatesOf(account)
    : { ...queryFieldsOf(account), ...searchKeysOf(account) }),
  ...(isSameValue(stored.document.batches, batches) ? {} : { batches }),
});
