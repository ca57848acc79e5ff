import { soundOf } from '../../../../../functions/domain/company/name/romaji';

test.each([
  ['タカシマヤ', 'Takashimaya'],
  ['コバヤシヨウコウ', 'KOBAYASHI YOKO'],
  ['しまづ', 'Shimadzu'],
  ['オオツカ', 'Ohtsuka'],
  ['シンブン', 'Shimbun'],
  ['ジュンテンドー', 'Zyuntendo'],
  ['サッポロ', 'sapporo'],
])('%s sounds like %s', (kana, latin) => {
  expect(soundOf(kana)).toBe(soundOf(latin));
  expect(soundOf(kana)).not.toBeNull();
});

test.each(['髙島屋', 'アイ', '7-11', ''])('%j has no sound to go by', (name) => {
  expect(soundOf(name)).toBeNull();
});
