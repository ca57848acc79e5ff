import { interpolate } from '../../../../functions/domain/text/interpolate';

test.each<[string, Record<string, string | number>, string]>([
  ['{n} of {all}', { n: 1, all: 2 }, '1 of 2'],
  ['{n} and {n}', { n: 'x' }, 'x and x'],
  ['{gone}!', {}, '!'],
  ['{n|row is|rows are} left', { n: 1 }, '1 row is left'],
  ['{n|row is|rows are} left', { n: 0 }, '0 rows are left'],
  ['{n|row is|rows are} left', { n: '1,001' }, '1,001 rows are left'],
  // A fact is no sentence of its own.
  ['{a}', { a: '{b}', b: 'c' }, '{b}'],
])('%s', (sentence, facts, text) => {
  expect(interpolate(sentence, facts)).toBe(text);
});
