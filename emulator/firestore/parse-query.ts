/** Parses structured queries: collections, filters, orders, cursors and limits, and what Firestore refuses of them. */
import type { DocumentSet, Documents } from './documents';
import { checkFilter, type Filter, fieldFilters, INEQUALITIES, parseFilter } from './filters';
import {
  type CursorMessage,
  type FirestoreValue,
  invalidArgument,
  type StructuredQuery,
  unimplemented,
} from './messages';
import { type FieldPath, isNamePath, parseFieldPath, parseParent, samePath } from './resource-names';
import { compareUtf8 } from './values';

export type QueryOrder = { path: FieldPath; sign: 1 | -1 };
export type QueryCursor = { values: FirestoreValue[]; before: boolean };

export type FirestoreQuery = {
  database: string;
  /** ID of the queried collections; empty for all. */
  collectionId: string;
  setIn(documents: Documents): DocumentSet;
  /** The only queried collection; undefined for several. */
  collection: string | undefined;
  /** The prefix of the names of all results. */
  prefix: string;
  filter: Filter | undefined;
  orders: QueryOrder[];
  start: QueryCursor | undefined;
  end: QueryCursor | undefined;
  offset: number;
  limit: number;
  projection: FieldPath[] | undefined;
  /** All results are counted or summed up, in whatever order. */
  isUnordered: boolean;
};

const NAME_PATH: FieldPath = ['__name__'];

/** Documents without one of the `aggregated` fields are left out; undefined where the documents themselves are asked for. */
export function parseQuery(
  parentName: string | undefined,
  message: StructuredQuery | undefined,
  aggregated?: FieldPath[],
): FirestoreQuery {
  const required = aggregated ?? [];
  const { database, parent } = parseParent(parentName);
  if (!message) throw invalidArgument('A query must be given.');
  if (message.findNearest) throw unimplemented('findNearest');
  if (message.from?.length !== 1) throw invalidArgument('A query must have exactly one collection selector.');
  const { collectionId, allDescendants = false } = message.from[0] ?? {};
  if (!collectionId && !allDescendants)
    throw invalidArgument('A query without a collection must ask all descendants.');
  const filter = message.where && parseFilter(message.where);
  if (filter) checkFilter(filter);
  const orders = completeOrders(
    (message.orderBy ?? []).map(({ field, direction }) => ({
      path: parseFieldPath(field?.fieldPath),
      sign: direction === 'DESCENDING' ? -1 : 1,
    })),
    filter,
    required,
  );
  checkOrders(orders);
  checkRequiredFields(required, message, filter);
  if ((message.offset ?? 0) < 0) throw invalidArgument('offset is negative');
  const limit = message.limit ? (message.limit.value ?? 0) : Number.POSITIVE_INFINITY;
  if (limit < 0) throw invalidArgument('limit is negative');
  const fields = message.select?.fields?.map(({ fieldPath }) => parseFieldPath(fieldPath));
  return {
    database,
    collectionId: collectionId ?? '',
    setIn: (documents) => {
      if (!collectionId) return documents.database(database);
      return allDescendants
        ? documents.group(database, collectionId)
        : documents.collection(`${parent}/${collectionId}`);
    },
    collection: allDescendants ? undefined : `${parent}/${collectionId}`,
    prefix: `${parent}/`,
    filter,
    orders,
    start: parseCursor(message.startAt, orders),
    end: parseCursor(message.endAt, orders),
    offset: message.offset ?? 0,
    limit,
    isUnordered: aggregated !== undefined && limit === Number.POSITIVE_INFINITY && !message.offset,
    projection: fields && fields.length > 0 ? fields : message.select && [NAME_PATH],
  };
}

/** Appends the orders that Firestore implies: the fields of inequalities by their names, then the document's name. */
function completeOrders(
  explicit: QueryOrder[],
  filter: Filter | undefined,
  required: FieldPath[],
): QueryOrder[] {
  const orders = [...explicit];
  const sign = orders[orders.length - 1]?.sign ?? 1;
  const inequalities = fieldFilters(filter)
    .filter(({ op }) => INEQUALITIES.includes(op))
    .map(({ path }) => path)
    .sort((a, b) => compareUtf8(a.join('.'), b.join('.')));
  for (const path of [...inequalities.filter((path) => !isNamePath(path)), ...required, NAME_PATH]) {
    if (!orders.some((order) => samePath(order.path, path))) orders.push({ path, sign });
  }
  return orders;
}

function checkOrders(orders: QueryOrder[]): void {
  for (const [i, { path }] of orders.entries()) {
    if (orders.findIndex((order) => samePath(order.path, path)) < i) {
      throw invalidArgument(`order by clause cannot contain duplicate fields ${path.join('.')}`);
    }
    if (isNamePath(path) && i < orders.length - 1) {
      throw invalidArgument('order by clause cannot contain more fields after the key');
    }
  }
}

/** Refuses summing up a field that would come after the key in the index, where a filter is on the key. */
function checkRequiredFields(
  required: FieldPath[],
  message: StructuredQuery,
  filter: Filter | undefined,
): void {
  const filters = fieldFilters(filter);
  if (!filters.some(({ path }) => isNamePath(path))) return;
  const ordered = [
    ...(message.orderBy ?? []).map(({ field }) => parseFieldPath(field?.fieldPath)),
    ...filters.filter(({ op }) => INEQUALITIES.includes(op)).map(({ path }) => path),
  ];
  const afterKey = required.filter((path) => !ordered.some((other) => samePath(other, path)));
  if (afterKey.length > 0) {
    throw invalidArgument(
      `This query requires an index that has fields [${afterKey.map((path) => path.join('.')).join(', ')}] after __name__ and Firestore does not currently support such an index.`,
    );
  }
}

function parseCursor(message: CursorMessage | undefined, orders: QueryOrder[]): QueryCursor | undefined {
  if (!message) return undefined;
  const values = message.values ?? [];
  if (values.length > orders.length) throw invalidArgument('Cursor has too many values.');
  for (const [i, value] of values.entries()) {
    if (isNamePath(orders[i]?.path ?? []) && value.valueType !== 'referenceValue') {
      throw invalidArgument('A cursor on __name__ must be a reference.');
    }
  }
  return { values, before: message.before ?? false };
}
