/** Chooses how a query finds its documents: the smallest part of one index that contains all its results. */
import type { DocumentSet } from './documents';
import { arrayElements, conjunctFilters, type FieldFilter } from './filters';
import type { Index, IndexBound } from './indexes';
import type { FirestoreValue } from './messages';
import type { FirestoreQuery, QueryCursor } from './parse-query';
import { type FieldPath, isNamePath, samePath } from './resource-names';
import { comparePositions, type ListPosition, partition } from './sorted-list';
import { compareDocuments, type StoredDocument } from './stored-document';
import { compareValues, typeOrder } from './values';

type IndexRange = { from: ListPosition; to: ListPosition };

export type IndexScan = {
  index: Index;
  /** In order, each of them is in the order of the names. */
  ranges: IndexRange[];
  backwards: boolean;
  /** The scan yields documents in the query's order. */
  inOrder: boolean;
  /** The scan may yield a document more than once. */
  repeats: boolean;
};

export function* scanDocuments({ index, ranges, backwards, inOrder }: IndexScan): Generator<StoredDocument> {
  const parts = ranges.map(({ from, to }) => index.documents(from, to, backwards));
  if (inOrder && parts.length > 1) yield* mergeByName(parts, backwards);
  else for (const part of parts) yield* part;
}

type MergedPart = { document: StoredDocument; rest: Iterator<StoredDocument> };

/** Merges the parts by name and reads each only as far as needed. */
function* mergeByName(parts: Iterator<StoredDocument>[], backwards: boolean): Generator<StoredDocument> {
  const compare = (a: MergedPart, b: MergedPart) =>
    compareDocuments(a.document, b.document) * (backwards ? -1 : 1);
  const merged = parts.flatMap(advance).sort(compare);
  for (let first = merged.shift(); first; first = merged.shift()) {
    yield first.document;
    for (const next of advance(first.rest))
      merged.splice(
        partition(merged, (other) => compare(other, next) < 0),
        0,
        next,
      );
  }
}

/** Empty when the part is used up. */
function advance(rest: Iterator<StoredDocument>): MergedPart[] {
  const next = rest.next();
  return next.done ? [] : [{ document: next.value, rest }];
}

/** An index saves reading all documents where it names fewer than one in so many. */
const WORTH_AN_INDEX = 4;

/** Null where all documents are to be read, since an index of many that would help is not made yet. */
export function chooseIndexScan(query: FirestoreQuery, set: DocumentSet): IndexScan | null {
  const filters = conjunctFilters(query.filter);
  const wanted = [
    orderScan(query, set, filters),
    ...filters.map((one) => filterScan(query, set, one, filters)),
  ];
  const scans = wanted.filter((scan) => scan !== undefined && scan !== null);
  const counts = new Map(scans.map((scan) => [scan, countEntries(scan)]));
  const isAllReady = !wanted.includes(null);
  const fewest = Math.max(1, Math.min(...counts.values()));
  const cost = (scan: IndexScan) => {
    const entries = counts.get(scan) ?? 0;
    // Without a limit, zero entries would give NaN below.
    if (entries === 0 || !isAllReady) return entries;
    // In order, a limit ends the scan early: about one in (entries / fewest) entries matches.
    return scan.inOrder ? Math.min(entries, ((query.offset + query.limit) * entries) / fewest) : entries;
  };
  const [first, ...others] = scans;
  if (first === undefined) return null;
  const best = others.reduce((least, scan) => (cost(scan) < cost(least) ? scan : least), first);
  return isAllReady || cost(best) * WORTH_AN_INDEX < set.size() ? best : null;
}

const countEntries = ({ index, ranges }: IndexScan) =>
  ranges.reduce((sum, { from, to }) => sum + index.count(from, to), 0);

const isEqualityFiltered = (path: FieldPath, filters: FieldFilter[]) =>
  filters.some((filter) => filter.op === 'EQUAL' && samePath(filter.path, path));

/** Scans the index of the first order, within its inequalities and the cursors; null while that is made. */
function orderScan(query: FirestoreQuery, set: DocumentSet, filters: FieldFilter[]): IndexScan | null {
  const [first = { path: ['__name__'], sign: 1 }, second] = query.orders;
  const index = set.readyIndex(first.path, 'order');
  if (!index) return null;
  const isOrderedByName = second !== undefined && isNamePath(second.path) && second.sign === first.sign;
  const boundOf = (cursor: QueryCursor | undefined, isBehind: boolean): IndexBound | undefined => {
    const [value, next] = cursor?.values ?? [];
    return value && { value, name: isOrderedByName ? referenceOf(next) : undefined, isBehind };
  };
  const ranges = filters
    .filter(({ path }) => samePath(path, first.path))
    .map((filter) => rangeOf(index, filter))
    .filter((range) => range !== undefined);
  return {
    index,
    ranges: [intersection([...ranges, cursorRange(index, query, first.sign, boundOf)])],
    backwards: first.sign === -1,
    inOrder: isNamePath(first.path) || (query.orders.length === 2 && isOrderedByName),
    repeats: false,
  };
}

const referenceOf = (value: FirestoreValue | undefined): string | undefined =>
  value?.valueType === 'referenceValue' ? value.referenceValue : undefined;

/** The range between the query's cursors, in the index's direction or against it. */
function cursorRange(
  index: Index,
  { start, end }: FirestoreQuery,
  sign: 1 | -1,
  boundOf: (cursor: QueryCursor | undefined, isBehind: boolean) => IndexBound | undefined,
): IndexRange {
  const [low, high] = sign === 1 ? [start, end] : [end, start];
  const [lowest, highest] = [boundOf(low, false), boundOf(high, true)];
  return {
    from: lowest ? index.find(lowest) : index.start,
    to: highest ? index.find(highest) : index.end,
  };
}

function intersection(ranges: IndexRange[]): IndexRange {
  const { from, to } = ranges.reduce((a, b) => ({
    from: comparePositions(a.from, b.from) > 0 ? a.from : b.from,
    to: comparePositions(a.to, b.to) < 0 ? a.to : b.to,
  }));
  return { from, to: comparePositions(from, to) > 0 ? from : to };
}

/**
 * The entries with the values that a filter by equality, list or array membership names; undefined for other filters, and null
 * while their index is made.
 */
function filterScan(
  query: FirestoreQuery,
  set: DocumentSet,
  { path, op, value }: FieldFilter,
  filters: FieldFilter[],
): IndexScan | null | undefined {
  const kind = op === 'ARRAY_CONTAINS' || op === 'ARRAY_CONTAINS_ANY' ? 'contains' : 'order';
  const points =
    op === 'EQUAL' || op === 'ARRAY_CONTAINS'
      ? [value]
      : isListOperator(op)
        ? distinct(arrayElements(value))
        : undefined;
  if (!points) return undefined;
  const index = set.readyIndex(path, kind);
  if (!index) return null;
  const [first] = query.orders;
  const [rest] = query.orders.filter((order) => !isEqualityFiltered(order.path, filters));
  const ranges = points.map((point): IndexRange => {
    const all = {
      from: index.find({ value: point, isBehind: false }),
      to: index.find({ value: point, isBehind: true }),
    };
    if (!first || !isNamePath(first.path) || isNamePath(path)) return all;
    // The entries of one value are in the order of the names, and so are the cursors.
    const boundOf = (cursor: QueryCursor | undefined, isBehind: boolean): IndexBound | undefined => {
      const name = referenceOf(cursor?.values[0]);
      return name === undefined ? undefined : { value: point, name, isBehind };
    };
    return intersection([all, cursorRange(index, query, first.sign, boundOf)]);
  });
  return {
    index,
    ranges,
    backwards: rest?.sign === -1,
    inOrder: rest === undefined || isNamePath(rest.path),
    repeats: op === 'ARRAY_CONTAINS_ANY',
  };
}

const isListOperator = (op: FieldFilter['op']) => op === 'IN' || op === 'ARRAY_CONTAINS_ANY';

function distinct(values: FirestoreValue[]): FirestoreValue[] {
  const sorted = [...values].sort(compareValues);
  return sorted.filter((value, i) => i === 0 || compareValues(value, sorted[i - 1] as FirestoreValue) !== 0);
}

/** The entries that pass an equality or a range filter, all of the same type as its value; undefined for other filters. */
function rangeOf(index: Index, { op, value }: FieldFilter): IndexRange | undefined {
  const type = typeOrder(value);
  const below = () => index.find({ value, isBehind: false });
  const upTo = () => index.find({ value, isBehind: true });
  switch (op) {
    case 'EQUAL':
      return { from: below(), to: upTo() };
    case 'LESS_THAN':
      return { from: index.findType(type), to: below() };
    case 'LESS_THAN_OR_EQUAL':
      return { from: index.findType(type), to: upTo() };
    case 'GREATER_THAN':
      return { from: upTo(), to: index.findType(type + 1) };
    case 'GREATER_THAN_OR_EQUAL':
      return { from: below(), to: index.findType(type + 1) };
    default:
      return undefined;
  }
}
