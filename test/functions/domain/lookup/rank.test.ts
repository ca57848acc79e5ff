import { matchKeys, queryKeys } from '../../../../functions/domain/company/match-keys';
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
  ['ハチ精機', 'name', 'head', 'similar'],
  ['精機ホールディングス', 'name', 'part', 'similar'],
  ['Hachi Sei', 'englishName', 'part', 'similar'],
])('%s: by %s, %s, %s', (typed, matched, how, sure) => {
  const [best] = ask(typed);
  expect(best).toMatchObject({ account: { id: 'a_hachi' }, matched, how, sure });
});

test.each([
  ['早大', 'name', 'contraction'],
  ['7-ワセダ', 'otherName', 'head'],
])('%s is only similar: by %s, %s', (typed, matched, how) => {
  const account = anAccount({ id: 'a_1', name: '早稲田大学', otherNames: ['セブンワセダ・ジャパン'] });
  const question = parseLookupQuery(typed).question;
  expect(rankHits([account], question)).toMatchObject([{ matched, how, sure: 'similar' }]);
});

test.each([
  ['MUFG', 'englishName', 'initials', 'similar'],
  ['MUFG株式会社', 'englishName', 'initials', 'similar'],
  ['JR九州', 'name', 'spelling', 'likely'],
  ['JR貨物', 'englishName', 'initials', 'similar'],
])('%s is found by its %s: by %s, %s', (typed, matched, how, sure) => {
  const accounts = [
    anAccount({
      ...{ id: 'a_1', name: '株式会社三菱ＵＦＪフィナンシャル・グループ' },
      englishName: 'Mitsubishi UFJ Financial Group, Inc.',
    }),
    anAccount({ id: 'a_2', name: '株式会社ＭＦＳ', englishName: 'MFS, Inc.' }),
    anAccount({ id: 'a_3', name: '九州旅客鉄道株式会社', englishName: 'Kyushu Railway Company' }),
    anAccount({ id: 'a_4', name: '日本貨物鉄道株式会社', englishName: 'Japan Freight Railway Company' }),
    anAccount({ id: 'a_5', name: '株式会社ＪＲＣ' }),
  ];
  const { question } = parseLookupQuery(typed);
  const asked = Object.values(queryKeys(question.readings)).flat();
  const [best] = rankHits(accounts, question);
  expect(best).toMatchObject({ matched, how, sure });
  expect(best && matchKeys(best.account).some((key) => asked.includes(key))).toBe(true);
});

test('the whole name comes before one that begins with it, and what only looks alike is left out', () => {
  expect(ask('ハチ').map(({ account, how }) => [account.id, how])).toEqual([
    ['a_1', 'equal'],
    ['a_hachi', 'head'],
    ['a_2', 'part'],
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

test.each([
  ['束芝', '東芝テック株式会社'],
  ['束芝', '株式会社東芝'],
  ['㈱束芝', '株式会社東芝'],
  ['曰立', '株式会社日立製作所'],
  ['ニ幸', '二幸株式会社'],
  ['Тоуоtа', 'TOYOTA TSUSHO CORPORATION'],
  ['ＴОТО', 'ＴＯＴＯ株式会社'],
  ['ΝΕC', '株式会社NEC'],
  ['Ѕоnу', 'Sony株式会社'],
])('%s looks like the name of %s, and is only similar', (typed, name) => {
  const account = anAccount({ id: 'a_looks', name });
  const { question } = parseLookupQuery(typed);
  const keys = matchKeys(account);
  const asked = Object.values(queryKeys(question.readings)).flat();
  expect(asked.some((key) => keys.includes(key))).toBe(true);
  expect(rankHits([account], question)).toMatchObject([{ how: 'misread', sure: 'similar' }]);
});

test.each([
  ['株式会社ケイーマ', '株式会社ケイファーマ', '株式会社ケーイム'],
  ['三菱車工業株式会社', '三菱自動車工業株式会社', '三菱化工機株式会社'],
  ['SUZZUKEN', '株式会社スズケン', '株式会社図研'],
])('%s: of names that are only similar, %s is nearer as it is written than %s', (typed, name, other) => {
  const english: Record<string, string> = {
    株式会社スズケン: 'SUZUKEN CO., LTD.',
    株式会社図研: 'ZUKEN INC.',
  };
  const accounts = [other, name].map((one, index) =>
    anAccount({ id: `a_${index}`, name: one, englishName: english[one] ?? null }),
  );
  const [best] = rankHits(accounts, parseLookupQuery(typed).question);
  expect(best?.account.name).toBe(name);
});

test('where a name itself was found, none is taken for a misread one', () => {
  const twins = [anAccount({ id: 'a_1', name: '東芝機械' }), anAccount({ id: 'a_2', name: '束芝磯械' })];
  const found = (typed: string) => rankHits(twins, parseLookupQuery(typed).question).map(({ how }) => how);
  expect(found('株式会社東芝機械')).toEqual(['equal']);
  expect(found('株式会社柬芝杤械')).toEqual(['misread', 'misread']);
});

const register = [
  anAccount({ id: 'a_takeuchi', name: '株式会社竹内製作所', kana: 'タケウチセイサクショ' }),
  anAccount({ id: 'a_nissan', name: '日産自動車株式会社', kana: 'ニッサンジドウシャカブシキガイシャ' }),
  anAccount({ id: 'a_ando', name: '株式会社安藤・間', kana: 'カブシキガイシャアンドウハザマ' }),
  anAccount({ id: 'a_rutsubo', name: '日本坩堝株式会社', kana: 'ニホンルツボ' }),
  anAccount({ id: 'a_gas', name: '東京瓦斯株式会社', kana: 'トウキョウガス' }),
  anAccount({ id: 'a_kurabo', name: '倉敷紡績株式会社', englishName: 'KURABO INDUSTRIES LTD.' }),
  anAccount({ id: 'a_koden', name: '日本光電工業株式会社', kana: 'ニホンコウデンコウギョウ' }),
  anAccount({ id: 'a_takeda', name: '武田薬品工業株式会社', kana: 'タケダヤクヒンコウギョウ' }),
  anAccount({ id: 'a_yamada', name: '山田金属工業株式会社', kana: 'ヤマダキンゾクコウギョウ' }),
  anAccount({ id: 'a_seiko', name: '日本精鉱株式会社', kana: 'ニホンセイコウ' }),
];

test.each([
  ['たけうち製作所', 'a_takeuchi', 'spelling', 'likely'],
  ['タケウチ製作所', 'a_takeuchi', 'spelling', 'likely'],
  ['㈱竹内せいさくしょ', 'a_takeuchi', 'equal', 'likely'],
  ['竹内セイサクジョ', 'a_takeuchi', 'equal', 'likely'],
  ['ニッサン自動車', 'a_nissan', 'spelling', 'likely'],
  ['日産じどうしゃ', 'a_nissan', 'equal', 'likely'],
  ['にっさん', 'a_nissan', 'head', 'similar'],
  ['日産', 'a_nissan', 'head', 'similar'],
  ['Nissan', 'a_nissan', 'head', 'similar'],
  ['安藤ハザマ', 'a_ando', 'spelling', 'likely'],
  ['(株)安藤はざま', 'a_ando', 'spelling', 'likely'],
  ['アンドウ間', 'a_ando', 'spelling', 'likely'],
  ['日本ルツボ', 'a_rutsubo', 'equal', 'likely'],
  ['東京ガス', 'a_gas', 'spelling', 'likely'],
  ['クラボウ', 'a_kurabo', 'head', 'similar'],
  ['日本光電', 'a_koden', 'head', 'similar'],
  ['たけだ薬品', 'a_takeda', 'head', 'similar'],
  ['山田きんぞくこうぎょう', 'a_yamada', 'equal', 'likely'],
  ['山田金属', 'a_yamada', 'head', 'similar'],
  ['竹内製作所販売', 'a_takeuchi', 'head', 'similar'],
])('%s, written by its sound or without words of trade: %s, %s, %s', (typed, id, how, sure) => {
  const { question } = parseLookupQuery(typed);
  const [best] = rankHits(register, question);
  expect(best).toMatchObject({ account: { id }, how, sure });
  const { exact, alike, shortened } = queryKeys(question.readings);
  const stored = matchKeys(register.find((account) => account.id === id) ?? hachi);
  expect([...exact, ...alike, ...shortened].filter((key) => stored.includes(key))).not.toEqual([]);
});

test('a name in kanji is not read: another one may be read so too', () => {
  expect(rankHits(register, parseLookupQuery('日本精工').question)[0]).toMatchObject({
    account: { id: 'a_seiko' },
    how: 'slip',
    sure: 'similar',
  });
});

test('of two that a name is as near to, the one whose form stands where it was read', () => {
  const [front, back] = ['株式会社マルタイ', 'マルサンアイ株式会社'].map((name, at) =>
    anAccount({ id: `a_${at}`, name }),
  );
  const first = (typed: string) =>
    rankHits(
      [front, back].flatMap((one) => one ?? []),
      parseLookupQuery(typed).question,
    )[0]?.account.name;
  expect(first('マルアイ株式会社')).toBe('マルサンアイ株式会社');
  expect(first('株式会社マルアイ')).toBe('株式会社マルタイ');
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
  expect(keys.length).toBeLessThan(110);
  for (const name of ['株式会社', '㈱', 'ー', 'あ', '=1+1', '😀'])
    expect(matchKeys(anAccount({ name })).filter((key) => key.replace(/^[a-z]:/, '') === '')).toEqual([]);
});
