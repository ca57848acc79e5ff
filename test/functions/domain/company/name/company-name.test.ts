import fc from 'fast-check';
import { foldCompanyName } from '../../../../../functions/domain/company/name/company-name';
import {
  FOREIGN_FORMS,
  FOREIGN_FORMS_IN_FRONT,
  SHORT_FOREIGN_FORMS,
} from '../../../../../functions/domain/company/name/legal-forms';

const keyOf = (name: string) => foldCompanyName(name).key;
const formsOf = (name: string) =>
  foldCompanyName(name).legalForms.map(({ form, position }) => `${position} ${form}`);

test.each([
  'アシスト',
  '株式会社アシスト',
  '株式会社　アシスト',
  'アシスト株式会社',
  '㈱アシスト',
  'アシスト㈱',
  '(株)アシスト',
  'アシスト（株）',
  '㍿アシスト',
  '【株】アシスト',
  'カ)アシスト',
  'ｶ)ｱｼｽﾄ',
  'ｱｼｽﾄ(ｶ',
  'アシスト(カ)',
  '株式會社アシスト',
  '株 式 会 社 ア シ ス ト',
  'カブシキガイシャ　アシスト',
  'かぶしきがいしゃあしすと',
  'アシストカブシキガイシヤ',
  '有限会社アシスト',
  'アシスト㈲',
  'ア・シ・ス・ト',
  'アシスト Inc.',
  'アシストCo.,Ltd.',
  'アシ\u200bスト',
  '株式会社株式会社アシスト',
  '株式会社アシスト株式会社',
  '株式会社アシスト™',
  'アシスト®',
  '©アシスト',
  '株式会社アシスト(TM)',
  'アシスト(R)',
  '協同組合アシスト',
  'アシスト生活協同組合',
  'アシスト生協',
  'キヨウクミ)アシスト',
  'ｱｼｽﾄ(ｷﾖｳｸﾐ',
  'ｾｲｷﾖｳ)ｱｼｽﾄ',
  'アシスト労働組合',
  'ﾛｳｸﾐ)ｱｼｽﾄ',
  'アシスト管理組合法人',
  'ｶﾝﾘ)ｱｼｽﾄ',
  '医財)アシスト',
  '医社）アシスト',
  '医療法人財団アシスト',
  'ｲﾘﾖｳﾎｳｼﾞﾝｼﾔﾀﾞﾝ ｱｼｽﾄ',
  'いっぱんしゃだんほうじんアシスト',
  'ノウキヨウ)アシスト',
  'ギヨキヨウ)アシスト',
  'ホゴ)アシスト',
  'チドク)アシスト',
  'ｼﾎｳ)ｱｼｽﾄ',
])('%j is アシスト', (name) => {
  expect(keyOf(name)).toBe('アシスト');
});

test.each([
  'ASSIST',
  'Assist Co., Ltd.',
  'ASSIST CO.,LTD.',
  'ASSIST CO,.LTD.',
  'ASSIST.CO.,LTD.',
  'Ａｓｓｉｓｔ　Ｃｏ．，Ｌｔｄ．',
  'Assist Company, Limited',
  'Assist, Inc.',
  'Assist Incorporated',
  'Assist Corporation Co., Ltd.',
  'Assist K.K.',
  'Assist K. K.',
  'KK Assist',
  'Kabushiki Kaisha Assist',
  'Assist L.L.C.',
  'Assist & Co.',
  'Assist plc',
  'Assist GmbH & Co. KG',
  'Assist S.A.',
  'Assist Sdn. Bhd.',
  'As-sist',
  'Assist S.p.A.',
  'ASSIST SPA',
  'Assist Oy',
  'Assist Oyj',
  'Assist AB',
  'Assist AB (publ)',
  'AB Assist',
  'Assist SE',
  'Assist A/S',
  'Assist ASA',
  'Assist d.o.o.',
  'Assist d. o. o.',
  'Assist Sp. z o.o.',
  'Assist s.r.o.',
  'PT Assist Tbk',
  'Assist (Persero) Tbk',
  'Assist Pte Ltd',
  'ASSIST PTE. LTD.',
  'Assist Pty. Limited',
  'Assist (Pty) Ltd',
  'Assist Tbk PT',
  'OAO Assist',
  'Assist N V',
  'Assist b.v.',
  'Assist S.A. de C.V.',
  'Assist S/A',
  'Assist Public Company Limited',
  'Assist GmbH and Co KG',
  'Assist SE & Co. KGaA',
  'Assist e.K.',
  'Assist L.P.',
  'ООО Assist',
])('%j is assist', (name) => {
  expect(keyOf(name)).toBe('assist');
});

test.each([
  ['コンピューター・センター', 'コンピュタセンタ'],
  ['コンピュータ　センタ', 'コンピュタセンタ'],
  ['T‐1 T‑1 T–1 T—1 T−1 T－1 T-1', 't1t1t1t1t1t1t1'],
  ['らーめん〜', 'ラメン'],
  ['37', '37'],
  ['伊藤', '伊藤'],
  ['.NET株式会社', '.net'],
  ['一般社団法人日本', '日本'],
  ['医療法人社団翔和会', '翔和会'],
  ['(医)翔和会', '翔和会'],
  ['認定NPO法人あい', 'アイ'],
  ['有限責任監査法人トーマツ', 'トマツ'],
  ['The Walt Disney Company', 'thewaltdisney'],
])('%j has the key %s', (name, key) => {
  expect(keyOf(name)).toBe(key);
});

test.each([
  ['アシスト', []],
  ['㈱アシスト', ['front 株式会社']],
  ['ｱｼｽﾄ(ｶ', ['back 株式会社']],
  ['ユ)アシスト', ['front 有限会社']],
  ['株式会社アシスト Inc.', ['front 株式会社', 'back Inc.']],
  ['Assist Corporation Co., Ltd.', ['back Co., Ltd.', 'back Corp.']],
  ['社団法人アシスト', ['front 社団法人']],
  ['一般社団法人アシスト', ['front 一般社団法人']],
  ['日本株式会社設計', ['middle 株式会社']],
  ['㈱日本㈱設計', ['front 株式会社', 'middle 株式会社']],
  ['Zinc', []],
  ['KKDay', []],
  ['U.S.A.', []],
  ['Tesco', []],
  ['日本AB', []],
  ['ライトSE', []],
  ['ABB', []],
  ['Case', []],
])('%j has the legal forms %j', (name, forms) => {
  expect(formsOf(name)).toEqual(forms);
});

test('a form in the middle stays in the name, however it is written', () => {
  expect(keyOf('日本株式会社設計')).toBe('日本株式会社設計');
  expect(keyOf('日本㈱設計')).toBe('日本株式会社設計');
  expect(keyOf('日本設計')).not.toBe(keyOf('日本株式会社設計'));
});

test.each([
  ['株式会社', '株式会社'],
  ['㈱', '(株)'],
  ['Limited', 'limited'],
  ['株式会社 Corp.', 'corp.'],
  ['ー株式会社', '株式会社'],
])('%j, only a legal form, keeps itself as the key %s', (name, key) => {
  expect(foldCompanyName(name)).toMatchObject({ key, tradeName: null });
});

test.each([
  ['株式会社　サカタのタネ', 'サカタのタネ'],
  ['（株）ＤＭＭ．ｃｏｍ', 'DMM.com'],
  ['Assist, Inc.', 'Assist'],
  ['日本株式会社設計', '日本株式会社設計'],
])('the trade name of %j is %s', (name, tradeName) => {
  expect(foldCompanyName(name).tradeName).toBe(tradeName);
});

const ABBREVIATED_FORMS = [...FOREIGN_FORMS, ...SHORT_FOREIGN_FORMS, ...FOREIGN_FORMS_IN_FRONT]
  .flatMap(({ latin }) => latin)
  .map((spelling) => spelling.replace(/ /g, ''))
  .filter(
    (spelling) => /^[a-z]{2,4}$/.test(spelling) && !/^(?:co|inc|ltd|llc|plc|corp|gmbh)$/.test(spelling),
  );
test.each(ABBREVIATED_FORMS)('株式会社%s is called by the letters of a form', (letters) => {
  for (const name of [letters, letters.toUpperCase()])
    for (const whole of [`株式会社${name}`, `${name}株式会社`, `(株)${name}`])
      expect(foldCompanyName(whole)).toMatchObject({
        key: letters,
        tradeName: name,
        legalForms: [{ form: '株式会社' }],
      });
});

test.each([
  ['髙島屋', '高島屋'],
  ['山﨑製パン', '山崎製パン'],
  ['渡邉商事', '渡辺商事'],
  ['渡邊商事', '渡辺商事'],
  ['齋藤', '斎藤'],
  ['齊藤', '斎藤'],
  ['斉藤', '斎藤'],
  ['濵田', '浜田'],
  ['國際', '国際'],
  ['澤井', '沢井'],
  ['廣島', '広島'],
  ['𠮷野家', '吉野家'],
  ['キャノン', 'キヤノン'],
  ['富士フィルム', '富士フイルム'],
  ['Nestlé', 'NESTLE'],
  ["McDonald's", 'McDonald’s'],
  ['U.S.A.', 'USA'],
  ['J.P. Morgan', 'J P Morgan'],
  ['Ørsted', 'Orsted'],
  ['Łódź', 'LODZ'],
  ['Strauß', 'Strauss'],
  ['Æther', 'Aether'],
  ['Şişecam', 'SISECAM'],
  ['İş', 'IS'],
  ['東京瓦斯', '東京ガス'],
  ['日本板硝子', '日本板ガラス'],
  ['横濱護謨', '横浜ゴム'],
  ['大日本麦酒', '大日本ビール'],
  ['木村屋珈琲', '木村屋コーヒー'],
  ['東洋曹達', '東洋ソーダ'],
  ['日本碍子', '日本ガイシ'],
])('%j and %j differ, but weakly match', (one, other) => {
  expect(keyOf(one)).not.toBe(keyOf(other));
  expect(foldCompanyName(one).weakKey).toBe(foldCompanyName(other).weakKey);
});

test('an ideographic variation selector changes nothing', () => {
  expect(foldCompanyName('渡邉\u{E0102}商事')).toEqual(foldCompanyName('渡邉商事'));
});

test('different names stay different', () => {
  const names = [
    'アシスト',
    'アシスタ',
    'アシスト東京',
    '日本アシスト',
    'Assist',
    'T1',
    'T2',
    '一',
    '二',
    'ハハ',
    'パパ',
    'ババ',
  ];
  expect(new Set(names.map((name) => foldCompanyName(name).weakKey)).size).toBe(names.length);
});

const pieces = fc.constantFrom(
  '株式会社',
  '㈱',
  '(株',
  'カ)',
  ' ',
  '・',
  'ー',
  'ア',
  '東京',
  'K.K.',
  'Co.',
  'Ltd',
  ',',
  '&',
  'a',
  '髙',
  '1',
  '\u200b',
);
const aName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
);

test('no visible name has an empty key, and equal keys are weakly equal', () => {
  fc.assert(
    fc.property(aName, (name) => {
      const { key, weakKey, tradeName } = foldCompanyName(name);
      const visible = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(name.normalize('NFKC'));
      expect([key !== '', weakKey !== '']).toEqual([visible, visible]);
      expect(tradeName).not.toBe('');
    }),
    { numRuns: 1_000 },
  );
});

test('the legal form, its place and the width of the letters never change the key', () => {
  const core = fc
    .array(fc.constantFrom(...'アイカサタナ東京商事abc12'), { minLength: 2, maxLength: 8 })
    .map((characters) => `日${characters.join('')}本`);
  fc.assert(
    fc.property(core, (name) => {
      const fullWidth = name.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
      for (const written of [
        `株式会社${name}`,
        `${name}㈱`,
        `カ)${name}`,
        `${fullWidth} Co., Ltd.`,
        `合同会社 ${fullWidth}`,
      ]) {
        expect([written, keyOf(written)]).toEqual([written, keyOf(name)]);
      }
    }),
  );
});

test('a text too long for a name is folded whole', () => {
  const long = `株式会社${'ア'.repeat(50_000)}`;
  expect(foldCompanyName(long)).toMatchObject({ key: long, legalForms: [] });
});

test('a name without a visible character is left to the caller', () => {
  expect(foldCompanyName(' \u200b　')).toEqual({ key: '', weakKey: '', legalForms: [], tradeName: null });
});
