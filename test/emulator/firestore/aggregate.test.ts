import { aggregate, aggregatedFields } from '../../../emulator/firestore/aggregate';
import type { AggregationMessage, FirestoreValue } from '../../../emulator/firestore/messages';
import { StoredDocument } from '../../../emulator/firestore/stored-document';
import { double, int, NULL, nameOf, str } from './sample-values';

const documents = (...values: FirestoreValue[]): StoredDocument[] =>
  values.map((n, index) => StoredDocument.of(nameOf(`c/${index}`), { n }, 0, 0));

const field = { fieldPath: 'n' };
const SUM: AggregationMessage = { alias: 'sum', operator: 'sum', sum: { field } };
const AVG: AggregationMessage = { alias: 'avg', operator: 'avg', avg: { field } };
const MAX = '9223372036854775807';

test.each<[string, FirestoreValue[], FirestoreValue, FirestoreValue]>([
  ['nothing', [], int(0), NULL],
  ['integers', [int(1), int(2)], int(3), double(1.5)],
  ['a double among them', [int(1), double(0.5)], double(1.5), double(0.75)],
  ['texts, which are left out', [int(1), str('2')], int(1), double(1)],
  ['integers beyond 2^53', [int('9007199254740993'), int(1)], int('9007199254740994'), double(2 ** 52 + 1)],
  ['more than 64 bits', [int(MAX), int(MAX)], double(2 ** 64), double(2 ** 63)],
])('sum and average of %s', (_, values, sum, avg) => {
  expect(aggregate(documents(...values), [SUM, AVG])).toEqual({ sum, avg });
});

test('a count stops at its limit, and is named by its position where it has no alias', () => {
  const counts: AggregationMessage[] = [
    { operator: 'count', count: {} },
    { operator: 'count', count: { upTo: { value: '2' } } },
  ];
  expect(aggregate(documents(NULL, NULL, NULL), counts)).toEqual({ field_1: int(3), field_2: int(2) });
});

test('sums and averages name the fields that a document must have', () => {
  expect(aggregatedFields([SUM, { operator: 'count', count: {} }, AVG])).toEqual([['n'], ['n']]);
});

test.each<[AggregationMessage[], string]>([
  [[], 'must have aggregations'],
  [[SUM, SUM], 'alias sum is given twice'],
  [[{} as AggregationMessage], 'must have an operator'],
])('refused: %j', (aggregations, refusal) => {
  expect(() => aggregate([], aggregations)).toThrow(refusal);
});
