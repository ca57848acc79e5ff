import { corporateNumberOf } from '../../corporate-numbers';
import { anAsk, registering, rowOf, usingSuite } from '../../suite';

const suite = usingSuite();
const NUMBER = corporateNumberOf(7);
let id = '';

beforeAll(async () => {
  const details = {
    name: '㈱髙島フーズ',
    englishName: 'Takashima Foods Co., Ltd.',
    kana: 'タカシマフーズ',
    corporateNumber: NUMBER,
  };
  let row = rowOf((await suite().give('is', registering('', { details })))[0]);
  row = rowOf(
    (await suite().give('is', anAsk({ type: 'editDetails', details: { name: '株式会社ハチ食品' } }, row)))[0],
  );
  id = row.id;
});

test.each<[string, () => Record<string, string>, string]>([
  ['its ID', () => ({ id }), 'id'],
  ['its corporate number', () => ({ number: NUMBER }), 'corporateNumber'],
  ['the number as an invoice has it', () => ({ number: `T${NUMBER}` }), 'corporateNumber'],
  [
    'the number in full width with hyphens',
    () => ({ number: NUMBER.replace(/(.)(.{4})/, '$1-$2-').normalize('NFKC') }),
    'corporateNumber',
  ],
  ['its name', () => ({ name: '株式会社ハチ食品' }), 'name'],
  ['its name without the legal form', () => ({ name: 'ハチ食品' }), 'name'],
  ['its former name', () => ({ name: '髙島フーズ株式会社' }), 'formerName'],
  ['its former name in the new kanji', () => ({ name: '(株)高島フーズ' }), 'formerName'],
  ['its English name', () => ({ name: 'TAKASHIMA FOODS' }), 'englishName'],
  ['its kana, in hiragana', () => ({ name: 'たかしまふーず' }), 'kana'],
])('is found by %s', async (_, query, matched) => {
  const { status, body } = await suite().call('viewer', 'lookup', { query: query() });
  expect(status).toBe(200);
  expect(body.hits).toMatchObject([{ matched, row: { id, name: '株式会社ハチ食品', status: 'COLD' } }]);
});

test('a company that is not here, and one that was withdrawn, are not found', async () => {
  const row = rowOf((await suite().give('is', registering('株式会社誤り')))[0]);
  rowOf((await suite().give('is', anAsk({ type: 'undo', version: 1 }, row)))[0]);
  const queries: Record<string, string>[] = [
    { name: '知らない会社' },
    { id: 'a_nobody' },
    { number: corporateNumberOf(8) },
    { name: '誤り' },
    { id: row.id },
  ];
  for (const query of queries) {
    const { status, body } = await suite().call('is', 'lookup', { query });
    expect([status, body]).toEqual([200, { hits: [] }]);
  }
});

test.each([
  [{}, 'REQUEST_INVALID'],
  [{ name: 'ハチ食品', number: NUMBER }, 'REQUEST_INVALID'],
  [{ name: '' }, 'REQUEST_INVALID'],
  [{ number: '1234' }, 'CORPORATE_NUMBER_INVALID'],
  [{ number: '1.23E+12' }, 'CORPORATE_NUMBER_INVALID'],
  [{ number: `1${NUMBER.slice(1)}` === NUMBER ? '2' : `1${NUMBER.slice(1)}` }, 'CORPORATE_NUMBER_INVALID'],
])('%j is refused as %s', async (query, code) => {
  const { status, body } = await suite().call('is', 'lookup', { query });
  expect([status, body.error.code]).toEqual([400, code]);
});
