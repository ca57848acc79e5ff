import { ATEJI } from '../../../../../functions/domain/company/name/ateji';
import { foldCompanyName } from '../../../../../functions/domain/company/name/company-name';

test('no kanji stands for two words, and each is found by its kana and kept apart from its head', () => {
  const all = ATEJI.flatMap(([kana, ...kanji]) => kanji.map((word) => ({ kana, word })));
  expect(new Set(all.map(({ word }) => word)).size).toBe(all.length);
  for (const { kana, word } of all) {
    const weakKeys = [`日本${word}`, `日本${kana}`, '日本'].map((name) => foldCompanyName(name).weakKey);
    expect([word, weakKeys[0]]).toEqual([word, weakKeys[1]]);
    expect(weakKeys[0]).not.toBe(weakKeys[2]);
  }
});
