import { interpolate } from '../../../../functions/domain/text/interpolate';

test.each<[string, Record<string, string | number>, string]>([
  ['{n} of {all}', { n: 1, all: 2 }, '1 of 2'],
  ['{n} and {n}', { n: 'x' }, 'x and x'],
  ['{gone}!', {}, '!'],
  // A fact is no sentence of its own.
  ['{a}', { a: '{b}', b: 'c' }, '{b}'],
])('%s', (sentence, facts, text) => {
  expect(interpolate(sentence, facts)).toBe(text);
});
