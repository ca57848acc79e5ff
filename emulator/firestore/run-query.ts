/** Runs a parsed query: the index that answers it, and its documents in Firestore's order. */
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

/** Whether a document is within the query, its limit and offset aside. */
export function matchesQuery(query: FirestoreQuery, document: StoredDocument): boolean {
  return (
    isInScope(query, document) &&
    (!query.filter || passesFilter(query.filter, document)) &&
    query.orders.every(({ path }) => valueAt(document, path) !== undefined) &&
    (!query.start || comesAfter(query.start, document, query.orders)) &&
    (!query.end || !comesAfter(query.end, document, query.orders))
  );
}

/** Whether a document stands behind the cursor's position; `before` puts the position in front of its equals. */
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
 * The documents that a query answers, in order. `past` gives the former state of documents (undefined: did not
 * exist) for reading at a snapshot.
 */
export function runQuery(
  query: FirestoreQuery,
  documents: Documents,
  past: ReadonlyMap<string, StoredDocument | undefined> = new Map(),
): StoredDocument[] {
  if (query.limit === 0) return [];
  const set = query.setIn(documents);
  const access = chooseIndexScan(query, set);
  const inOrder = access.inOrder && past.size === 0;
  const wanted = inOrder ? query.offset + query.limit : Number.POSITIVE_INFINITY;
  const found: StoredDocument[] = [];
  const seen = new Set<string>();
  for (const document of scanDocuments(access)) {
    if (found.length >= wanted) break;
    if (past.has(document.name) || !matchesQuery(query, document)) continue;
    if (access.repeats) {
      if (seen.has(document.name)) continue;
      seen.add(document.name);
    }
    found.push(document);
  }
  for (const document of past.values()) {
    if (document && matchesQuery(query, document)) found.push(document);
  }
  if (!inOrder) found.sort(compareByOrders(query.orders));
  return found.slice(query.offset, query.offset + query.limit);
}
