import { parseLookupQuery } from '../../../../functions/domain/lookup/query';

const NUMBER = '5070001000715';

test.each([
  ['5070001000715', NUMBER],
  ['5-0700-0100-0715', NUMBER],
  ['５０７０００１０００７１５', NUMBER],
  ['T5070001000715', NUMBER],
  ["'5070001000715", NUMBER],
  ['5070001000715.0', NUMBER],
  ['5.070001000715E+12', NUMBER],
  ['5,070,001,000,715', NUMBER],
  ['法人番号：5070001000715', NUMBER],
])('%s is a corporate number', (typed, value) => {
  expect(parseLookupQuery(typed)).toMatchObject({
    as: 'corporateNumber',
    value,
    note: null,
    question: { corporateNumber: value, wholeNumber: true },
  });
});

test.each([
  ['4070001000715', /check digit/],
  ['5.07E+12', /lost digits/],
  ['507000100071', null],
  ['50700010007', /never begins with 0/],
  ['50700010007150', /thirteen digits/],
])('%s is a number with something wrong, and says what', (typed, words) => {
  const { as, note, question } = parseLookupQuery(typed);
  expect(as).toBe('corporateNumber');
  if (words !== null) expect(note?.en).toMatch(words);
  else expect(note).not.toBeNull();
  expect(question.wholeNumber && question.corporateNumber !== null).toBe(false);
});

test('twelve digits are a registry number, which is completed with its check digit', () => {
  expect(parseLookupQuery('0700-01-000715')).toMatchObject({
    value: NUMBER,
    question: { corporateNumber: NUMBER, wholeNumber: false },
  });
});

test.each([
  ['1301', 'securitiesCode', '1301'],
  ['13010', 'securitiesCode', '1301'],
  ['１３０Ａ', 'securitiesCode', '130A'],
  ['a_0123456789abcdefghij', 'id', 'a_0123456789abcdefghij'],
  ['taro@mail.hachi.co.jp', 'email', 'mail.hachi.co.jp'],
  ['<Taro@Hachi.co.jp>', 'email', 'hachi.co.jp'],
  ['https://www.hachi.co.jp/about?x=1', 'domain', 'hachi.co.jp'],
  ['www.hachi.com', 'domain', 'hachi.com'],
  ['DMM.com', 'domain', 'dmm.com'],
  ['37', 'name', '37'],
  ['U.S.A.', 'name', 'U.S.A.'],
  ['株式会社アシスト', 'name', '株式会社アシスト'],
  ['Yahoo!', 'name', 'Yahoo!'],
])('%s is taken as %s: %s', (typed, as, value) => {
  expect(parseLookupQuery(typed)).toMatchObject({ as, value });
});

test('a mail address is looked for under every domain that it stands in', () => {
  expect(parseLookupQuery('taro@tokyo.sales.hachi.co.jp').question.domains).toEqual([
    'tokyo.sales.hachi.co.jp',
    'sales.hachi.co.jp',
    'hachi.co.jp',
  ]);
});

test.each([
  'taro@gmail.com',
  'taro@yahoo.co.jp',
  'taro@i.softbank.jp',
  'taro@DOCOMO.ne.jp',
  'https://gmail.com',
])('%s says nothing of a company', (typed) => {
  const { question, note } = parseLookupQuery(typed);
  expect(question).toMatchObject({ domains: [], readings: [] });
  expect(note?.ja).toMatch(/フリーメール/);
});

test('a formula is a name, and DMM.com is one as well', () => {
  expect(parseLookupQuery('=HYPERLINK("x")')).toMatchObject({ as: 'name', note: { en: expect.any(String) } });
  for (const typed of ['🏢', '(株)', '　'])
    expect(parseLookupQuery(typed).note?.ja).toContain('会社名で調べてください');
  expect(parseLookupQuery('DMM.com').question).toMatchObject({
    domains: ['dmm.com'],
    readings: expect.arrayContaining([expect.objectContaining({ key: 'dmm.com' })]),
  });
});
