import {
  foldLookAlikes,
  inJapaneseShapes,
  LOOK_ALIKES,
  SIMPLIFIED_KANJI,
} from '../../../../../functions/domain/company/name/look-alikes';
import { weakenKey } from '../../../../../functions/domain/company/name/weak-key';

test('no character stands in two groups, and each is as it stands in a weak key', () => {
  const all = LOOK_ALIKES.flatMap((group) => [...group]);
  expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([]);
  expect(all.filter((one) => weakenKey(one) !== one)).toEqual([]);
  expect(LOOK_ALIKES.filter((group) => [...group].length < 2)).toEqual([]);
});

test('each simplified kanji leads to one kanji of a weak key', () => {
  const simplified = SIMPLIFIED_KANJI.map((pair) => pair.slice(0, 1));
  expect(simplified.filter((one, at) => simplified.indexOf(one) !== at)).toEqual([]);
  expect(SIMPLIFIED_KANJI.filter((pair) => [...pair].length !== 2)).toEqual([]);
  expect(SIMPLIFIED_KANJI.filter((pair) => weakenKey(pair.slice(1)) !== pair.slice(1))).toEqual([]);
});

test.each([
  ['束芝', '東芝'],
  ['曰立製作所', '日立製作所'],
  ['ニ幸', '二幸'],
  ['パナツニツク', 'バナシニツク'],
  ['0a1', 'oal'],
  ['rnodern', 'modem'],
  ['业务', '業務'],
])('%s looks as %s does', (one, other) => {
  expect(foldLookAlikes(weakenKey(one))).toBe(foldLookAlikes(weakenKey(other)));
});

test('only shapes are changed where they are those of one kanji', () => {
  expect(inJapaneseShapes('规格书会')).toBe('規格書会');
});
