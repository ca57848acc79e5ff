/** How a query gets at its documents: the part of one index that holds all it may answer, as small as can be told. */
import type { DocumentSet, Index, StoredDocument } from './documents';
import { conjuncts, type FieldFilter, listOf } from './filters';
import type { Value } from './messages';
import { type FieldPath, isNamePath, samePath } from './names';
import type { Query } from './query';
import { compareValues, typeOrder } from './values';

type Range = { from: number; to: number };

export type Access = {
  index: Index;
  ranges: Range[];
  backwards: boolean;
  /** The entries already come in the query's order. */
  inOrder: boolean;
  /** A document may come more than once. */
  repeats: boolean;
};

export function* candidates({ index, ranges, backwards }: Access): Generator<StoredDocument> {
  for (const { from, to } of ranges) {
    for (const { document } of index.slice(from, to, backwards)) yield document;
  }
}

export function chooseAccess(query: Query, set: DocumentSet): Access {
  const filters = conjuncts(query.filter);
  const accesses = [orderAccess(query, set, filters)];
  for (const filter of filters) {
    const access = filterAccess(query, set, filter, filters);
    if (access) accesses.push(access);
  }
  const fewest = Math.max(1, Math.min(...accesses.map(entriesOf)));
  const cost = (access: Access) => {
    const entries = entriesOf(access);
    // In order, a limit ends the walk early: after about as many entries as the best filter says there are to each match.
    return access.inOrder ? Math.min(entries, ((query.offset + query.limit) * entries) / fewest) : entries;
  };
  return accesses.reduce((best, access) => (cost(access) < cost(best) ? access : best));
}

const entriesOf = ({ ranges }: Access) => ranges.reduce((sum, { from, to }) => sum + to - from, 0);

const isFixed = (path: FieldPath, filters: FieldFilter[]) =>
  filters.some((filter) => filter.op === 'EQUAL' && samePath(filter.path, path));

/** Walks the index of the first order, narrowed by its inequalities and the cursors. */
function orderAccess(query: Query, set: DocumentSet, filters: FieldFilter[]): Access {
  const first = query.orders[0] ?? { path: ['__name__'], sign: 1 };
  const index = set.index(first.path, 'order');
  const [low, high] = first.sign === 1 ? [query.start, query.end] : [query.end, query.start];
  const [lowest, highest] = [low?.values[0], high?.values[0]];
  const ranges: (Range | undefined)[] = filters
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

function intersection(ranges: (Range | undefined)[]): Range {
  const known = ranges.filter((range) => range !== undefined);
  const from = Math.max(...known.map((range) => range.from));
  return { from, to: Math.max(from, Math.min(...known.map((range) => range.to))) };
}

/** The entries that a filter of equality, list or array membership picks. */
function filterAccess(
  query: Query,
  set: DocumentSet,
  { path, op, value }: FieldFilter,
  filters: FieldFilter[],
): Access | undefined {
  const kind = op === 'ARRAY_CONTAINS' || op === 'ARRAY_CONTAINS_ANY' ? 'contains' : 'order';
  const points =
    op === 'EQUAL' || op === 'ARRAY_CONTAINS' ? [value] : isList(op) ? distinct(listOf(value)) : undefined;
  if (!points) return undefined;
  const index = set.index(path, kind);
  const rest = query.orders.filter((order) => !isFixed(order.path, filters));
  return {
    index,
    ranges: points.map((point) => ({ from: rankBelow(index, point), to: rankUpTo(index, point) })),
    backwards: rest[0]?.sign === -1,
    inOrder: points.length === 1 && (rest.length === 0 || isNamePath(rest[0]?.path ?? [])),
    repeats: op === 'ARRAY_CONTAINS_ANY',
  };
}

const isList = (op: FieldFilter['op']) => op === 'IN' || op === 'ARRAY_CONTAINS_ANY';

function distinct(values: Value[]): Value[] {
  const sorted = [...values].sort(compareValues);
  return sorted.filter((value, i) => i === 0 || compareValues(value, sorted[i - 1] as Value) !== 0);
}

const rankBelow = (index: Index, value: Value) =>
  index.rank((entry) => compareValues(entry.value, value) < 0);
const rankUpTo = (index: Index, value: Value) =>
  index.rank((entry) => compareValues(entry.value, value) <= 0);

/** The entries that an equality or a range filter lets pass, with its bracket of types; undefined for other filters. */
function rangeOf(index: Index, { op, value }: FieldFilter): Range | undefined {
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
