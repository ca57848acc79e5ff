import * as fc from 'fast-check';
import {
  headAndTailKeys,
  headAndTailQueryKeys,
  LEAST_LIKENESS,
  misreadSpellings,
  pieceKeys,
  pieceQueryKeys,
  spellingLikeness,
  tripleKeys,
  tripleQueryKeys,
  writtenLikeness,
} from '../../../../functions/domain/company/misread-name';
import { foldCompanyName } from '../../../../functions/domain/company/name/company-name';
import { foldLookAlikes } from '../../../../functions/domain/company/name/look-alikes';

const weakKeyOf = (name: string): string => foldCompanyName(name).weakKey;
const likeness = (typed: string, name: string): number =>
  Math.max(...misreadSpellings(foldCompanyName(typed)).map((one) => spellingLikeness(one, weakKeyOf(name))));
const isFound = (typed: string, name: string): boolean => {
  const key = weakKeyOf(name);
  const stored = [foldLookAlikes(key), ...pieceKeys(key), ...tripleKeys(key)];
  return misreadSpellings(foldCompanyName(typed))
    .flatMap((one) => [
      foldLookAlikes(one),
      ...Object.values(pieceQueryKeys(one)).flat(),
      ...tripleQueryKeys(one),
    ])
    .some((key) => stored.includes(key));
};

test.each([
  ['南海建設', '南海辰村建設'],
  ['ヒロヤ電話', 'ヒロセ電機'],
  ['中央エ業', '中央可鍛工業'],
  ['5UMC0', 'ＳＵＭＣＯ'],
])('%s has three characters of %s in their order', (typed, name) => {
  const stored = tripleKeys(weakKeyOf(name));
  expect(tripleQueryKeys(weakKeyOf(typed)).some((key) => stored.includes(key))).toBe(true);
});

test('two characters of an ending that hundreds of names have are none of the three, and a longer name has none', () => {
  expect(tripleKeys('丙乙工業')).toHaveLength(2);
  expect(tripleKeys('甲乙丙丁戊己庚')).toEqual([]);
});

test.each([
  ['オニカ', 'オハシテクニカ'],
  ['aide', 'aiinside'],
  ['オプグループ', 'オプテックスグループ'],
  ['MUTルディングス', 'ＭＵＴＯＨホールディングス'],
  ['UTホールディングス', 'ＶＴホールディングス'],
  ['出忠', '山忠'],
])('%s has the ends of %s', (typed, name) => {
  const stored = headAndTailKeys(weakKeyOf(name));
  expect(headAndTailQueryKeys(weakKeyOf(typed)).some((key) => stored.includes(key))).toBe(true);
});

test('an end of one character is none, and so is an ending that many names have', () => {
  expect(headAndTailKeys('甲')).toEqual([]);
  expect(headAndTailKeys('甲工業')).toEqual([]);
  const stored = headAndTailKeys(weakKeyOf('甲乙丙工業'));
  expect(headAndTailQueryKeys(weakKeyOf('丁戊己工業')).some((key) => stored.includes(key))).toBe(false);
});

test('as they are written, names differ by their long marks, spaces and forms', () => {
  expect(writtenLikeness('株式会社ケイーマ', '株式会社ケイファーマ')).toBeGreaterThan(
    writtenLikeness('株式会社ケイーマ', '株式会社ケーマス'),
  );
  expect(writtenLikeness('ＡＢＣ株式会社', 'abc株式会社')).toBe(1);
  expect(writtenLikeness('甲', '乙')).toBe(0);
});

// As scanners read real print: look-alikes, runs that are lost, and what is left of a legal form.
test.each([
  ['束芝株式会社', '東芝株式会社'],
  ['曰立製作所', '株式会社日立製作所'],
  ['ニ幸産業株式会社', '二幸産業株式会社'],
  ['青木食ンター', '青木食品分析センター'],
  ['青木マーケティ協会', '青木マーケティング協会'],
  ['一般財団法人本规格书会', '一般財団法人日本規格協会'],
  ['宫本車体株四海红', '宮本車体株式会社'],
  ['青木急便株式', '青木急便株式会社'],
  ['青樽自動車運輸株系社', '青樽自動車運輸株式会社'],
  ['有限青木自動車板金工業', '有限会社青木自動車板金工業'],
  ['株ヂーゼル青木', '株式会社ヂーゼル青木'],
  ['「株式会社リクルートスタリング', '株式会社リクルートスタッフィング'],
  ['株式会社ワールニカライ', '株式会社ワールドサプライ'],
  ['アステナィングス株式会社', 'アステナホールディングス株式会社'],
  ['三つ葉ホールィデングス二', '三つ葉ホールディングス二'],
  ['KURAB0 lNDU5TRlES', 'KURABO INDUSTRIES LTD.'],
  ['THE AOKMA BANK, LTD.', 'The Aokima Bank, Ltd.'],
  ['AOKlKOUMU Co.,Ltcl.', 'AOKIKOUMU Co., Ltd.'],
  ['A0KIK0UMU lnc.', 'AOKIKOUMU Inc.'],
])('%s is found as %s, and is similar', (typed, name) => {
  expect(isFound(typed, name)).toBe(true);
  expect(likeness(typed, name)).toBeGreaterThanOrEqual(LEAST_LIKENESS);
});

test.each([
  ['東西商会', '南北物産'],
  ['株式会社アシスト', '株式会社セコム'],
  ['山田', '川口'],
  ['三つ葉ホールィデングス', '日の出ホールディングス'],
  ['青木製作所', '白川製作所'],
])('%s is not similar to %s', (typed, name) => {
  expect(likeness(typed, name)).toBeLessThan(LEAST_LIKENESS);
});

test('the nearer of two comes first: the same characters, then look-alikes, then others, then a lost run', () => {
  const name = '青木東洋精機製作所';
  const nearer = ['青木東洋精機製作所', '青木束洋精機製作所', '青木南洋精機製作所', '青木製作所'];
  const likenesses = nearer.map((typed) => likeness(typed, name));
  expect(likenesses).toEqual([...likenesses].sort((a, b) => b - a));
  expect(new Set(likenesses).size).toBe(likenesses.length);
  expect(likenesses[0]).toBe(1);
});

test('the order of the two does not matter, equality alone is 1, and it lies between 0 and 1', () => {
  const anyKey = fc
    .array(fc.constantFrom(...'東束日曰本木アソン株式会社ab01l', '𠮷'), { minLength: 2, maxLength: 9 })
    .map((characters) => characters.join(''));
  void fc.assert(
    fc.property(anyKey, anyKey, (one, other) => {
      const there = spellingLikeness(one, other);
      expect(there).toBeCloseTo(spellingLikeness(other, one));
      expect(there).toBeGreaterThanOrEqual(0);
      expect(there).toBeLessThanOrEqual(1);
      expect(there === 1).toBe(one === other);
    }),
  );
});

test('a name with one character lost, added or mistaken anywhere asks for a key of the right one', () => {
  const anyName = fc
    .array(fc.constantFrom(...'青赤白黒山川谷沢松竹'), { minLength: 6, maxLength: 14 })
    .map((characters) => characters.join(''));
  void fc.assert(
    fc.property(anyName, fc.nat(), fc.constantFrom('', '紫', '紫紫'), (name, seed, instead) => {
      const at = seed % name.length;
      const typed = name.slice(0, at) + instead + name.slice(at + 1);
      expect(isFound(typed, name)).toBe(true);
    }),
    // It ends as it begins.
    { examples: [['赤沢青松青赤沢', 3, '']] },
  );
});

test('keys are few, and a text of any length is compared', () => {
  expect(pieceKeys('青')).toEqual([]);
  expect(pieceKeys(weakKeyOf('青木精機製作所')).length).toBeLessThanOrEqual(6);
  for (const keys of Object.values(pieceQueryKeys(weakKeyOf('青木精機設計事務所'))))
    expect(keys.length).toBeLessThanOrEqual(30);
  expect(spellingLikeness('青木'.repeat(10_000), '青木'.repeat(10_000))).toBe(1);
});

test('a legal form that only looks like one is none of the name, and an article is no piece of it', () => {
  expect(misreadSpellings(foldCompanyName('AOKIKOUMU Co.,Ltcl.'))).toContain(foldLookAlikes('aokikoumu'));
  expect(misreadSpellings({ weakKey: 'zinc', legalForms: [] })).toEqual(['zinc']);
  expect(pieceKeys('theaokibank')).toEqual(pieceKeys('aokibank'));
  expect(pieceKeys('theta')).not.toEqual(pieceKeys('ta'));
});
