/** Runs a parsed query; the results are in Firestore's order. */
import { compareDocuments, type Documents, type StoredDocument, valueAt } from './documents';
import { passesFilter } from './filters';
import { chooseIndexScan, scanDocuments } from './index-scan';
import type { FirestoreValue } from './messages';
import type { FirestoreQuery, QueryCursor, QueryOrder } from './parse-query';
import { isNamePath } from './resource-names';
import { compareValues } from './values';

function isInScope(query: FirestoreQuery, document: StoredDocument): boolean {
  if (query.collection !== undefined) return document.collection === query.collection;
  return (
    document.name.startsWith(query.prefix) &&
    (query.collectionId === '' || document.collection.endsWith(`/${query.collectionId}`))
  );
}

/** Whether a document is a result of the query, without regard to its offset and limit. */
export function matchesQuery(query: FirestoreQuery, document: StoredDocument): boolean {
  return (
    isInScope(query, document) &&
    (!query.filter || passesFilter(query.filter, document)) &&
    query.orders.every(({ path }) => valueAt(document, path) !== undefined) &&
    (!query.start || comesAfter(query.start, document, query.orders)) &&
    (!query.end || !comesAfter(query.end, document, query.orders))
  );
}

/** Whether a document comes after the cursor; with `before`, equal documents come after it, too. */
function comesAfter(cursor: QueryCursor, document: StoredDocument, orders: QueryOrder[]): boolean {
  for (const [i, value] of cursor.values.entries()) {
    const { path, sign } = orders[i] as QueryOrder;
    const compared = compareValues(valueAt(document, path) as FirestoreValue, value) * sign;
    if (compared !== 0) return compared > 0;
  }
  return cursor.before;
}

function compareByOrders(orders: QueryOrder[]): (a: StoredDocument, b: StoredDocument) => number {
  return (a, b) => {
    for (const { path, sign } of orders) {
      const compared = isNamePath(path)
        ? compareDocuments(a, b)
        : compareValues(valueAt(a, path) as FirestoreValue, valueAt(b, path) as FirestoreValue);
      if (compared !== 0) return compared * sign;
    }
    return 0;
  };
}

/**
 * `past` has the earlier states of documents that have changed since a snapshot, undefined for those that did not exist:
 * the query then reads the snapshot.
 */
export function runQuery(
  query: FirestoreQuery,
  documents: Documents,
  past: ReadonlyMap<string, StoredDocument | undefined> = new Map(),
): StoredDocument[] {
  if (query.limit === 0) return [];
  const set = query.setIn(documents);
  const scan = chooseIndexScan(query, set);
  const inOrder = scan.inOrder && past.size === 0;
  const needed = inOrder ? query.offset + query.limit : Number.POSITIVE_INFINITY;
  const results: StoredDocument[] = [];
  const seen = new Set<string>();
  for (const document of scanDocuments(scan)) {
    if (results.length >= needed) break;
    if (past.has(document.name) || !matchesQuery(query, document)) continue;
    if (scan.repeats) {
      if (seen.has(document.name)) continue;
      seen.add(document.name);
    }
    results.push(document);
  }
  for (const document of past.values()) {
    if (document && matchesQuery(query, document)) results.push(document);
  }
  if (!inOrder) results.sort(compareByOrders(query.orders));
  return results.slice(query.offset, query.offset + query.limit);
}
