import { matchKeys } from '../../../../functions/domain/company/match-keys';
import { parseLookupQuery } from '../../../../functions/domain/lookup/query';
import { rankHits } from '../../../../functions/domain/lookup/rank';
import { aContact, anAccount, byId } from '../../../builders';

const hachi = anAccount({
  id: 'a_hachi',
  name: '株式会社ハチ精機ホールディングス',
  kana: 'カブシキガイシャハチセイキホールディングス',
  englishName: 'HACHI SEIKI HOLDINGS CO., LTD.',
  corporateNumber: '5070001000715',
  securitiesCode: '13010',
  domains: ['https://www.hachi-seiki.co.jp/'],
  formerNames: [{ name: '八精機株式会社', until: '2024-04-01' }],
  contacts: byId(
    aContact({ email: 'yamada@hachi-contact.jp' }),
    aContact({ id: 'c2', email: 'x@gmail.com' }),
  ),
});
const others = [
  anAccount({ id: 'a_1', name: 'ハチ株式会社' }),
  anAccount({ id: 'a_2', name: '株式会社ハチミツ' }),
  anAccount({ id: 'a_3', name: '株式会社エム・エス' }),
];

const ask = (typed: string) => rankHits([hachi, ...others], parseLookupQuery(typed).question);

test.each([
  ['5070001000715', 'corporateNumber', 'equal', 'same'],
  ['070001000715', 'corporateNumber', 'equal', 'likely'],
  ['1301', 'securitiesCode', 'equal', 'same'],
  ['info@hachi-seiki.co.jp', 'domain', 'equal', 'likely'],
  ['https://shop.hachi-seiki.co.jp/', 'domain', 'equal', 'likely'],
  ['suzuki@hachi-contact.jp', 'domain', 'equal', 'likely'],
  ['株式会社ハチ精機ホールディングス', 'name', 'equal', 'likely'],
  ['ハチ精機ホールディングス(株)', 'name', 'equal', 'likely'],
  ['ハチ精機HD', 'name', 'spelling', 'likely'],
  ['八精機', 'formerName', 'equal', 'likely'],
  ['Hachi Seiki Hldgs.', 'englishName', 'spelling', 'likely'],
  ['はちせいきほーるでぃんぐす', 'kana', 'equal', 'likely'],
  ['ハチ精機ホールディングス 東京支店', 'name', 'equal', 'likely'],
  ['ハチ精機ホールディングス株式会社 総務部 山田様', 'name', 'equal', 'likely'],
  ['ハチ精機ホールディングス 山田様', 'name', 'equal', 'similar'],
  ['ハチ精機ホールデングス', 'name', 'equal', 'likely'],
  ['ハチ精期ホールディングス', 'name', 'slip', 'similar'],
  ['ハチ精機', 'name', 'part', 'similar'],
  ['Hachi Sei', 'englishName', 'part', 'similar'],
])('%s: by %s, %s, %s', (typed, matched, how, sure) => {
  const [best] = ask(typed);
  expect(best).toMatchObject({ account: { id: 'a_hachi' }, matched, how, sure });
});

test('the whole name comes before one that begins with it, and what only looks alike is left out', () => {
  expect(ask('ハチ').map(({ account, how }) => [account.id, how])).toEqual([
    ['a_1', 'equal'],
    ['a_2', 'part'],
    ['a_hachi', 'part'],
  ]);
  expect(ask('x@gmail.com')).toEqual([]);
  expect(ask('東西商会')).toEqual([]);
});

test.each([
  ['ハチ精织ホルディソグ', 'name'],
  ['株式会社ハ予精機木ールデ', 'name'],
  ['HACH1 SEIKl H0LDIN6S', 'englishName'],
])('%s, as a scanner misread it: similar by its %s', (typed, matched) => {
  const [best] = ask(typed);
  expect(best).toMatchObject({ account: { id: 'a_hachi' }, matched, how: 'misread', sure: 'similar' });
});

test('where a name itself was found, none is taken for a misread one', () => {
  const twins = [anAccount({ id: 'a_1', name: '東芝機械' }), anAccount({ id: 'a_2', name: '束芝磯械' })];
  const found = (typed: string) => rankHits(twins, parseLookupQuery(typed).question).map(({ how }) => how);
  expect(found('株式会社東芝機械')).toEqual(['equal']);
  expect(found('株式会社柬芝杤械')).toEqual(['misread', 'misread']);
});

test('of two with one name the legal form and its place decide', () => {
  const [front, back] = [
    anAccount({ id: 'a_f', name: '株式会社アルファ' }),
    anAccount({ id: 'a_b', name: 'アルファ株式会社' }),
  ];
  const limited = anAccount({ id: 'a_l', name: '有限会社アルファ' });
  const first = (typed: string) =>
    rankHits([front, back, limited], parseLookupQuery(typed).question)[0]?.account.id;
  expect([first('㈱アルファ'), first('アルファ(株)'), first('(有)アルファ')]).toEqual(['a_f', 'a_b', 'a_l']);
});

test('a name alone is never the same company for sure', () => {
  expect(ask('株式会社ハチ精機ホールディングス').map(({ sure }) => sure)).not.toContain('same');
});

test('the keys of an account are few and never empty; free mail gives none', () => {
  const keys = matchKeys(hachi);
  expect(keys).toEqual(
    expect.arrayContaining([
      'ハチ精機ホルディングス',
      '八精機',
      'hachiseikiholdings',
      '@hachi-seiki.co.jp',
      '#1301',
    ]),
  );
  expect(keys).not.toContain('@gmail.com');
  expect(keys.length).toBeLessThan(100);
  for (const name of ['株式会社', '㈱', 'ー', 'あ', '=1+1', '😀'])
    expect(matchKeys(anAccount({ name })).filter((key) => key.replace(/^[a-z]:/, '') === '')).toEqual([]);
});
