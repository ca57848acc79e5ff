import { parseAmount, parsePercent } from '../../../../functions/domain/queue/typed-numbers';

test.each([
  ['0', 0],
  ['1200000', 1_200_000],
  ['1,200,000', 1_200_000],
  ['¥1,200,000', 1_200_000],
  ['1,200,000円', 1_200_000],
  ['120万', 1_200_000],
  ['1.5億', 150_000_000],
  ['1億2,000万円', 120_000_000],
  ['3百万', 3_000_000],
  ['1000000000000000', 1e15],
  ['1000000000000001', null],
  ['0.5', null],
  ['2万1億', null],
  ['12万3', 120_003],
  ['-1', null],
  ['1e6', null],
  ['約100万', null],
  ['', null],
  ['円', null],
])('the amount %j', (typed, yen) => {
  expect(parseAmount(typed)).toBe(yen);
});

test.each([
  ['70', 70],
  ['70%', 70],
  [' 70%', 70],
  ['0', 0],
  ['100%', 100],
  ['101', null],
  ['-1', null],
  ['0.7', null],
  ['A', null],
  ['', null],
])('the percentage %j', (typed, percent) => {
  expect(parsePercent(typed)).toBe(percent);
});
