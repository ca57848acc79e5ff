import { toRecord } from '../../../../functions/domain/account/account-record';
import {
  type ComparableCompany,
  type DuplicateKind,
  duplicateKeys,
  duplicateKindBy,
  isUnresolvedPair,
  matchingTraits,
} from '../../../../functions/domain/company/duplicates';
import { anAccount } from '../../../builders';
import { corporateNumberOf } from '../../../corporate-numbers';

const company = (over: ComparableCompany = {}): ComparableCompany => ({ name: '株式会社アシスト', ...over });
const duplicateKind = (a: ComparableCompany, b: ComparableCompany): DuplicateKind | null =>
  duplicateKindBy(matchingTraits(a, b));
const inTokyo = '東京都千代田区九段北4-2-1';

const LIKELY: [title: string, a: ComparableCompany, b: ComparableCompany][] = [
  ['the same domain', { domains: ['ashisuto.co.jp'] }, { domains: ['https://www.ASHISUTO.co.jp/about'] }],
  ['a domain among several', { domains: ['a.jp', 'b.jp'] }, { domains: ['c.jp', 'info@b.jp'] }],
  ['the same phone', { phone: '03-5276-5850' }, { phone: '０３（５２７６）５８５０' }],
  ['the first of two phones', { phone: '03-5276-5850,03-5276-5851' }, { phone: '0352765850' }],
  ['a phone with a fax behind it', { phone: 'TEL:03-5276-5850(代)\nFAX:03-1' }, { phone: '03-5276-5850' }],
  ['a phone with an extension', { phone: '代表 03-5276-5850 内線12' }, { phone: '03/5276/5850' }],
  ['a phone that became a number', { phone: '81352765850' }, { phone: '0081-3-5276-5850' }],
  ['the same phone, from abroad', { phone: '03-5276-5850' }, { phone: '+81 3 5276 5850' }],
  ['the same address', { address: inTokyo }, { address: inTokyo }],
  ['the address in kanji', { address: inTokyo }, { address: '東京都千代田区九段北四丁目2番1号' }],
  ['the address in full width', { address: inTokyo }, { address: '千代田区九段北４－２－１' }],
  ['the address with its building', { address: inTokyo }, { address: `${inTokyo} 市ヶ谷東急ビル 5F` }],
  ['the address with its room', { address: inTokyo }, { address: `${inTokyo}-501` }],
  ['the address with its postal code', { address: inTokyo }, { address: `〒102-0073 ${inTokyo}` }],
  [
    'tens of 丁目',
    { address: '札幌市中央区北十二条西二十丁目3番地' },
    { address: '北海道札幌市中央区北十二条西20-3' },
  ],
  ['丸の内 and 丸ノ内', { address: '千代田区丸の内1丁目1番' }, { address: '東京都千代田区丸ノ内1-1' }],
  ['霞が関 and 霞ヶ関', { address: '千代田区霞が関1-2-3' }, { address: '千代田区霞ヶ関1-2-3' }],
  ['another spelling of the name', { name: '(株)アシスト', phone: '0352765850' }, { phone: '03-5276-5850' }],
  [
    'an old kanji',
    { name: '髙橋商店', domains: ['takahashi.jp'] },
    { name: '高橋商店', domains: ['takahashi.jp'] },
  ],
  [
    'the English name',
    { name: 'Ashisuto K.K.', domains: ['a.jp'] },
    { englishName: 'ASHISUTO CO., LTD.', domains: ['a.jp'] },
  ],
  [
    'a former name',
    { name: '日本コンピューター', domains: ['a.jp'] },
    { formerNames: [{ name: '株式会社日本コンピュータ-', until: '2020-04-01' }], domains: ['a.jp'] },
  ],
  ['a number on one side', { corporateNumber: corporateNumberOf(1), address: inTokyo }, { address: inTokyo }],
];

const ONLY_THE_NAME: typeof LIKELY = [
  ['nothing else is known', {}, {}],
  ['a mail provider', { domains: ['gmail.com'] }, { domains: ['gmail.com'] }],
  ['a mailbox at a provider', { domains: ['mx1.ocn.ne.jp'] }, { domains: ['mx1.ocn.ne.jp'] }],
  ['another phone', { phone: '03-5276-5850' }, { phone: '03-5276-5851' }],
  ['an extension', { phone: '110' }, { phone: '110' }],
  ['another house', { address: inTokyo }, { address: '東京都千代田区九段北4-2-11' }],
  ['another town', { address: inTokyo }, { address: '大阪府大阪市北区4-2-1' }],
  ['an address without a number', { address: '東京都千代田区' }, { address: '東京都千代田区' }],
  ['a whole 丁目', { address: '東京都千代田区九段北4丁目' }, { address: inTokyo }],
  ['no domain at all', { domains: ['なし'] }, { domains: ['なし'] }],
];

describe('likeness', () => {
  test.each(LIKELY)('%s and the same name: likely', (_, a, b) => {
    expect(duplicateKind(company(a), company(b))).toBe('likely');
    expect(duplicateKind(company(b), company(a))).toBe('likely');
  });

  test.each(ONLY_THE_NAME)('%s: the name alone', (_, a, b) => {
    expect(duplicateKind(company(a), company(b))).toBe('name');
    expect(duplicateKind(company(b), company(a))).toBe('name');
  });

  test('an equal number is the same company, whatever else differs', () => {
    const corporateNumber = corporateNumberOf(1);
    expect(duplicateKind({ name: '甲', corporateNumber }, { name: '乙', corporateNumber })).toBe('number');
  });

  test('two numbers are two companies, whatever else is the same', () => {
    const same = { address: inTokyo, phone: '03-5276-5850', domains: ['a.jp'] };
    const [one, other] = [corporateNumberOf(1), corporateNumberOf(2)];
    expect(
      duplicateKind(company({ ...same, corporateNumber: one }), company({ ...same, corporateNumber: other })),
    ).toBe(null);
  });

  test('another name is another company, also at the same address', () => {
    expect(duplicateKind({ name: '甲商事', address: inTokyo }, { name: '乙商事', address: inTokyo })).toBe(
      null,
    );
  });

  test('tells everything that is the same', () => {
    const all = { address: inTokyo, phone: '03-5276-5850', domains: ['a.jp'] };
    expect(matchingTraits(company(all), company(all))).toEqual(['name', 'domain', 'phone', 'address']);
  });

  test.each(['', '株式会社', '-', 'あ'])(
    'a name as short as "%s" is compared and never everything',
    (name) => {
      expect(duplicateKind({ name }, { name: '株式会社アシスト' })).toBe(null);
      expect(duplicateKeys({ name }).length).toBeLessThanOrEqual(1);
    },
  );
});

describe('the keys that are stored', () => {
  test.each(LIKELY)('%s: the two meet under a key that is more than the name', (_, a, b) => {
    const keys = new Set(duplicateKeys(company(a)));
    expect(duplicateKeys(company(b)).some((key) => keys.has(key) && !key.startsWith('n:'))).toBe(true);
  });

  test('stay few and short, whatever is stored', () => {
    const long = '長'.repeat(300);
    const keys = duplicateKeys({
      name: long,
      kana: 'ナ'.repeat(300),
      englishName: 'n'.repeat(300),
      formerNames: Array.from({ length: 50 }, (_, n) => ({ name: `${n}${long}`, until: '2020-01-01' })),
      address: `${long}1-2-3`,
      domains: Array.from({ length: 20 }, (_, n) => `${n}.${'d'.repeat(240)}.jp`),
    });
    expect(keys.length).toBeLessThanOrEqual(72);
    expect(Math.max(...keys.map((key) => Buffer.byteLength(key)))).toBeLessThan(1500);
  });
});

describe('a pair to look at', () => {
  const [a, b] = [anAccount({ id: 'a' }), anAccount({ id: 'b' })];
  const onFile = {
    on: '2026-03-02',
    reason: 'DUPLICATE',
    reasonText: null,
    successorId: 'c',
    from: 'COLD',
  } as const;
  const MARKED = { on: '2026-03-02', by: 'is' };

  test.each([
    ['two that nobody has looked at', a, b, true],
    ['said apart on the one', { ...a, notDuplicateOf: { b: MARKED } }, b, false],
    ['said apart on the other', a, { ...b, notDuplicateOf: { a: MARKED } }, false],
    ['said apart from a third', { ...a, notDuplicateOf: { c: MARKED } }, b, true],
    ['one that another stands for', anAccount({ ...toRecord(a), status: 'ON_FILE', onFile }), b, false],
    [
      'one on file for itself',
      anAccount({ ...toRecord(a), status: 'ON_FILE', onFile: { ...onFile, successorId: null } }),
      b,
      true,
    ],
    ['one that was taken back', { ...a, withdrawn: true }, b, false],
  ])('%s', (_, one, other, open) => {
    expect(isUnresolvedPair(one, other)).toBe(open);
  });
});
