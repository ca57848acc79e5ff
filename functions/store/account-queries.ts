/** Lists of accounts as queries: what they are filtered and sorted by are indexed fields of the documents, which `queryFieldsOf` makes. */
import { FieldPath, type Query } from '@google-cloud/firestore';
import type { AccountOrder } from '../domain/account/account-order';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { Status } from '../domain/status/statuses';
import { accountsOf, type Database, inQueryParts } from './firestore';

/** All that is named has to hold. */
export interface AccountFilter {
  status?: Status;
  /** Accounts of any of these members; null: of nobody. */
  ownerIds?: readonly (string | null)[];
  /** A proposal waits for a manager. */
  pending?: boolean;
  /** Data is still to be filled in. */
  debts?: boolean;
  /** The next check is before this day. */
  checkBefore?: CalendarDate;
  /** Something of it waits to be acknowledged. By itself, and without an order. */
  handedOver?: boolean;
  /** Others own it, and this member pursues an open opportunity on it. By itself, and without an order. */
  pursuedBy?: string;
  /** Others own it, and it goes back to this member. By itself, and without an order. */
  insideSalesOf?: string;
  /** This member owns it, and something that was promised to the customer is not kept yet. By itself, and without an order. */
  promisedBy?: string;
  /** Bad fits that this member judged. By itself, and without an order. */
  judgedBy?: string;
}

export interface AccountQueries {
  /** Several where there are more owners than one query takes. */
  queries: readonly Query[];
  /** The fields of the order; the ID of the document comes behind them. */
  fields: readonly string[];
  /** The direction of all fields and of the ID. */
  direction: AccountOrder['direction'];
}

/** Accounts of one owner, of whatever status or of one of these. */
export const ownedQuery = (db: Database, ownerId: string, statuses: readonly Status[] | null): Query => {
  const owned = accountsOf(db).where('ownerId', '==', ownerId);
  return statuses === null ? owned : owned.where('status', 'in', [...statuses]);
};

/** Fields by which an account that has no next check comes last. */
const CHECK_FIELDS = { asc: 'order.nextCheck', desc: 'due.check' } as const;

/** The filter as queries. Without an order they are sorted by ID, overdue checks by the days that they were due on. */
export const accountQueries = (
  db: Database,
  filter: AccountFilter,
  order: AccountOrder | null,
): AccountQueries => {
  const { checkBefore, handedOver, pursuedBy, insideSalesOf, promisedBy, judgedBy } = filter;
  if (handedOver === true) {
    const query = accountsOf(db).where('due.handOver', '>', '').orderBy('due.handOver');
    return { queries: [query.orderBy(FieldPath.documentId())], fields: ['due.handOver'], direction: 'asc' };
  }
  if (pursuedBy !== undefined) {
    const query = accountsOf(db).where('due.fieldSales', 'array-contains', pursuedBy);
    return { queries: [query.orderBy(FieldPath.documentId())], fields: [], direction: 'asc' };
  }
  if (insideSalesOf !== undefined) {
    const query = accountsOf(db).where('due.insideSales', '==', insideSalesOf);
    return { queries: [query.orderBy(FieldPath.documentId())], fields: [], direction: 'asc' };
  }
  if (promisedBy !== undefined) {
    const query = accountsOf(db).where('due.promised', '==', promisedBy);
    return { queries: [query.orderBy(FieldPath.documentId())], fields: [], direction: 'asc' };
  }
  if (judgedBy !== undefined) {
    const query = accountsOf(db).where('judgement.by', '==', judgedBy);
    return { queries: [query.orderBy(FieldPath.documentId())], fields: [], direction: 'asc' };
  }
  const { by, direction } = order ?? {
    by: checkBefore === undefined ? null : 'nextCheck',
    direction: 'asc',
  };
  const filtered = filteredBy(accountsOf(db), filter);
  const { query, fields } = sortedBy(filtered, by, direction);
  const inTime = checkBefore === undefined ? query : overdue(query, by, direction, checkBefore);
  const allFields = checkBefore === undefined || by === 'nextCheck' ? fields : [...fields, 'due.check'];
  return {
    queries: withOwners(inTime.orderBy(FieldPath.documentId(), direction), filter.ownerIds),
    fields: allFields,
    direction,
  };
};

const filteredBy = (accounts: Query, { status, pending, debts }: AccountFilter): Query => {
  let query = accounts;
  if (status !== undefined) query = query.where('status', '==', status);
  if (pending) query = query.where('pending', '==', true);
  if (debts) query = query.where('hasDebts', '==', true);
  return query;
};

const sortedBy = (
  query: Query,
  by: AccountOrder['by'] | null,
  direction: AccountOrder['direction'],
): { query: Query; fields: string[] } => {
  switch (by) {
    case null:
      return { query, fields: [] };
    case 'name':
      return { query: query.orderBy('order.name', direction), fields: ['order.name'] };
    case 'changed':
      return { query: query.orderBy('changedAt', direction), fields: ['changedAt'] };
    case 'status':
      return { query: query.orderBy('order.status', direction), fields: ['order.status'] };
    case 'nextCheck':
      return {
        query: direction === 'asc' ? query.orderBy('order.nextCheck') : query.orderBy('due.check', 'desc'),
        fields: [CHECK_FIELDS[direction]],
      };
    default:
      return by satisfies never;
  }
};

/** Firestore sorts by what it compares with: of accounts that are equal in the order, the check due first or last goes ahead. */
const overdue = (
  query: Query,
  by: AccountOrder['by'] | null,
  direction: AccountOrder['direction'],
  day: CalendarDate,
): Query => {
  if (by !== 'nextCheck') return query.where('due.check', '<', day).orderBy('due.check', direction);
  return direction === 'asc' ? query.where('order.nextCheck', '<', day) : query.where('due.check', '<', day);
};

const withOwners = (query: Query, ownerIds: AccountFilter['ownerIds']): Query[] => {
  if (ownerIds === undefined) return [query];
  const [only] = ownerIds;
  if (only !== undefined && ownerIds.length === 1) return [query.where('ownerId', '==', only)];
  return inQueryParts(ownerIds).map((part) => query.where('ownerId', 'in', part));
};
