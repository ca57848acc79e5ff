/** Runs a parsed query; the results are in Firestore's order. */
import type { Documents } from './documents';
import { passesFilter } from './filters';
import { chooseIndexScan, scanDocuments } from './index-scan';
import type { FirestoreValue } from './messages';
import type { FirestoreQuery, QueryCursor, QueryOrder } from './parse-query';
import { isNamePath, parentOf } from './resource-names';
import { compareDocuments, type StoredDocument, valueAt } from './stored-document';
import { compareValues } from './values';

function isInScope(query: FirestoreQuery, document: StoredDocument): boolean {
  if (!document.name.startsWith(query.prefix)) return false;
  const collection = parentOf(document.name);
  if (query.collection !== undefined) return collection === query.collection;
  return query.collectionId === '' || collection.endsWith(`/${query.collectionId}`);
}

/** Whether a document is a result of the query, without regard to its offset and limit. */
export function matchesQuery(query: FirestoreQuery, document: StoredDocument): boolean {
  return (
    isInScope(query, document) &&
    (!query.filter || passesFilter(query.filter, document)) &&
    query.orders.every(({ path }) => isNamePath(path) || valueAt(document, path) !== undefined) &&
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

/** Decodes each value once. */
function sortByOrders(documents: StoredDocument[], orders: QueryOrder[]): StoredDocument[] {
  const keyed = documents.map((document) => ({
    document,
    values: orders.map(({ path }) => (isNamePath(path) ? undefined : valueAt(document, path))),
  }));
  keyed.sort((a, b) => {
    for (const [i, { sign }] of orders.entries()) {
      const [left, right] = [a.values[i], b.values[i]];
      const compared = left && right ? compareValues(left, right) : compareDocuments(a.document, b.document);
      if (compared !== 0) return compared * sign;
    }
    return 0;
  });
  return keyed.map(({ document }) => document);
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
  const sorted = inOrder ? results : sortByOrders(results, query.orders);
  return sorted.slice(query.offset, query.offset + query.limit);
}
