import { compositionOf, isJapanese, isWestern } from '../../../functions/company-list/text-composition';

test.each([
  ['株式会社アシスト①', true, false],
  ['ﾃｽﾄ', true, false],
  ['Société Générale', false, true],
  ['Müller & Söhne – “Köln”', false, true],
  ['Sociﾃｩtﾃｩ', false, false],
  ['莨夂､ｾ蜷', false, false],
  ['ｲ\ue000ﾋ\ue001', false, false],
  ['¶ÌÞ¼', false, false],
])('%s is Japanese: %p, western: %p', (text, japanese, western) => {
  const found = compositionOf(text);
  expect([isJapanese(found), isWestern(found)]).toEqual([japanese, western]);
});

test('counts by kind', () => {
  expect(compositionOf('aあア株ｱé\ue000b')).toEqual({
    characters: 6,
    japanese: 3,
    kana: 2,
    halfWidth: 0,
    western: 0,
    runs: 1,
    runsInWords: 1,
    impossible: 1,
    asciiLetters: 2,
  });
});
