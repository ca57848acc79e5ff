import { FieldValue } from '@google-cloud/firestore';
import { accountDocument } from '../../../functions/store/account-fields';
import { accountRef } from '../../../functions/store/firestore';
import { anAccount } from '../../builders';
import { corporateNumberOf } from '../../corporate-numbers';
import { countReads } from '../../count-reads';
import { aCommandRequest, aRegisterRequest, rowOf, usingSuite } from '../../suite';

const suite = usingSuite();
const NUMBER = corporateNumberOf(7);
let id = '';

beforeAll(async () => {
  const details = {
    name: '㈱髙島フーズ',
    englishName: 'Takashima Foods Co., Ltd.',
    kana: 'タカシマフーズ',
    corporateNumber: NUMBER,
    securitiesCode: '13010',
    domains: ['hachi-foods.co.jp'],
  };
  let row = rowOf((await suite().submit('is', aRegisterRequest('', { details })))[0]);
  row = rowOf(
    (
      await suite().submit(
        'is',
        aCommandRequest({ type: 'editDetails', details: { name: '株式会社ハチ食品' } }, row),
      )
    )[0],
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
  const { status, body } = await suite().call('viewer', 'lookup', { body: query() });
  expect(status).toBe(200);
  expect(body.hits).toMatchObject([{ matched, row: { id, name: '株式会社ハチ食品', status: 'COLD' } }]);
});

test.each<[string, () => string, object]>([
  ['its ID', () => id, { matched: 'id', sure: 'same' }],
  ['its corporate number', () => `T${NUMBER}`, { matched: 'corporateNumber', sure: 'same' }],
  [
    'its number without the check digit',
    () => NUMBER.slice(1),
    { matched: 'corporateNumber', sure: 'likely' },
  ],
  ['its securities code', () => '1301', { matched: 'securitiesCode', sure: 'same' }],
  ['a mail address of it', () => 'taro@sales.hachi-foods.co.jp', { matched: 'domain', sure: 'likely' }],
  ['its web site', () => 'https://www.hachi-foods.co.jp/about', { matched: 'domain' }],
  ['its name, to be put on an envelope', () => '㈱ハチ食品 御中', { matched: 'name', how: 'equal' }],
  ['its former name in the new kanji', () => '高島フーズ', { matched: 'formerName', how: 'spelling' }],
  [
    'its English name with a slip',
    () => 'Takashima Foosd',
    { matched: 'englishName', how: 'slip', sure: 'similar' },
  ],
  [
    'its English name in kana, without its words of trade',
    () => 'たかしま',
    { matched: 'englishName', how: 'head', sure: 'similar' },
  ],
  ['the beginning of its kana', () => 'たかし', { matched: 'kana', how: 'part', sure: 'similar' }],
  ['a part of its name', () => '食品', { matched: 'name', how: 'part', sure: 'similar' }],
])('one box finds it by %s', async (_, q, matched) => {
  const { status, body } = await suite().call('viewer', 'lookup', { body: { q: q() } });
  expect(status).toBe(200);
  expect(body.hits[0]).toMatchObject({ ...matched, row: { id }, why: { ja: expect.any(String) } });
});

test('free mail, a number with a slip and a formula are explained, and find nothing', async () => {
  const wrong = NUMBER.slice(0, -1) + ((Number(NUMBER.slice(-1)) + 1) % 10);
  for (const [q, words] of [
    ['taro@gmail.com', /フリーメール/],
    [wrong, /チェックデジット/],
    ['5.07E+12', /指数表記/],
    ['=1+1', /式ではなく/],
  ] as const) {
    const { status, body } = await suite().call('is', 'lookup', { body: { q } });
    expect([status, body.hits, body.verdict.kind]).toEqual([200, [], 'new']);
    expect(body.asked.note.ja).toMatch(words);
  }
});

test.each(['', ' ', '​'])('%j is refused or finds nothing', async (q) => {
  const { status, body } = await suite().call('is', 'lookup', { body: { q } });
  expect(q.trim() === '' ? status : body.hits).toEqual(q.trim() === '' ? 400 : []);
});

test.each(['あ', '株式会社', '㈱', 'ー', '%', '日本株式会社設計', '一', '株'.repeat(300)])(
  'the odd name %s is looked up like any other, and is new',
  async (q) => {
    const { status, body } = await suite().call('is', 'lookup', { body: { q } });
    expect([status, body.verdict.kind]).toEqual([200, 'new']);
  },
);

test('an existing customer, whom its old name still leads to', async () => {
  const product = { product: 'ハチ見積クラウド', since: '2024-04-01', reference: 'PO-1' };
  const [made] = await suite().submit(
    'is',
    aRegisterRequest('', {
      details: { name: '株式会社新和' },
      status: 'CURRENT_CLIENT',
      data: { product },
    }),
  );
  const client = rowOf(made);
  const old = rowOf((await suite().submit('is', aRegisterRequest('旧和商会株式会社')))[0]);
  const onFile = { reason: 'MERGED', successorId: client.id };
  rowOf((await suite().submit('is', aCommandRequest({ type: 'putOnFile', onFile }, old)))[0]);
  const { body } = await suite().call('viewer', 'lookup', { body: { q: '旧和商会' } });
  expect(body.verdict).toMatchObject({
    kind: 'client',
    accountId: client.id,
    products: [{ product: 'ハチ見積クラウド', since: '2024-04-01' }],
    path: [{ id: old.id }, { id: client.id }],
  });
  expect(body.verdict.text.ja).toContain(
    '旧: 旧和商会株式会社 → 現: 株式会社新和、ハチ見積クラウド(2024-04-01から)',
  );
});

test('of 703 companies with one name a few are read, and the answer says how many there are', async () => {
  const documents = Array.from({ length: 703 }, (_, index) => {
    const account = anAccount({
      id: `a_crowd${String(index).padStart(18, '0')}`,
      name: '株式会社アシスト',
      status: index === 600 ? 'CURRENT_CLIENT' : 'COLD',
    });
    return {
      account,
      document: { ...accountDocument(account, []), changedAt: FieldValue.serverTimestamp() },
    };
  });
  for (let from = 0; from < documents.length; from += 400) {
    const batch = suite().db.batch();
    for (const { account, document } of documents.slice(from, from + 400))
      batch.set(accountRef(suite().db, account.id), document);
    await batch.commit();
  }
  const reads = await countReads(async () => {
    const { body } = await suite().call('is', 'lookup', { body: { q: 'アシスト' } });
    expect(body).toMatchObject({ more: true, count: 703, verdict: { kind: 'client' } });
    expect(body.verdict.text.ja).toContain('同じ名前の会社が703社あります');
    expect(body.hits.length).toBeLessThanOrEqual(20);
  });
  expect(reads).toBeLessThanOrEqual(50);
});

test('companies that share its name but for a word of trade do not hide one that has it in another spelling', async () => {
  const trades = ['電気', '化学', '商事', '工業', '建設', '食品', '製作所'];
  const names = [...trades.map((trade) => `高瀬川${trade}`), '高瀬川'];
  const batch = suite().db.batch();
  for (const [index, name] of names.entries()) {
    const account = anAccount({ id: `a_head${index}`, name: `株式会社${name}` });
    const document = { ...accountDocument(account, []), changedAt: FieldValue.serverTimestamp() };
    batch.set(accountRef(suite().db, account.id), document);
  }
  await batch.commit();
  const { body } = await suite().call('is', 'lookup', { body: { q: '髙瀬川' } });
  expect(body.hits[0]).toMatchObject({ row: { id: 'a_head7' }, how: 'spelling', sure: 'likely' });
});

test('a company is found by a brand that it is also known as, from the next call on', async () => {
  const row = rowOf((await suite().submit('is', aRegisterRequest('西東ホールディングス株式会社')))[0]);
  const edit = { type: 'editDetails', details: { otherNames: ['まるまる珈琲', 'MARU2 COFFEE'] } } as const;
  rowOf((await suite().submit('is', aCommandRequest(edit, row)))[0]);
  for (const q of ['まるまるコーヒー', 'MARU2 Coffee, Inc.']) {
    const { body } = await suite().call('viewer', 'lookup', { body: { q } });
    expect(body.hits[0]).toMatchObject({ row: { id: row.id }, matched: 'otherName', sure: 'likely' });
  }
});

test('names that are only similar are no verdict of a new company', async () => {
  for (const name of ['和泉電気', '和泉化学'])
    rowOf((await suite().submit('is', aRegisterRequest('', { details: { name: `${name}株式会社` } })))[0]);
  const { body } = await suite().call('is', 'lookup', { body: { q: '和泉' } });
  expect([body.verdict.kind, body.verdict.sure, body.hits.length]).toEqual(['similar', null, 2]);
  expect(body.verdict.text.ja).toMatch(/近い名前の会社が2社.*比べた項目/);
});

test('a company that is not registered, and one that was withdrawn, are not found', async () => {
  const row = rowOf((await suite().submit('is', aRegisterRequest('株式会社誤り')))[0]);
  rowOf((await suite().submit('is', aCommandRequest({ type: 'undo', version: 1 }, row)))[0]);
  const queries: Record<string, string>[] = [
    { name: '知らない会社' },
    { id: 'a_nobody' },
    { number: corporateNumberOf(8) },
    { name: '誤り' },
    { id: row.id },
    { q: '東西南北商会' },
  ];
  for (const query of queries) {
    const { status, body } = await suite().call('is', 'lookup', { body: query });
    expect([status, body.hits, body.verdict.kind, body.verdict.accountId]).toEqual([200, [], 'new', null]);
    expect(body.verdict.text.ja).toContain('台帳にありません');
  }
});

test.each([
  [{}, 'REQUEST_INVALID'],
  [{ name: 'ハチ食品', number: NUMBER }, 'REQUEST_INVALID'],
  [{ name: '' }, 'REQUEST_INVALID'],
  [{ q: 'ハチ食品', name: 'ハチ食品' }, 'REQUEST_INVALID'],
  [{ number: '1234' }, 'CORPORATE_NUMBER_INVALID'],
  [{ number: '1.23E+12' }, 'CORPORATE_NUMBER_INVALID'],
  [{ number: `1${NUMBER.slice(1)}` === NUMBER ? '2' : `1${NUMBER.slice(1)}` }, 'CORPORATE_NUMBER_INVALID'],
])('%j is refused as %s', async (query, code) => {
  const { status, body } = await suite().call('is', 'lookup', { body: query });
  expect([status, body.error.code]).toEqual([400, code]);
});

test('the question stands in no address, and an address with one is refused', async () => {
  const { status, body } = await suite().call('is', 'lookup', { query: { q: 'taro@example.jp' } });
  expect([status, body.error.code, body.error.allow]).toEqual([405, 'METHOD_NOT_ALLOWED', ['POST']]);
  const both = await suite().call('is', 'lookup', { query: { q: 'a' }, body: { q: 'a' } });
  expect([both.status, both.body.error.code]).toEqual([400, 'REQUEST_INVALID']);
});
