import fc from 'fast-check';
import { foldCompanyName, weakKeyOf } from '../../../../../functions/domain/company/name/company-name';
import {
  contractionsOf,
  headKey,
  headsOf,
  isContraction,
  isHalfInKana,
  mixedScriptKeys,
  mixedScriptQueryKeys,
  respellings,
} from '../../../../../functions/domain/company/name/name-parts';

const weak = (name: string): string => foldCompanyName(name).weakKey;

test.each<[string, string[]]>([
  ['日産自動車株式会社', ['日産']],
  ['日産化学工業', ['日産化学', '日産']],
  ['ニッサンジドウシャ', ['ニッサン']],
  ['KURABO INDUSTRIES LTD.', ['kurabo']],
  ['ハチホールディングス', ['ハチ']],
  ['大林組', ['大林']],
  ['日本電気', []],
  ['ニホンコウギョウ', []],
  ['東京ガス', []],
  ['製作所', []],
  ['早稲田大学', ['早稲田']],
  ['アシスト', []],
])('the heads of %s are %j', (name, heads) => {
  expect(headsOf(weak(name))).toEqual(heads.map(weakKeyOf));
});

test.each<[string, string[]]>([
  ['早稲田大学', ['早大', '早学']],
  ['東京大学', ['東大', '東学']],
  ['日本製鉄株式会社', ['日製', '日鉄']],
  ['東京電力ホールディングス株式会社', ['東電', '東力']],
  ['大林組', ['大組']],
  ['林組', []],
  ['ハチ工業', []],
  ['日産', []],
])('%s may be shortened to %j', (name, contractions) => {
  expect(contractionsOf(weak(name))).toEqual(contractions.map(weakKeyOf));
});

test.each([
  ['東大', true],
  ['東京大', false],
  ['ハチ', false],
  ['東g', false],
])('%s may be such a contraction: %p', (typed, may) => {
  expect(isContraction(weak(typed))).toBe(may);
});

test.each([
  ['クラボウ', 'KURABO'],
  ['にっさん', 'Nissan'],
  ['シャチ', 'Shachi'],
])('the head %s meets %s', (one, other) => {
  expect(headKey(weak(one))).toBe(headKey(weak(other)));
});

test.each<[string, string[]]>([
  ['たけうち製作所', ['タケウチセイサクショ', 'タケウチセイサクジョ']],
  ['竹内せいさくしょ', ['竹内製作所']],
  ['竹内デンキ', ['竹内電機', '竹内電気', '竹内電器']],
  ['ニホン坩堝', ['日本坩堝']],
  ['日本精工', []],
  ['にほんせいこう', ['ニホン精工', 'ニホン製鋼', '日本セイコウ']],
])('%s may be written %j', (typed, spellings) => {
  expect(new Set(respellings(weak(typed)))).toEqual(new Set(spellings.map(weakKeyOf)));
});

test.each([
  ['安藤ハザマ', '安藤・間', 'アンドウハザマ', true],
  ['アンドウ間', '安藤・間', 'アンドウハザマ', true],
  ['日本ルツボ', '日本るつぼ製造', 'ニホンルツボセイゾウ', false],
  ['日本ルツボ', '日本電気', 'ニホンデンキ', false],
  ['ダイニチ工業', '大日精化工業', 'ダイニチセイカコウギョウ', false],
  ['ダイニチ工業', '大日工業', 'ダイニチコウギョウ', true],
  ['安藤ハザマ', '安藤', 'アンドウハザマ', false],
  ['安藤ハザマ', '安藤間', 'ハザマ', false],
  ['安藤ハザマ', '安藤建設工業', 'アンドウハザマ', false],
])('%s and %s (%s): %s', (typed, name, reading, fits) => {
  expect(isHalfInKana(weak(typed), weak(name), weak(reading))).toBe(fits);
});

test('what is half in kana is found by one of the keys of the name and its reading', () => {
  const kanji = fc.constantFrom(...'安藤間坩堝竹内山田');
  const read = fc.string({ unit: fc.constantFrom(...'アカサタナハマヤラワン'), minLength: 3, maxLength: 4 });
  const part = fc.tuple(kanji, read);
  fc.assert(
    fc.property(part, part, ([one, oneRead], [other, otherRead]) => {
      const [name, reading] = [one + other, oneRead + otherRead];
      for (const typed of [one + otherRead, oneRead + other]) {
        expect(isHalfInKana(typed, name, reading)).toBe(true);
        expect(mixedScriptKeys(name, reading)).toEqual(expect.arrayContaining(mixedScriptQueryKeys(typed)));
        expect(mixedScriptQueryKeys(typed)).toHaveLength(1);
      }
    }),
    { numRuns: 200 },
  );
});
