import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { duplicateKeys } from '../../../../functions/domain/company/duplicates';
import {
  accountDomains,
  clientNameKey,
  domainKey,
  MATCH_KEYS_VERSION,
  matchKeys,
  normaliseSecuritiesCode,
  queryKeys,
  securitiesCodeKey,
  similarKeys,
} from '../../../../functions/domain/company/match-keys';
import { queryReadings } from '../../../../functions/domain/company/name/name-readings';
import { aContact, anAccount, byId } from '../../../builders';

const askedFor = (typed: string): string[] => Object.values(queryKeys(queryReadings(typed))).flat();
const isFound = (typed: string, stored: readonly string[]): boolean =>
  askedFor(typed).some((key) => stored.includes(key));

const account = anAccount({
  name: '株式会社齋藤鐵工所',
  kana: 'サイトウテッコウショ',
  englishName: 'Saito Iron Works, Ltd.',
  formerNames: [{ name: '齋藤商会', until: '2020-04-01' }],
  domains: ['https://www.saito-iron.co.jp/'],
  contacts: byId(
    aContact({ email: 'yamada@mail.saito.jp' }),
    aContact({ id: 'c2', email: 'saito@gmail.com' }),
  ),
});

test.each([
  ['as it stands', '株式会社齋藤鐵工所'],
  ['another form and width', '(株) 齋藤鐵工所'],
  ['new kanji', '斉藤鉄工所'],
  ['the reading', 'さいとうてっこうしょ'],
  ['the reading in Latin letters', 'Saito Tekkosho'],
  ['the English name', 'SAITO IRON WORKS'],
  ['a former name', '斎藤商会'],
  ['a part of the name', '鉄工所'],
  ['a slip', '齋藤鐵功所'],
  ['look-alikes', '斉籐鉄エ所'],
  ['what a scanner left of it', '斎藤铁工'],
  ['the English name as a scanner read it', 'SA1T0 lR0N W0RK5'],
])('found by %s', (_, typed) => {
  expect(isFound(typed, matchKeys(account))).toBe(true);
});

test('not found by another name', () => {
  expect(isFound('株式会社日立製作所', matchKeys(account))).toBe(false);
});

test('domains: of the company and of its people, none of free mail', () => {
  const domains = accountDomains(account);
  expect(domains).toEqual(expect.arrayContaining(['saito-iron.co.jp', 'mail.saito.jp', 'saito.jp']));
  expect(domains.some((domain) => domain.includes('gmail'))).toBe(false);
  expect(matchKeys(account)).toEqual(expect.arrayContaining(domains.map(domainKey)));
});

test('a client has its names once more, so that namesakes do not hide it', () => {
  const isClientKey = (key: string) => key.startsWith(clientNameKey(''));
  expect(matchKeys(account).filter(isClientKey)).toEqual([]);
  const client = anAccount({ name: 'アシスト', status: 'CURRENT_CLIENT' });
  expect(matchKeys(client).filter(isClientKey)).toEqual([clientNameKey('アシスト')]);
});

test.each([
  ['1301', '1301'],
  ['13010', '1301'],
  ['１３０Ａ', '130A'],
  [' 130a0 ', '130A'],
  ['1301 ', '1301'],
  ['13011', null],
  ['A301', null],
  ['130', null],
  ['', null],
])('securities code %j is %j', (typed, code) => {
  expect(normaliseSecuritiesCode(typed)).toBe(code);
});

test('a securities code that can be right is a key', () => {
  expect(matchKeys(anAccount({ securitiesCode: '13010' }))).toContain(securitiesCodeKey('1301'));
  expect(matchKeys(anAccount({ securitiesCode: '未上場' })).some((key) => key.startsWith('#'))).toBe(false);
});

test('each kind of a query fits into one query, and no key is asked for as exact and as alike', () => {
  const keys = queryKeys(
    queryReadings('★日本インターナショナルシステムホールディングス(旧 NIS、東京) 営業部 御中'),
  );
  for (const kind of Object.values(keys)) {
    expect(kind.length).toBeLessThanOrEqual(30);
    expect(new Set(kind).size).toBe(kind.length);
  }
  expect(keys.exact.filter((key) => keys.alike.includes(key))).toEqual([]);
});

const anyName = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc
    .array(fc.constantFrom(...'アイウ𩸽𠀋𐐨абв株abc・ー'), { minLength: 1, maxLength: 12 })
    .map((characters) => characters.join('')),
);

test('no key cuts a character in two: half of one cannot be stored, nor asked for', () => {
  return fc.assert(
    fc.property(anyName, anyName, (name, kana) => {
      const keys = [
        ...matchKeys(anAccount({ name, kana, englishName: kana })),
        ...askedFor(name),
        ...askedFor(kana),
      ];
      expect(keys.filter((key) => /\p{Cs}/u.test(key))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/** One of each way in which names are written. */
const WRITTEN = [
  ...[
    '株式会社TBK',
    '㈱アシスト',
    'ｱｼｽﾄ(ｶ)ﾄｳｷﾖｳｼﾃﾝ',
    '日本株式会社設計',
    '東京瓦斯',
    '束芝',
    '有限会社さいとう(齋藤)',
  ],
  ...[
    'Tōyō Works Co., Ltd.',
    'J P Morgan S.p.A.',
    'The Aokima Bank, Ltd.',
    '医療法人社団 鳩会',
    'クラボウ',
    '安藤・間',
    'ＮＴＴデータ',
    'Тоуоtа',
  ],
];

test('whoever changes the keys that are stored raises their version, and writes down here what they are by then', () => {
  const keys = [account, ...WRITTEN.map((name) => anAccount({ name, kana: 'アンドウハザマ' }))].map((one) => [
    matchKeys(one).sort(),
    duplicateKeys(one).sort(),
  ]);
  const digest = createHash('sha256').update(JSON.stringify(keys)).digest('hex').slice(0, 16);
  expect([MATCH_KEYS_VERSION, digest]).toEqual([19, '9ca0e4e3f0933d51']);
});

test('of a similar name no key is asked for that is a part of a common ending alone', () => {
  const common = (stored: string, asked: string): string[] => {
    const keys = new Set(matchKeys(anAccount({ name: stored })));
    return similarKeys(asked).filter((key) => keys.has(key));
  };
  expect(common('株式会社赤沢ホールディングス', '株式会社黒川ルディングス')).toEqual([]);
  expect(common('株式会社赤沢青松川ホールディングス', '株式会社赤沢音松川ホールディングス')).not.toEqual([]);
});
