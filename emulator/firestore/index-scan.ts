/** Chooses how a query finds its documents: the smallest part of one index that contains all its results. */
import type { DocumentSet, Index, StoredDocument } from './documents';
import { arrayElements, conjunctFilters, type FieldFilter } from './filters';
import type { FirestoreValue } from './messages';
import type { FirestoreQuery } from './parse-query';
import { type FieldPath, isNamePath, samePath } from './resource-names';
import { compareValues, typeOrder } from './values';

type RankRange = { from: number; to: number };

export type IndexScan = {
  index: Index;
  ranges: RankRange[];
  backwards: boolean;
  /** The scan yields documents in the query's order. */
  inOrder: boolean;
  /** The scan may yield a document more than once. */
  repeats: boolean;
};

export function* scanDocuments({ index, ranges, backwards }: IndexScan): Generator<StoredDocument> {
  for (const { from, to } of ranges) {
    for (const { document } of index.slice(from, to, backwards)) yield document;
  }
}

export function chooseIndexScan(query: FirestoreQuery, set: DocumentSet): IndexScan {
  const filters = conjunctFilters(query.filter);
  const scans = [orderScan(query, set, filters)];
  for (const filter of filters) {
    const scan = filterScan(query, set, filter, filters);
    if (scan) scans.push(scan);
  }
  const fewest = Math.max(1, Math.min(...scans.map(countEntries)));
  const cost = (scan: IndexScan) => {
    const entries = countEntries(scan);
    // In order, a limit ends the scan early: about one in (entries / fewest) entries matches.
    return scan.inOrder ? Math.min(entries, ((query.offset + query.limit) * entries) / fewest) : entries;
  };
  return scans.reduce((best, scan) => (cost(scan) < cost(best) ? scan : best));
}

const countEntries = ({ ranges }: IndexScan) => ranges.reduce((sum, { from, to }) => sum + to - from, 0);

const isEqualityFiltered = (path: FieldPath, filters: FieldFilter[]) =>
  filters.some((filter) => filter.op === 'EQUAL' && samePath(filter.path, path));

/** Scans the index of the first order, within its inequalities and the cursors. */
function orderScan(query: FirestoreQuery, set: DocumentSet, filters: FieldFilter[]): IndexScan {
  const first = query.orders[0] ?? { path: ['__name__'], sign: 1 };
  const index = set.index(first.path, 'order');
  const [low, high] = first.sign === 1 ? [query.start, query.end] : [query.end, query.start];
  const [lowest, highest] = [low?.values[0], high?.values[0]];
  const ranges: (RankRange | undefined)[] = filters
    .filter(({ path }) => samePath(path, first.path))
    .map((filter) => rangeOf(index, filter));
  const range = intersection([
    ...ranges,
    { from: lowest ? rankBelow(index, lowest) : 0, to: highest ? rankUpTo(index, highest) : index.length },
  ]);
  const second = query.orders[1];
  return {
    index,
    ranges: [range],
    backwards: first.sign === -1,
    inOrder:
      isNamePath(first.path) ||
      (query.orders.length === 2 &&
        second !== undefined &&
        isNamePath(second.path) &&
        second.sign === first.sign),
    repeats: false,
  };
}

function intersection(ranges: (RankRange | undefined)[]): RankRange {
  const defined = ranges.filter((range) => range !== undefined);
  const from = Math.max(...defined.map((range) => range.from));
  return { from, to: Math.max(from, Math.min(...defined.map((range) => range.to))) };
}

/** The entries with the values that a filter by equality, list or array membership names; undefined for other filters. */
function filterScan(
  query: FirestoreQuery,
  set: DocumentSet,
  { path, op, value }: FieldFilter,
  filters: FieldFilter[],
): IndexScan | undefined {
  const kind = op === 'ARRAY_CONTAINS' || op === 'ARRAY_CONTAINS_ANY' ? 'contains' : 'order';
  const points =
    op === 'EQUAL' || op === 'ARRAY_CONTAINS'
      ? [value]
      : isListOperator(op)
        ? distinct(arrayElements(value))
        : undefined;
  if (!points) return undefined;
  const index = set.index(path, kind);
  const rest = query.orders.filter((order) => !isEqualityFiltered(order.path, filters));
  return {
    index,
    ranges: points.map((point) => ({ from: rankBelow(index, point), to: rankUpTo(index, point) })),
    backwards: rest[0]?.sign === -1,
    inOrder: points.length === 1 && (rest.length === 0 || isNamePath(rest[0]?.path ?? [])),
    repeats: op === 'ARRAY_CONTAINS_ANY',
  };
}

const isListOperator = (op: FieldFilter['op']) => op === 'IN' || op === 'ARRAY_CONTAINS_ANY';

function distinct(values: FirestoreValue[]): FirestoreValue[] {
  const sorted = [...values].sort(compareValues);
  return sorted.filter((value, i) => i === 0 || compareValues(value, sorted[i - 1] as FirestoreValue) !== 0);
}

const rankBelow = (index: Index, value: FirestoreValue) =>
  index.rank((entry) => compareValues(entry.value, value) < 0);
const rankUpTo = (index: Index, value: FirestoreValue) =>
  index.rank((entry) => compareValues(entry.value, value) <= 0);

/** The entries that pass an equality or a range filter, all of the same type as its value; undefined for other filters. */
function rangeOf(index: Index, { op, value }: FieldFilter): RankRange | undefined {
  const type = typeOrder(value);
  const typeStart = () => index.rank((entry) => typeOrder(entry.value) < type);
  const typeEnd = () => index.rank((entry) => typeOrder(entry.value) <= type);
  switch (op) {
    case 'EQUAL':
      return { from: rankBelow(index, value), to: rankUpTo(index, value) };
    case 'LESS_THAN':
      return { from: typeStart(), to: rankBelow(index, value) };
    case 'LESS_THAN_OR_EQUAL':
      return { from: typeStart(), to: rankUpTo(index, value) };
    case 'GREATER_THAN':
      return { from: rankUpTo(index, value), to: typeEnd() };
    case 'GREATER_THAN_OR_EQUAL':
      return { from: rankBelow(index, value), to: typeEnd() };
    default:
      return undefined;
  }
}
