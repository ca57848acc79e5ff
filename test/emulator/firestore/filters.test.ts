import { checkFilter, conjunctFilters, type Filter, parseFilter } from '../../../emulator/firestore/filters';
import type { FieldOperator, FilterMessage, FirestoreValue } from '../../../emulator/firestore/messages';
import { int, list } from './sample-values';

const field = (name: string, op: FieldOperator, value: FirestoreValue): Filter => ({
  path: [name],
  op,
  value,
});
const oneOf = (name: string, count: number): Filter =>
  field(name, 'IN', list(...Array.from({ length: count }, (_, i) => int(i))));
const all = (...filters: Filter[]): Filter => ({ op: 'AND', filters });
const any = (...filters: Filter[]): Filter => ({ op: 'OR', filters });
const [a, b, c] = (['a', 'b', 'c'] as const).map((name) => field(name, 'EQUAL', int(1))) as [
  Filter,
  Filter,
  Filter,
];

test('only filters under no OR hold for every result', () => {
  expect(conjunctFilters(undefined)).toEqual([]);
  expect(conjunctFilters(all(a, all(b), any(b, c)))).toEqual([a, b]);
  expect(conjunctFilters(any(a, b))).toEqual([]);
  expect(conjunctFilters(any(all(a, b)))).toEqual([a, b]);
});

test.each<[string, Filter, boolean]>([
  ['30 values', oneOf('a', 30), true],
  ['5 times 6 values', all(oneOf('a', 5), oneOf('b', 6)), true],
  ['4 times 8 values', all(oneOf('a', 4), oneOf('b', 8)), false],
  ['20 values or 10 values', any(oneOf('a', 20), oneOf('b', 10)), true],
  ['20 values or 11 values', any(oneOf('a', 20), oneOf('b', 11)), false],
  ['a list without values', field('a', 'IN', list()), false],
  [
    'a list membership in each branch',
    any(field('a', 'ARRAY_CONTAINS', int(1)), field('b', 'ARRAY_CONTAINS', int(1))),
    true,
  ],
])('%s: allowed is %s', (_, filter, isAllowed) => {
  if (isAllowed) expect(() => checkFilter(filter)).not.toThrow();
  else expect(() => checkFilter(filter)).toThrow();
});

test.each<[FilterMessage, RegExp]>([
  [{ filterType: 'compositeFilter', compositeFilter: { filters: [] } }, /must have an operator/],
  [{ filterType: 'compositeFilter', compositeFilter: { op: 'AND' } }, /must have filters/],
  [{ filterType: 'unaryFilter', unaryFilter: { field: { fieldPath: 'a' } } }, /must have an operator/],
  [
    { filterType: 'fieldFilter', fieldFilter: { field: { fieldPath: 'a' }, op: 'EQUAL' } },
    /operator and a value/,
  ],
  [{} as FilterMessage, /must have a type/],
])('refused: %j', (message, refusal) => {
  expect(() => parseFilter(message)).toThrow(refusal);
});
