/** Runs a parsed query; the results are in Firestore's order. */
import type { DocumentSet, Documents } from './documents';
import { compareEncoded } from './encoded-order';
import { encodeValue, PathFinder } from './field-bytes';
import { passesFilter } from './filters';
import { chooseIndexScan, scanDocuments } from './index-scan';
import type { FirestoreValue } from './messages';
import type { FirestoreQuery, QueryCursor, QueryOrder } from './parse-query';
import { quickFilter } from './quick-filter';
import { isNamePath, parentOf } from './resource-names';
import { compareDocuments, hasValueAt, type StoredDocument, valueAt, valueReader } from './stored-document';
import { compareValues } from './values';

function isInScope(query: FirestoreQuery, document: StoredDocument): boolean {
  if (!document.name.startsWith(query.prefix)) return false;
  const collection = parentOf(document.name);
  if (query.collection !== undefined) return collection === query.collection;
  return query.collectionId === '' || collection.endsWith(`/${query.collectionId}`);
}

/** Whether a document is a result of the query, without regard to its offset and limit. */
export function matchesQuery(query: FirestoreQuery, document: StoredDocument): boolean {
  return isInScope(query, document) && passesQuery(query, document);
}

/** The same for a document of the query's own set. */
function passesQuery(query: FirestoreQuery, document: StoredDocument): boolean {
  return (
    (!query.filter || passesFilter(query.filter, document)) &&
    query.orders.every(({ path }) => hasValueAt(document, path)) &&
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

/** A document with the values that it is ordered by; undefined stands for its name. */
type OrderedDocument = { document: StoredDocument; values: (FirestoreValue | undefined)[] };

/** Decodes each value once. */
function valuesIn(orders: QueryOrder[]): (document: StoredDocument) => OrderedDocument {
  const readers = orders.map(({ path }) => (isNamePath(path) ? () => undefined : valueReader(path)));
  return (document) => ({ document, values: readers.map((read) => read(document)) });
}

function compareOrdered(a: OrderedDocument, b: OrderedDocument, orders: QueryOrder[]): number {
  for (const [i, { sign }] of orders.entries()) {
    const [left, right] = [a.values[i], b.values[i]];
    const compared = left && right ? compareValues(left, right) : compareDocuments(a.document, b.document);
    if (compared !== 0) return compared * sign;
  }
  return 0;
}

function sortByOrders(documents: StoredDocument[], orders: QueryOrder[]): StoredDocument[] {
  const ordered = documents.map(valuesIn(orders));
  return ordered.sort((a, b) => compareOrdered(a, b, orders)).map(({ document }) => document);
}

/** Keeps of the documents so many that come first, of however many there are. */
class FirstDocuments {
  private kept: OrderedDocument[] = [];
  /** The last of those that come first so far: what comes after it is none of them. */
  private last: OrderedDocument | undefined;
  /** The encoded value of that one by which documents are ordered first. */
  private lastBytes: Buffer | undefined;
  private readonly first: PathFinder;
  private readonly valuesOf: (document: StoredDocument) => OrderedDocument;

  constructor(
    private readonly count: number,
    private readonly orders: QueryOrder[],
  ) {
    this.valuesOf = valuesIn(orders);
    this.first = new PathFinder(orders[0]?.path ?? []);
  }

  /** True only for documents that are none of them, seen by their names or their bytes alone. */
  isBehind(document: StoredDocument): boolean {
    const { first, last, lastBytes, orders } = this;
    const [{ path, sign } = { path: [], sign: 1 }] = orders;
    if (last && isNamePath(path)) return compareDocuments(document, last.document) * sign > 0;
    const { fieldBytes } = document;
    if (lastBytes === undefined || first.find(fieldBytes) !== true) return false;
    const compared = compareEncoded(fieldBytes, first.from, first.to, lastBytes);
    return compared !== undefined && compared * sign > 0;
  }

  add(document: StoredDocument): void {
    const one = this.valuesOf(document);
    if (this.last && compareOrdered(one, this.last, this.orders) > 0) return;
    this.kept.push(one);
    if (this.kept.length < 2 * this.count + SPARE) return;
    this.cut();
    this.last = this.kept[this.count - 1];
    const value = this.last?.values[0];
    this.lastBytes = value && encodeValue(value);
  }

  sorted(): StoredDocument[] {
    this.cut();
    return this.kept.map(({ document }) => document);
  }

  private cut(): void {
    this.kept.sort((a, b) => compareOrdered(a, b, this.orders));
    this.kept.length = Math.min(this.kept.length, this.count);
  }
}

const SPARE = 100;

/** All documents of the set are looked at, most of them only as far as it takes to see that they are no results. */
function* scanAll(
  query: FirestoreQuery,
  set: DocumentSet,
  past: PastDocuments,
  isBehind: (document: StoredDocument) => boolean = () => false,
): Generator<StoredDocument> {
  const mayPass = quickFilter(
    query.filter,
    query.orders.map(({ path }) => path),
  );
  const isResult = query.collection === undefined ? matchesQuery : passesQuery;
  for (const document of set.documents())
    if (
      !isBehind(document) &&
      mayPass(document.fieldBytes) &&
      !past.has(document.name) &&
      isResult(query, document)
    )
      yield document;
  for (const document of past.values()) if (document && matchesQuery(query, document)) yield document;
}

function firstOfAll(query: FirestoreQuery, set: DocumentSet, past: PastDocuments): StoredDocument[] {
  if (query.isUnordered) return [...scanAll(query, set, past)];
  const results = new FirstDocuments(query.offset + query.limit, query.orders);
  const isBehind = (document: StoredDocument) => results.isBehind(document);
  for (const document of scanAll(query, set, past, isBehind)) results.add(document);
  return results.sorted().slice(query.offset);
}

/**
 * The earlier states of documents that have changed since a snapshot, undefined for those that did not exist: a query then reads
 * the snapshot.
 */
type PastDocuments = ReadonlyMap<string, StoredDocument | undefined>;

export function runQuery(
  query: FirestoreQuery,
  documents: Documents,
  past: PastDocuments = new Map(),
): StoredDocument[] {
  if (query.limit === 0) return [];
  const set = query.setIn(documents);
  const scan = chooseIndexScan(query, set);
  if (!scan) return firstOfAll(query, set, past);
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
  const sorted = inOrder || query.isUnordered ? results : sortByOrders(results, query.orders);
  return sorted.slice(query.offset, query.offset + query.limit);
}
