import { foldWord } from '../../../../functions/domain/text/fold-word';

test.each([
  ['Corporate Number', 'corporatenumber'],
  ['ＣＯＲＰＯＲＡＴＥ\u3000number\n', 'corporatenumber'],
  ['法 人\t番号', '法人番号'],
  ['ｶﾅ', 'カナ'],
  [' \u3000', ''],
])('%j is compared as %j', (word, folded) => {
  expect(foldWord(word)).toBe(folded);
});
