/** What is written of an account: its state, the fields that queries ask for and sort by, and the keys that it is found by. */
import type { Account } from '../domain/account/account';
import { toRecord } from '../domain/account/account-record';
import { judgedProducts } from '../domain/account/bad-fit-review';
import { type DueDays, dueDaysOf } from '../domain/account/due-days';
import type { Standing } from '../domain/account/standing';
import { nameOrderKey } from '../domain/company/name-order';
import { STATUS } from '../domain/status/statuses';
import { ACCOUNT_DOCUMENT, ACCOUNT_SCHEMA_VERSION, accountPlace } from './account-document';
import { searchKeysOf } from './account-keys';
import { storedState } from './account-state';
import { type CheckedDocument, checkedDocument } from './document-kind';
import { digest } from './firestore';

/** Sorts after every day that a check can have. */
const NO_CHECK = '9999-12-31';

/** A digest of the products that a bad fit was judged against; null where no reviewed judgement stands. */
const judgedAgainst = ({ standing }: Account): string | null => {
  const products = judgedProducts(standing);
  return products === null ? null : digest(JSON.stringify(products));
};

/** Who judged a bad fit and why, reviewed or not; null in any other status. */
const judgementOf = (standing: Standing): { by: string; reason: string } | null =>
  standing.status !== 'BAD_FIT' || standing.badFit === null
    ? null
    : { by: standing.badFit.by, reason: standing.badFit.reason };

/** The query fields except the sorting name, which takes long to make and which most changes leave as it is. */
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

/** The fields of a withdrawn account, which no query finds. */
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

/** The same for an update that changes no key; nested fields stand under their paths. */
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
