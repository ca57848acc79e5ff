import fc from 'fast-check';
import { textLines } from '../../../functions/sheets/text-lines';

test.each([
  ['', 10, []],
  ['one two three', 7, ['one two', 'three']],
  ['取り消した変更は数えない。', 14, ['取り消した変更', 'は数えない。']],
  ['いまの数。次', 8, ['いまの数。', '次']],
  ['対象外(6〜8)', 10, ['対象外', '(6〜8)']],
  ['Avoid (6–8)', 10, ['Avoid', '(6–8)']],
  ['2 ワーキング', 10, ['2', 'ワーキング']],
  ['4 四半期チェック', 10, ['4 四半期', 'チェック']],
  ['滞在中の中央値(日)', 10, ['滞在中の', '中央値(日)']],
  ['Donaudampfschiff', 4, ['Donaudampfschiff']],
])('%j in lines of %d', (value, width, lines) => {
  expect(textLines(value, width)).toEqual(lines);
});

test('nothing of it is lost but blanks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (value, width) => {
      const without = (words: string): string => words.replace(/\s/g, '');
      expect(without(textLines(value, width).join(''))).toBe(without(value));
    }),
  );
});
