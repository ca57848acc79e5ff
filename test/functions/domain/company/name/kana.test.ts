import { toHiragana, toKatakana } from '../../../../../functions/domain/company/name/kana';

/** Every kana that both scripts have. */
const HIRAGANA = Array.from({ length: 0x3096 - 0x3041 + 1 }, (_, n) => String.fromCodePoint(0x3041 + n));

test('each kana has its other form, and back', () => {
  for (const kana of HIRAGANA) {
    const other = toKatakana(kana);
    expect(other).toMatch(/^\p{sc=Katakana}$/u);
    expect(toHiragana(other)).toBe(kana);
  }
});

test.each([
  ['すし屋さんゞ', 'スシ屋サンヾ'],
  ['ABC ー・〜漢字', 'ABC ー・〜漢字'],
  ['', ''],
])('%s in katakana: %s', (text, katakana) => {
  expect(toKatakana(text)).toBe(katakana);
});
