import fc from 'fast-check';
import { foldCompanyName } from '../../../../../functions/domain/company/name/company-name';
import { queryReadings, readName } from '../../../../../functions/domain/company/name/name-readings';
import {
  splitAsides,
  variantKeys,
  withoutSurroundings,
} from '../../../../../functions/domain/company/name/name-variants';

const keysOf = (name: string): string[] => {
  const { key, weakKey, loose } = readName(name);
  return [key, weakKey, ...loose];
};

describe('meet in some weak key', () => {
  test.each([
    ['エヌ・ティ・ティ・データ', 'NTTデータ'],
    ['エヌティティデータ', 'ＮＴＴデータ'],
    ['ジェイ　エフ　イー　ホールディングス', 'JFEホールディングス'],
    ['ジエイエフイーHD', 'ＪＦＥホールディングス'],
    ['ディーアンドエムカンパニー', 'D&Mカンパニー'],
    ['デーアンドエムカンパニー', 'Ｄ＆Ｍカンパニー'],
    ['エックスワイゼット', 'XYZ'],
    ['ブイ・ダブリュー', 'VW'],
    ['ヴィダブル', 'VW'],
    ['日精エー・エス・ビー機械', '日精ＡＳＢ機械'],
    ['スカパージェイエスエーティー', 'スカパーJSAT'],
    ['セブン&アイ・ホールディングス', '7&i HD'],
    ['エムスリー', 'M3'],
    ['東京ホールディングス', '東京ＨＤ'],
    ['Tokyo Holdings, Inc.', 'TOKYO HLDGS. INC'],
    ['ソニーG', 'ソニーグループ'],
    ['三井住友フィナンシャルグループ', '三井住友FG'],
    ['The Tochigi Bank, Ltd.', 'TOCHIGI BANK'],
    ['SOTOHCO.,LTD.', 'Sotoh Co., Ltd.'],
    ['ファンドⅡ', 'ファンド2'],
    ['百十四銀行', '114銀行'],
    ['Müller GmbH', 'Mueller'],
    ['Ørsted', 'Oersted'],
    ['ジョンソン・エンド・ジョンソン', 'ジョンソン＆ジョンソン'],
  ])('%s and %s', (one, other) => {
    const others = keysOf(other);
    expect(keysOf(one).filter((key) => others.includes(key))).not.toEqual([]);
  });
});

test.each([
  ['株式会社ジェイ・エム・エス（称号　株式会社　ＪＭＳ）', '株式会社ジェイ・エム・エス', ['株式会社 JMS']],
  ['パーク二四株式会社（定款上の商号　パーク２４株式会社）', 'パーク二四株式会社', ['パーク24株式会社']],
  ['甲株式会社(乙商会)', '甲株式会社', ['乙商会']],
  ['株式会社ハチ（旧 東西商会、北南商会）', '株式会社ハチ', ['東西商会', '北南商会']],
  ['株式会社ハチ (旧社名: 東西商会', '株式会社ハチ', []],
  ['ハチ | Hachi', 'ハチ', ['Hachi']],
  ['(一社)ハチ', 'ハチ', []],
  ['ハチ_Hachi', 'ハチ', ['Hachi']],
  ['ハチ（東京）', 'ハチ', []],
  ['(株)', '(株)', []],
])('in %s stand the names %s and %j', (name, outside, inside) => {
  expect(splitAsides(name)).toEqual({ outside, inside });
});

test.each([
  ['株式会社ハチ 御中', '株式会社ハチ'],
  ['株式会社ハチ 東京支店', '株式会社ハチ'],
  ['ハチ株式会社東京支店営業部', 'ハチ株式会社'],
  ['アシスト_東京', 'アシスト'],
  ['アシスト＿大阪支店', 'アシスト'],
  ['アシスト-名古屋', 'アシスト'],
  ['アシスト / 福岡支店', 'アシスト'],
  ['ｱｼｽﾄ(ｶ)ﾄｳｷﾖｳｼﾃﾝ', 'アシスト(カ)'],
  ['ｱｼｽﾄ(ｶ)ﾊﾁｵｳｼﾞｴｲｷﾞﾖｳｼﾖ', 'アシスト(カ)'],
  ['ｱｼｽﾄ(ｶ)ﾐﾅﾐﾉ(ｴｲ', 'アシスト株式会社'],
  ['ｱｼｽﾄ(ｼﾔ)ﾅｺﾞﾔ(ｼﾕﾂ)', 'アシスト(シヤ)'],
  ['ｶ)ｱｼｽﾄ ﾄｳｷﾖｳｼﾃﾝ', 'カ)アシスト'],
  ['ｶ)ｱｼｽﾄﾄｳｷﾖｳｼﾃﾝ', 'カ)アシスト'],
  ['アシスト株式会社八王子みなみ野支店', 'アシスト株式会社'],
  ['アシスト㈱東京', 'アシスト株式会社'],
  ['株式会社東京支店', '株式会社東京支店'],
  ['日本株式会社設計', '日本株式会社設計'],
  ['カブシキガイシャ ドウシシャ', 'カブシキガイシャ ドウシシャ'],
  ['カブシキガイシャ ピーエイ', 'カブシキガイシャ ピーエイ'],
  ['■ 株式会社ハチ', '株式会社ハチ'],
  ['① ハチ', '1 ハチ'],
  ['(3) ハチ', 'ハチ'],
  ['3. ハチ', 'ハチ'],
  ['夢展望株式会社?', '夢展望株式会社'],
  ['ハチ㈱※', 'ハチ(株)'],
  ['ハチ(株) ★', 'ハチ(株)'],
  ['株式会社ヤフー!', '株式会社ヤフー!'],
  ['ハチ?', 'ハチ?'],
  ['3M', '3M'],
  ['37', '37'],
  ['御中', '御中'],
  ['本社', '本社'],
  ['東京支店', '東京支店'],
])('%s without what surrounds it is %s', (name, rest) => {
  expect(withoutSurroundings(name)).toBe(rest);
});

const word = fc.constantFrom(
  ...'アイ 東京 鐵工 ジェイ エス ホールディングス ー ・ - 一 株式会社 ㈱ カ) Co., Ltd. The & (旧 ) HD ヴ 々 1 Ⅱ 😀 御中 東京支店'.split(
    ' ',
  ),
);
const aName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(word, { maxLength: 8 }).map((words) => words.join('')),
  fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
);

test('no reading of any text has an empty key, and reading throws nothing', () => {
  fc.assert(
    fc.property(aName, (name) => {
      for (const { key, weakKey, loose } of queryReadings(name))
        expect([key, weakKey, ...loose].filter((one) => one === '')).toEqual([]);
      expect(variantKeys(name).includes('')).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('keys fold to themselves', () => {
  const core = fc
    .array(fc.constantFrom(...'アイカガヴュッー東京鐵澤商事一二々abc12・'), { minLength: 1, maxLength: 8 })
    .map((characters) => `日${characters.join('')}本`);
  fc.assert(
    fc.property(core, (name) => {
      const { key, weakKey } = foldCompanyName(name);
      expect(foldCompanyName(key).key).toBe(key);
      expect(foldCompanyName(weakKey).weakKey).toBe(weakKey);
    }),
  );
});
