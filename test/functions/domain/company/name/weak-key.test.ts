import * as fc from 'fast-check';
import { weakenKey } from '../../../../../functions/domain/company/name/weak-key';

/** Keys as they are folded: kana are katakana, letters small, dashes and dots gone. */
test.each([
  // Shapes of one kanji.
  ['赤阪鐵工所', '赤阪鉄工所'],
  ['三櫻工業', '三桜工業'],
  ['東洋製罐', '東洋製缶'],
  ['西條商店', '西条商店'],
  ['東亞合成', '東亜合成'],
  ['錢高組', '銭高組'],
  ['靜岡銀行', '静岡銀行'],
  ['淺沼組', '浅沼組'],
  ['瀧上工業', '滝上工業'],
  ['國廣髙﨑', '国広高崎'],
  // Kana written large, historical kana, and kana that sound alike.
  ['三ッ星', '三ツ星'],
  ['ヱスビ食品', 'エスビ食品'],
  ['ヴァイオリン', 'バイオリン'],
  ['ヴエラス', 'ベラス'],
  ['丸乃内', '丸ノ内'],
  // Digits of any kind, and marks that repeat what stands before them.
  ['パク二四', 'パク24'],
  ['佐々木商会', '佐佐木商会'],
  ['ミヽヅク', 'ミミズク'],
  // Kanji that were typed in the place of kana of their shape, only in katakana.
  ['コンピュ一タ', 'コンピュタ'],
  ['ケア夕ワ', 'ケアタワ'],
  ['霞ヶ関キャピタル', '霞ガ関キャピタル'],
  // Accents, punctuation, and the sign of multiplication.
  ['nestlé', 'nestle'],
  ['u.s.a', 'usa'],
  ['a×b', 'axb'],
])('%s and %s have one weak key', (one, other) => {
  expect(one).not.toBe(other);
  expect(weakenKey(one)).toBe(weakenKey(other));
});

test.each([
  ['ハウス工房', 'ハウスエ房'],
  ['ハハ', 'パパ'],
  ['千代田', '一代田'],
  ['ガス', 'カス'],
])('%s and %s have not', (one, other) => {
  expect(weakenKey(one)).not.toBe(weakenKey(other));
});

const key = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc
    .array(fc.constantFrom(...'アヴァヶ々ヽ一二口髙東京é×.'), { minLength: 1, maxLength: 8 })
    .map((characters) => characters.join('')),
);

test('no key is weakened to nothing, and punctuation stays only where there is nothing else', () => {
  return fc.assert(
    fc.property(key, (strong) => {
      const weak = weakenKey(strong);
      expect(weak).not.toBe('');
      expect(weak === strong || !/[\p{P}\p{S}]/u.test(weak)).toBe(true);
    }),
  );
});
