import { shorten, shortenValue } from '../../../../functions/domain/text/shorten';

test.each([
  ['', 3, ''],
  ['三文字', 3, '三文字'],
  ['四文字だ', 3, '四文…'],
  // One character, two UTF-16 units.
  ['𠮷野家', 3, '𠮷野家'],
  ['𠮷𠮷𠮷𠮷', 3, '𠮷𠮷…'],
])('%s within %i characters: %s', (words, most, expected) => {
  expect(shorten(words, most)).toBe(expected);
});

test('a value in a sentence has sixty characters at most', () => {
  expect(shortenValue('あ'.repeat(60))).toBe('あ'.repeat(60));
  expect(shortenValue('あ'.repeat(61))).toBe(`${'あ'.repeat(59)}…`);
});
