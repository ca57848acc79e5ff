/** How a query gets at its documents: the part of one index that holds all it may answer, as small as can be told. */
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
  /** The entries already come in the query's order. */
  inOrder: boolean;
  /** A document may come more than once. */
  repeats: boolean;
};

export function* scanDocuments({ index, ranges, backwards }: IndexScan): Generator<StoredDocument> {
  for (const { from, to } of ranges) {
    for (const { document } of index.slice(from, to, backwards)) yield document;
  }
}

export function chooseIndexScan(query: FirestoreQuery, set: DocumentSet): IndexScan {
  const filters = conjunctFilters(query.filter);
  const accesses = [orderScan(query, set, filters)];
  for (const filter of filters) {
    const access = filterScan(query, set, filter, filters);
    if (access) accesses.push(access);
  }
  const fewest = Math.max(1, Math.min(...accesses.map(countEntries)));
  const cost = (access: IndexScan) => {
    const entries = countEntries(access);
    // In order, a limit ends the walk early: after about as many entries as the best filter says there are to each match.
    return access.inOrder ? Math.min(entries, ((query.offset + query.limit) * entries) / fewest) : entries;
  };
  return accesses.reduce((best, access) => (cost(access) < cost(best) ? access : best));
}

const countEntries = ({ ranges }: IndexScan) => ranges.reduce((sum, { from, to }) => sum + to - from, 0);

const isEqualityFiltered = (path: FieldPath, filters: FieldFilter[]) =>
  filters.some((filter) => filter.op === 'EQUAL' && samePath(filter.path, path));

/** Walks the index of the first order, narrowed by its inequalities and the cursors. */
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
  const known = ranges.filter((range) => range !== undefined);
  const from = Math.max(...known.map((range) => range.from));
  return { from, to: Math.max(from, Math.min(...known.map((range) => range.to))) };
}

/** The entries that a filter of equality, list or array membership picks. */
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

/** The entries that an equality or a range filter lets pass, with its bracket of types; undefined for other filters. */
function rangeOf(index: Index, { op, value }: FieldFilter): RankRange | undefined {
  const bracket = typeOrder(value);
  const bracketStart = () => index.rank((entry) => typeOrder(entry.value) < bracket);
  const bracketEnd = () => index.rank((entry) => typeOrder(entry.value) <= bracket);
  switch (op) {
    case 'EQUAL':
      return { from: rankBelow(index, value), to: rankUpTo(index, value) };
    case 'LESS_THAN':
      return { from: bracketStart(), to: rankBelow(index, value) };
    case 'LESS_THAN_OR_EQUAL':
      return { from: bracketStart(), to: rankUpTo(index, value) };
    case 'GREATER_THAN':
      return { from: rankUpTo(index, value), to: bracketEnd() };
    case 'GREATER_THAN_OR_EQUAL':
      return { from: rankBelow(index, value), to: bracketEnd() };
    default:
      return undefined;
  }
}
