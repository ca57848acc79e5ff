import {
  isOtherEntry,
  type LikelyGroup,
  likenessOf,
} from '../../../../functions/domain/company/likely-company';
import { anAccount } from '../../../builders';
import { corporateNumberOf } from '../../../corporate-numbers';

const N1 = corporateNumberOf(1);
const N2 = corporateNumberOf(2);

test.each<[string, object, object, LikelyGroup | null]>([
  ['the same name', { name: '株式会社八' }, { name: '株式会社八' }, 'sameName'],
  ['an abbreviated form', { name: '㈱八' }, { name: '株式会社八' }, 'sameName'],
  ['the form on the other side', { name: '八(株)' }, { name: '株式会社八' }, 'otherSpelling'],
  ['no form', { name: '八' }, { name: '株式会社八' }, 'otherSpelling'],
  ['old kanji', { name: '株式会社髙八' }, { name: '株式会社高八' }, 'otherSpelling'],
  ['another form', { name: '有限会社八' }, { name: '株式会社八' }, null],
  ['another name', { name: '株式会社九' }, { name: '株式会社八' }, null],
  [
    'two numbers',
    { name: '株式会社八', corporateNumber: N1 },
    { name: '株式会社八', corporateNumber: N2 },
    null,
  ],
  ['one number', { name: '株式会社八', corporateNumber: N1 }, { name: '株式会社八' }, 'sameName'],
  [
    'the same phone',
    { name: '八', phone: '03-1234-5678' },
    { name: '株式会社八', phone: '0312345678' },
    'sameFacts',
  ],
  [
    'another phone',
    { name: '八', phone: '03-1234-5678' },
    { name: '株式会社八', phone: '0398765432' },
    'otherFacts',
  ],
  [
    'a phone that is known of one',
    { name: '八', phone: '03-1234-5678' },
    { name: '株式会社八' },
    'otherSpelling',
  ],
  [
    'the same domain',
    { name: '八', domains: ['8.co.jp'] },
    { name: '株式会社八', domains: ['8.co.jp'] },
    'sameFacts',
  ],
  [
    'another name with the same domain',
    { name: '8 Foods', domains: ['https://www.8.co.jp/'] },
    { name: '株式会社八食品', domains: ['8.co.jp'] },
    'sameDomain',
  ],
  [
    'another name on the same platform',
    { name: '喫茶八', domains: ['https://www.facebook.com/8'] },
    { name: '花屋九', domains: ['https://www.facebook.com/9'] },
    null,
  ],
  [
    'the same domain and two numbers',
    { name: '九', domains: ['8.co.jp'], corporateNumber: N1 },
    { name: '八', domains: ['8.co.jp'], corporateNumber: N2 },
    null,
  ],
  ['a prefecture', { name: '八', address: '大阪府' }, { name: '株式会社八', address: '大阪府' }, 'sameFacts'],
  ['two readings', { name: '東陽', kana: 'トウヨウ' }, { name: '東洋', kana: 'トウヨウ' }, null],
  [
    'the reading for a name',
    { name: 'トウヨウ' },
    { name: '東洋株式会社', kana: 'トウヨウ' },
    'otherSpelling',
  ],
  [
    'a former name',
    { name: '株式会社旧' },
    { name: '株式会社八', formerNames: [{ name: '株式会社旧', until: '2025-01-01' }] },
    'otherSpelling',
  ],
  [
    'the English name, with a form of another country',
    { name: 'Hachi Inc.' },
    { name: '株式会社八', englishName: 'HACHI' },
    'otherSpelling',
  ],
  ['letters in kana', { name: 'エヌティティ八' }, { name: '株式会社NTT八' }, 'otherSpelling'],
  ['a branch', { name: '八東_大阪支店' }, { name: '八東株式会社' }, 'otherSpelling'],
  ['a bank and its branch', { name: 'ﾊﾁ(ｶ)ﾄｳｷﾖｳｼﾃﾝ' }, { name: '株式会社ハチ' }, 'otherSpelling'],
  ['a bank, of another form', { name: 'ﾊﾁ(ﾕ)ﾄｳｷﾖｳｼﾃﾝ' }, { name: '株式会社ハチ' }, null],
  [
    'words of trade by their reading',
    { name: 'たけうち製作所' },
    { name: '株式会社竹内製作所', kana: 'タケウチセイサクショ' },
    'otherSpelling',
  ],
  [
    'half in kana',
    { name: '安藤ハザマ' },
    { name: '株式会社安藤・間', kana: 'アンドウハザマ' },
    'otherSpelling',
  ],
  [
    'the reading of a longer name',
    { name: '株式会社ノヴァ薬品' },
    { name: 'ノヴァ薬品二株式会社', kana: 'ノヴァヤクヒン' },
    null,
  ],
  ['without its words of trade', { name: '日産' }, { name: '日産自動車株式会社' }, null],
  ['a look-alike', { name: '束芝' }, { name: '東芝' }, null],
  [
    'two numbers, in two spellings',
    { name: 'エヌティティ', corporateNumber: N1 },
    { name: 'NTT', corporateNumber: N2 },
    null,
  ],
])('%s', (_, company, other, group) => {
  expect(likenessOf(company, other)?.group ?? null).toBe(group);
  expect(likenessOf(other, company)?.group ?? null).toBe(group);
});

test.each<[string, string | undefined, boolean]>([
  ['A1', 'A2', true],
  ['A1', 'A1', false],
  ['A1', undefined, false],
  ['', 'A1', false],
])('listed as %j, and a row with the ID %j', (known, listId, isOther) => {
  expect(isOtherEntry(anAccount({ sources: { L: known } }), { list: 'L', listId })).toBe(isOther);
});
