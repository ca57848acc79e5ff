import type { ListField } from '../../../functions/company-list/list-headers';
import { type ImportRowOptions, parseImportRow } from '../../../functions/company-list/parse-import-row';
import { aMember, listTerms, MEMBERS } from '../../builders';

const TERMS = listTerms({
  list: '展示会',
  members: [...Object.values(MEMBERS), aMember({ id: 'sato', name: '佐藤 花子' })],
});
const parse = (values: Partial<Record<ListField, string>>, terms: Partial<ImportRowOptions> = {}) =>
  parseImportRow({ line: 4, values: { name: '株式会社甲', ...values } }, { ...TERMS, ...terms });
const rowOf = (...input: Parameters<typeof parse>) => {
  const parsed = parse(...input);
  if ('problems' in parsed) throw new Error(parsed.problems.map(({ code }) => code).join());
  return parsed.row;
};
const problemsOf = (...input: Parameters<typeof parse>) => {
  const parsed = parse(...input);
  return 'problems' in parsed ? parsed.problems.map(({ line, code, detail }) => [line, code, detail]) : [];
};

test('a name alone', () => {
  expect(rowOf({})).toEqual({ list: '展示会', details: { name: '株式会社甲' }, met: false });
});

test('everything that a list may have', () => {
  expect(
    rowOf({
      corporateNumber: 'T5070-0010-00715',
      status: '四半期',
      owner: '佐藤花子',
      met: '済',
      lastContact: 'R8.6.1',
      nextCheck: '2026/9/24',
      domain: 'https://www.ko.co.jp/',
      email: 'info@gmail.com',
      product: 'Cloud',
      productSince: '2024/4/1',
      reference: 'PO-1',
    }),
  ).toMatchObject({
    details: { corporateNumber: '5070001000715', domains: ['ko.co.jp'] },
    status: 'QUARTERLY_CHECK',
    ownerId: 'sato',
    met: true,
    lastContact: '2026-06-01',
    nextCheckDate: '2026-09-24',
    products: [
      { product: 'Cloud', state: 'prospect', since: '2024-04-01', reference: 'PO-1', source: 'list:展示会' },
    ],
  });
});

test.each<[ListField, string, string, string]>([
  ['status', 'まあまあ', 'STATUS_UNKNOWN', 'status: まあまあ'],
  ['owner', '名無し', 'OWNER_UNKNOWN', 'owner: 名無し'],
  ['owner', 'left', 'OWNER_UNKNOWN', 'owner: left'],
  ['insideSales', '名無し', 'OWNER_UNKNOWN', 'insideSales: 名無し'],
  ['corporateNumber', '5070001000716', 'CORPORATE_NUMBER_WRONG', 'corporateNumber: 5070001000716'],
  ['lastContact', '2026-02-30', 'DATE_UNREADABLE', 'lastContact: 2026-02-30'],
  ['lastContact', '2026-07-02', 'DATE_IN_FUTURE', 'lastContact: 2026-07-02'],
  ['productSince', '2026-07-02', 'DATE_IN_FUTURE', 'productSince: 2026-07-02'],
  ['meetingDate', '2026-07-02', 'DATE_IN_FUTURE', 'meetingDate: 2026-07-02'],
  // A text of such a length is not asked about.
  ['status', 'あ'.repeat(101), 'VALUE_TOO_LONG', `status: ${'あ'.repeat(60)}`],
  ['owner', 'あ'.repeat(101), 'VALUE_TOO_LONG', `owner: ${'あ'.repeat(60)}`],
  ['contactTitle', 'あ'.repeat(201), 'VALUE_TOO_LONG', `contactTitle: ${'あ'.repeat(60)}`],
  ['latentNeed', 'あ'.repeat(2001), 'VALUE_TOO_LONG', `latentNeed: ${'あ'.repeat(60)}`],
  ['address', 'あ'.repeat(301), 'VALUE_TOO_LONG', `address: ${'あ'.repeat(60)}`],
])('%s = %s is a problem of its line: %s', (field, value, code, detail) => {
  expect(problemsOf({ [field]: value })).toEqual([[4, code, detail]]);
});

test.each<[ListField, string, string[]]>([
  ['lastContact', '1990-07-01', ['lastContact: 1990-07-01']],
  ['lastContact', '2021-07-01', []],
  ['productSince', '1990-07-01', ['productSince: 1990-07-01']],
  ['productSince', '2005-04-01', []],
  ['meetingDate', '1990-07-01', ['meetingDate: 1990-07-01']],
  ['nextCheck', '2190-07-01', ['nextCheck: 2190-07-01']],
])('%s = %s is taken, and remarked where it is years away: %p', (field, value, details) => {
  const parsed = parse({ [field]: value, product: 'Cloud', status: '四半期' });
  expect('row' in parsed && parsed.notes.map(({ line, code, detail }) => [line, code, detail])).toEqual(
    details.map((detail) => [4, 'DATE_UNLIKELY', detail]),
  );
});

test('a reading or an English name that names no company is left out, and said so', () => {
  expect(parse({ kana: '—', englishName: 'Inc.' })).toEqual({
    row: { list: '展示会', details: { name: '株式会社甲' }, met: false },
    notes: [
      expect.objectContaining({ code: 'NAMES_LEFT_OUT', detail: 'kana: —' }),
      expect.objectContaining({ code: 'NAMES_LEFT_OUT', detail: 'englishName: Inc.' }),
    ],
  });
});

test('every doubt of a row is named, not the first alone', () => {
  expect(problemsOf({ status: '?', owner: '?', nextCheck: '?' }).map(([, code]) => code)).toEqual([
    'STATUS_UNKNOWN',
    'OWNER_UNKNOWN',
    'DATE_UNREADABLE',
  ]);
});

test.each([
  ['○', true],
  ['有', true],
  ['YES', true],
  ['部長と会った', true],
  ['', false],
  ['未', false],
  ['No', false],
  ['-', false],
])('met = %j is %p', (met, expected) => {
  expect(rowOf({ met }).met).toBe(expected);
});

test('a list of customers makes clients of whom it names without a status, and of nobody else', () => {
  expect(rowOf({}, { product: 'Cloud' })).toMatchObject({
    status: 'CURRENT_CLIENT',
    products: [{ product: 'Cloud', state: 'live' }],
  });
  const former = rowOf({ status: '失注' }, { product: 'Cloud' });
  expect([former.status, former.products]).toEqual(['DEAD_OPPORTUNITY', undefined]);
});

test.each([
  [{ product: 'Cloud' }, undefined, 'prospect'],
  [{ product: 'Cloud', status: '四半期' }, 'QUARTERLY_CHECK', 'prospect'],
  [{ product: 'Cloud', status: '既存' }, 'CURRENT_CLIENT', 'live'],
  [{ product: 'Cloud', productSince: '2025-04-01' }, 'CURRENT_CLIENT', 'live'],
  [{ product: 'Cloud', reference: 'PO-1' }, 'CURRENT_CLIENT', 'live'],
  [{ product: 'Cloud', productSince: '2025-04-01', status: 'ワーキング' }, 'WORKING', 'prospect'],
])('a product in use makes a client, another one is of interest: %p', (values, status, state) => {
  const row = rowOf(values);
  expect([row.status, row.products?.[0]?.state]).toEqual([status, state]);
});

const withDays = (...input: Parameters<typeof parse>) => {
  const parsed = parse(...input);
  return ('problems' in parsed ? parsed.problems : parsed.notes).map(({ code, days }) => [code, days]);
};

test.each<[ListField, string, string, string[] | undefined]>([
  ['lastContact', '4/1', 'DATE_AMBIGUOUS', ['2026-04-01', '2027-04-01', '2025-04-01']],
  ['lastContact', '2026/4/1 24:00', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-04-02']],
  ['productSince', '29/09/01', 'DATE_AMBIGUOUS', ['2029-09-01', '2017-09-01', '2047-09-01', '2001-09-29']],
  ['nextCheck', '9月末', 'DATE_TO_CONFIRM', ['2026-09-30', '2027-09-30', '2025-09-30']],
  ['nextCheck', '明日', 'DATE_TO_CONFIRM', ['2026-07-02']],
  ['lastContact', '2026-02-30', 'DATE_UNREADABLE', ['2026-02-28']],
  ['lastContact', 'そのうち', 'DATE_UNREADABLE', undefined],
])('%s = %s is asked about: %s %j', (field, value, code, days) => {
  expect(withDays({ [field]: value })).toEqual([[code, days]]);
});

test.each(['未定', 'TBD', 'なし', '-', '0000-00-00'])('a date that says %s is none', (value) => {
  const row = rowOf({ nextCheck: value, lastContact: value });
  expect([row.nextCheckDate, row.lastContact]).toEqual([undefined, undefined]);
});

test.each<[string, string | undefined, string | undefined, unknown[]]>([
  ['2026-09-24', '2026-06-19', '2026-09-24', []],
  ['2026-09-19', '2026-06-19', '2026-09-24', [['NEXT_CHECK_MOVED', ['2026-09-24']]]],
  ['2026-03-23', undefined, '2026-03-23', []],
  ['2026-05-01', '2026-06-19', undefined, [['NEXT_CHECK_DONE', undefined]]],
])(
  'a next check on %s after a contact on %s is on %s, and told: %j',
  (nextCheck, lastContact, date, notes) => {
    const values = { status: '四半期', nextCheck, ...(lastContact === undefined ? {} : { lastContact }) };
    expect(rowOf(values).nextCheckDate).toBe(date);
    expect(withDays(values)).toEqual(notes);
  },
);

test.each<[string, string[] | undefined]>([
  ['ハチカフェ、HACHI Co., Ltd.; 八屋', ['ハチカフェ', 'HACHI Co., Ltd.', '八屋']],
  ['株式会社甲、株式会社', undefined],
  ['', undefined],
])('the other names in the cell %j', (otherNames, names) => {
  const parsed = parse({ otherNames });
  expect('row' in parsed ? parsed.row.details.otherNames : parsed).toEqual(names);
});

test('the day on which the status began is read, and is none to come', () => {
  expect(rowOf({ status: 'ワーキング', statusSince: '2026/4/1' })).toMatchObject({
    statusSince: '2026-04-01',
  });
  expect(problemsOf({ statusSince: '2099-04-01' })).toEqual([
    [4, 'DATE_IN_FUTURE', 'statusSince: 2099-04-01'],
  ]);
});
