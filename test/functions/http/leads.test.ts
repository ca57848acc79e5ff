import { corporateNumberOf } from '../../corporate-numbers';
import { aCommandRequest, aRegisterRequest, idOf, rowOf } from '../../suite';
import { csv, usingListSenders } from './send-lists';

const { suite, send } = usingListSenders();
const N1 = corporateNumberOf(1);
const N2 = corporateNumberOf(2);
const N3 = corporateNumberOf(3);
const N4 = corporateNumberOf(4);
const leads = (file: string, query: Record<string, string | number> = {}) =>
  suite().call('viewer', 'leads', { file, query });

const give = async (ask: Parameters<ReturnType<typeof suite>['submit']>[1]) =>
  rowOf((await suite().submit('is', ask))[0]);

beforeAll(async () => {
  await send(
    csv(
      '会社名,法人番号,ID,ステータス,製品,利用開始日,契約番号,担当者',
      `株式会社顧客,${N1},C1,顧客,Cloud,2025-04-01,PO-1,is`,
      `株式会社未接触,${N2},C2,,,,,`,
      '株式会社名前だけ,,C3,,,,,',
      '株式会社リスト番号,,C4,,,,,',
    ),
    { list: 'OLD' },
  );
  const met = await give(aRegisterRequest('', { details: { name: '株式会社会った', corporateNumber: N3 } }));
  const working = await give(
    aCommandRequest(
      {
        type: 'changeStatus',
        to: 'WORKING',
        data: {
          ownerId: idOf('is2'),
          action: { kind: 'call', date: '2026-05-01', with: '総務' },
          meeting: { date: '2026-06-01', with: '山田部長' },
        },
      },
      met,
    ),
  );
  await give(
    aCommandRequest(
      {
        type: 'changeStatus',
        to: 'QUARTERLY_CHECK',
        data: {
          contact: { name: '山田部長' },
          bant: { need: 'yes', budget: 'no' },
          awaitedCondition: '4月の予算編成',
        },
      },
      working,
    ),
  );
  const old = await give(aRegisterRequest('', { details: { name: '株式会社旧社', corporateNumber: N4 } }));
  const merged = { reason: 'MERGED', successorId: met.id };
  await give(aCommandRequest({ type: 'putOnFile', onFile: merged }, old));
  for (const address of ['東京都', '大阪府'])
    await give(aRegisterRequest('', { details: { name: '株式会社アシスト', address } }));
});

const LIST = csv(
  '会社名,法人番号,ID,所在地,担当者,ステータス',
  '株式会社全く新しい,,,,誰か,ぬるい',
  '名前だけ株式会社,,,,,',
  `未接触,${N2},,,,`,
  '(株)アシスト,,,,,',
  `株式会社会った,${N3},,,,`,
  `顧客,${N1},,,,`,
  '別の名前,,C4,,,',
  `旧社,${N4},,,,`,
  'アシスト,,,大阪府,,',
  '顧客,1234567890123,,,,',
);

test('what is known, in which status, met when and by whom, and what it would have cost; nothing is written', async () => {
  const before = (await suite().db.collection('accounts').get()).docs.map((doc) => doc.updateTime.valueOf());
  const { status, body } = await leads(LIST, { price: 3000, list: 'OLD' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    total: 10,
    known: 8,
    byNameOnly: 2,
    unsure: 1,
    new: 1,
    met: 2,
    byStatus: { CURRENT_CLIENT: 2, QUARTERLY_CHECK: 2, COLD: 4, WORKING: 0, BAD_FIT: 0 },
    cost: { price: 3000, known: 24_000, certain: 18_000 },
    next: null,
    problems: [{ line: 11, code: 'CORPORATE_NUMBER_WRONG' }],
  });
  expect(
    body.rows.map(({ line, by, fitting, accountName }: Record<string, unknown>) => [
      line,
      by,
      fitting,
      accountName,
    ]),
  ).toEqual([
    [7, 'corporateNumber', 1, '株式会社顧客'],
    [11, 'name', 1, '株式会社顧客'],
    [6, 'corporateNumber', 1, '株式会社会った'],
    [9, 'corporateNumber', 1, '株式会社会った'],
    [3, 'name', 1, '株式会社名前だけ'],
    [4, 'corporateNumber', 1, '株式会社未接触'],
    [8, 'listId', 1, '株式会社リスト番号'],
    [10, 'nameAndFacts', 1, '株式会社アシスト'],
    [5, 'name', 2, '株式会社アシスト'],
  ]);
  expect(body.rows[0]).toMatchObject({
    status: 'CURRENT_CLIENT',
    products: ['Cloud'],
    owner: 'is',
    met: false,
  });
  expect(body.rows[2]).toMatchObject({
    status: 'QUARTERLY_CHECK',
    met: true,
    lastMeeting: { on: '2026-06-01', by: 'is', with: '山田部長' },
    owner: 'is2',
    awaitedCondition: '4月の予算編成',
  });
  const after = (await suite().db.collection('accounts').get()).docs.map((doc) => doc.updateTime.valueOf());
  expect(after).toEqual(before);
});

test('a list of only new leads, and one of only known ones', async () => {
  expect((await leads(csv('会社名', '株式会社新A', '株式会社新B'))).body).toMatchObject({
    known: 0,
    new: 2,
    rows: [],
    cost: { price: 0, known: 0 },
  });
});

test('without a price the one of the settings counts; one that is given counts, also 0', async () => {
  const { version } = (await suite().call('manager', 'settings')).body;
  const settings = { expectedVersion: version, settings: { leadPrice: 500 } };
  await suite().call('manager', 'settings', { body: settings });
  const known = csv('会社名,法人番号', `顧客,${N1}`);
  expect((await leads(known)).body.cost).toEqual({ price: 500, known: 500, certain: 500 });
  expect((await leads(known, { price: 0 })).body.cost).toEqual({ price: 0, known: 0, certain: 0 });
});

test('a long list is matched part by part, and the parts add up', async () => {
  const many = csv('会社名,法人番号', ...Array.from({ length: 1101 }, () => `顧客,${N1}`), '社,1,2,3');
  suite().service.limits.runMilliseconds = -1;
  const first = (await leads(many, { price: 10 })).body;
  const last = (await leads(many, { price: 10, from: first.next })).body;
  suite().service.limits.runMilliseconds = 20_000;
  expect(first).toMatchObject({
    total: 1000,
    known: 1000,
    cost: { known: 10_000 },
    next: 1000,
    problemCount: 1,
  });
  expect(first.rows).toHaveLength(1000);
  expect(last).toMatchObject({ total: 101, known: 101, cost: { known: 1010 }, next: null, problemCount: 0 });
  expect(last.rows[0]).toMatchObject({ line: 1002 });
  expect((await leads(many, { price: 10 })).body).toMatchObject({ total: 1101, next: null });
});

test('a list that cannot be read says why, with its columns', async () => {
  const { status, body } = await leads('どこ,だれ\n東京,甲\n');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    total: 0,
    problems: [{ code: 'LIST_NO_NAME_COLUMN' }],
    columns: [{ header: 'どこ', samples: ['東京'] }, {}],
  });
  expect((await leads('だれ\n顧客\n', { mapping: '0:name' })).body).toMatchObject({
    known: 1,
    byNameOnly: 1,
  });
});

test('a new lead with a name that is only like that of an account is shown beside it, and stays new', async () => {
  for (const name of ['日産自動車株式会社', 'シチズン時計株式会社'])
    await give(aRegisterRequest('', { details: { name } }));
  const { body } = await leads(csv('会社名', '日産', 'シチズン時斗', 'まったく新しい会社', '日産自動車'));
  expect(body).toMatchObject({
    ...{ total: 4, known: 1, new: 3, similarCount: 2 },
    similar: [
      { line: 2, name: '日産', accounts: [{ name: '日産自動車株式会社' }], accountCount: 1 },
      { line: 3, name: 'シチズン時斗', accounts: [{ name: 'シチズン時計株式会社' }] },
    ],
  });
});
