import { KANJI_SHAPES } from '../../../../../functions/domain/company/name/kanji-shapes';

test('no kanji stands in two groups, and none is folded by NFKC', () => {
  const all = KANJI_SHAPES.flatMap((group) => [...group]);
  expect(all.filter((kanji, at) => all.indexOf(kanji) !== at)).toEqual([]);
  expect(all.filter((kanji) => kanji.normalize('NFKC') !== kanji)).toEqual([]);
});

test('each group has a standard shape and others', () => {
  expect(KANJI_SHAPES.filter((group) => [...group].length < 2)).toEqual([]);
});
