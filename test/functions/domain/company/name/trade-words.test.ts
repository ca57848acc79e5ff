import {
  KANJI_FIRST_WORDS,
  KANJI_TRADE_WORDS,
  TRADE_WORDS,
} from '../../../../../functions/domain/company/name/trade-words';

test('each word in kanji has its readings in katakana, and no word stands twice', () => {
  const words = [...KANJI_TRADE_WORDS, ...KANJI_FIRST_WORDS];
  for (const { kanji, readings } of words) {
    expect(kanji).toMatch(/^\p{sc=Han}+$/u);
    expect(readings.filter((kana) => !/^[ァ-ヺ]{2,}$/.test(kana))).toEqual([]);
    expect(readings).not.toEqual([]);
  }
  expect(new Set(words.map(({ kanji }) => kanji)).size).toBe(words.length);
});

test('the words of trade stand among all as they are written and as they are read', () => {
  for (const { kanji, readings } of KANJI_TRADE_WORDS)
    expect(TRADE_WORDS).toEqual(expect.arrayContaining([kanji, ...readings]));
});
