import { oneDecimal, quartilesOf } from '../../../../functions/domain/statistics/quartiles';

test.each([
  [[7], { first: 7, median: 7, third: 7 }],
  [[4, 1], { first: 1.75, median: 2.5, third: 3.25 }],
  [[10, 2, 9, 1], { first: 1.75, median: 5.5, third: 9.25 }],
  [[5, 1, 3, 2, 4], { first: 2, median: 3, third: 4 }],
])('of %j', (values, expected) => {
  expect(quartilesOf(values)).toEqual(expected);
});

test('no numbers have none', () => {
  expect(quartilesOf([])).toBeNull();
});

test('one decimal', () => {
  expect([2 / 3, 12.35, 7].map(oneDecimal)).toEqual([0.7, 12.4, 7]);
});
