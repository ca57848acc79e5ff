import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corporateNumberOf } from '../../corporate-numbers';
import {
  aCommandRequest,
  aRegisterRequest,
  emailOf,
  idOf,
  type Reply,
  rowOf,
  TODAY,
  usingSuite,
  type Who,
} from '../../suite';
import { expectConsistentStore } from '../store/expect-consistent-store';

const suite = usingSuite();

const DEMO = readFileSync(join(__dirname, '../../../emulator/demo/listed-companies.csv'));
const HEADER = '会社名,法人番号,ステータス,担当者,最終連絡日,商談済,製品,住所,ID';
const csv = (...rows: string[]): string => `${[HEADER, ...rows].join('\r\n')}\r\n`;
const send = (
  file: string | Uint8Array,
  query: Record<string, string | number | boolean> = {},
  who: Who = 'is',
): Promise<Reply> => suite().call(who, 'import', { file, query: { list: 'TEST', ...query } });
const undo = (batch: string, who: Who = 'is'): Promise<Reply> =>
  suite().call(who, 'import', { file: '', query: { undo: batch } });
const find = async (query: Record<string, string>) =>
  (await suite().call('is', 'lookup', { body: query })).body.hits;
const accountOf = async (name: string) => {
  const [hit] = await find({ name });
  return (await suite().call('is', 'account', { query: { id: hit.row.id } })).body.account;
};
const size = async (): Promise<number> =>
  (await suite().db.collection('accounts').count().get()).data().count;
const NONE = { created: 0, filled: 0, unchanged: 0, refused: 0, withDebts: 0, undecided: 0 };

describe('the bundled list', () => {
  test('dry: counted, nothing written', async () => {
    const { status, body } = await send(DEMO, { dryRun: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      dryRun: true,
      encoding: 'cp932',
      total: 385,
      done: 0,
      next: null,
      problemCount: 0,
      counts: { ...NONE, created: 385 },
    });
    expect(await size()).toBe(0);
    expect((await suite().call('is', 'import', { query: { batch: body.batch } })).status).toBe(404);
  });

  test('real: every company, each character, its progress; again: nothing has changed, and it says so', async () => {
    const { status, body } = await send(DEMO);
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 385, done: 385, next: null, counts: { ...NONE, created: 385 } });
    expect(await size()).toBe(385);
    expect(await accountOf('カネコ種苗')).toMatchObject({
      name: 'カネコ種苗株式会社',
      englishName: 'KANEKO SEEDS CO., LTD.',
      corporateNumber: '5070001000715',
      securitiesCode: '13760',
      status: 'COLD',
      sources: { TEST: 'E00004' },
    });
    const before = await suite().db.collection('accounts').get();
    const again = await send(DEMO);
    expect(again.body).toMatchObject({
      batch: body.batch,
      done: 385,
      next: null,
      counts: { ...NONE, unchanged: 385 },
    });
    const after = await suite().db.collection('accounts').get();
    expect(after.docs.map((doc) => doc.updateTime.valueOf())).toEqual(
      before.docs.map((doc) => doc.updateTime.valueOf()),
    );
    expect((await send(DEMO, { dryRun: true })).body.counts).toEqual({ ...NONE, unchanged: 385 });
    const progress = await suite().call('viewer', 'import', { query: { batch: body.batch } });
    expect(progress.body).toMatchObject({ id: body.batch, state: 'done', done: 385, total: 385 });
  });

  test('the undo of the batch withdraws all but those that have changed since, which it names', async () => {
    const { batch } = (await send(DEMO, { dryRun: true })).body;
    const [hit] = await find({ name: 'カネコ種苗' });
    rowOf(
      (
        await suite().submit(
          'is2',
          aCommandRequest({ type: 'saveContact', contact: { name: '山田' } }, hit.row),
        )
      )[0],
    );
    const first = await undo(batch);
    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      batch,
      undone: 384,
      finished: true,
      refused: [{ accountId: hit.row.id, name: 'カネコ種苗株式会社', code: 'UNDO_LATER_CHANGES' }],
    });
    expect((await undo(batch)).body).toMatchObject({ undone: 0, refused: [{ code: 'UNDO_LATER_CHANGES' }] });
    expect((await suite().call('is', 'import', { query: { batch } })).body.state).toBe('undone');
    expect((await suite().call('is', 'accounts', { query: { limit: 1000 } })).body.rows).toHaveLength(1);
    const back = await send(DEMO);
    expect(back.body).toMatchObject({ batch, counts: { ...NONE, created: 384, unchanged: 1 } });
    expect(await size()).toBe(385);
  });
});

describe('a list that stops in the middle', () => {
  const rowsOf = (name: string, length: number) =>
    Array.from({ length }, (_, n) => `会社 ${name}${n},,,,,,,,`);

  test('goes on where it was, by what the answer says is next', async () => {
    const file = csv(...rowsOf('途中', 810));
    suite().service.limits.runMilliseconds = -1;
    const { latestRows } = suite().service;
    const { get } = latestRows;
    let readings = 0;
    latestRows.get = (key, make) =>
      get(key, () => {
        readings += 1;
        return make();
      });
    const before = await size();
    await send(file, { dryRun: true });
    const answers = [await send(file)];
    while (answers.at(-1)?.body.next !== null)
      answers.push(await send(file, { from: answers.at(-1)?.body.next }));
    suite().service.limits.runMilliseconds = 20_000;
    latestRows.get = get;
    // The calls of an import, and of its rehearsal before, share what the first of them has read.
    expect(readings).toBe(1);
    expect(answers.map(({ body }) => [body.done, body.next, body.counts.created])).toEqual([
      [400, 400, 400],
      [800, 800, 800],
      [810, null, 810],
    ]);
    expect(await size()).toBe(before + 810);
    // The last answer was lost: asked again, it is the same.
    const lost = await send(file, { from: 800 });
    expect(lost.body).toEqual(answers.at(-1)?.body);
  });

  test('is rehearsed part by part, and the parts add up', async () => {
    const file = csv(...rowsOf('下見', 810), '壊れた行');
    const whole = (await send(file, { dryRun: true })).body;
    suite().service.limits.runMilliseconds = -1;
    const parts = [(await send(file, { dryRun: true })).body];
    while (parts.at(-1).next !== null)
      parts.push((await send(file, { dryRun: true, from: parts.at(-1).next })).body);
    suite().service.limits.runMilliseconds = 20_000;
    expect(parts.map(({ next, counts, problemCount }) => [next, counts.created, problemCount])).toEqual([
      [400, 400, 1],
      [800, 400, 0],
      [null, 10, 0],
    ]);
    expect(whole).toMatchObject({ next: null, counts: { created: 810 }, problemCount: 1 });
  });

  test('never leaves a row out, whatever row a call begins with', async () => {
    const { body } = await send(csv(...rowsOf('別', 120)), { from: 100 });
    expect(body).toMatchObject({ done: 120, next: null, counts: { created: 120 } });
  });
});

test('what an account lacks is filled in, what it has is kept', async () => {
  const number = corporateNumberOf(1);
  const row = rowOf(
    (
      await suite().submit(
        'is',
        aRegisterRequest('', {
          details: { name: '株式会社既存', corporateNumber: number, address: '東京都' },
        }),
      )
    )[0],
  );
  const { body } = await send(csv(`株式会社キゾン,${number},失注,,,,,大阪府,K1`));
  expect(body.counts).toEqual({ ...NONE, filled: 1 });
  const account = await accountOf('既存');
  expect(account).toMatchObject({
    id: row.id,
    version: 2,
    name: '株式会社既存',
    address: '東京都',
    status: 'COLD',
    sources: { TEST: 'K1' },
  });
  expect((await undo(body.batch)).body).toMatchObject({ undone: 1, refused: [] });
  expect(await accountOf('既存')).toMatchObject({ version: 3, sources: {} });
});

test('any status, with what it lacks as debts', async () => {
  const { body } = await send(
    csv(
      `株式会社顧客,,既存顧客,${emailOf('is')},2026-06-01,,Cloud,,`,
      '株式会社四半期,,四半期チェック,is2,2026/6/19,,,,',
      '株式会社失注,,失注,,,済,,,',
      '株式会社不適合,,BAD_FIT,,,,,,',
      '株式会社保存,,重複,,,,,,',
      `株式会社働く,,ワーキング,${emailOf('is')},R8.6.1,,,,`,
    ),
  );
  expect(body.counts).toEqual({ ...NONE, created: 6, withDebts: 5 });
  expect(await accountOf('四半期')).toMatchObject({
    status: 'QUARTERLY_CHECK',
    everMet: true,
    ownerId: idOf('is2'),
    nextCheck: { date: '2026-09-24', origin: 'cadence', base: '2026-06-19' },
    debts: expect.arrayContaining(['NEED']),
  });
  expect(await accountOf('顧客')).toMatchObject({ status: 'CURRENT_CLIENT', debts: ['EVIDENCE'] });
  expect(await accountOf('働く')).toMatchObject({ status: 'WORKING', debts: [] });
  expect(await accountOf('失注')).toMatchObject({ status: 'DEAD_OPPORTUNITY', everMet: true });
});

test('a company that we have met is not imported as cold; its row is named, the others are here', async () => {
  const { status, body } = await send(
    csv('株式会社会った,,コールド,,,はい,,,', '株式会社会わない,,コールド,,,,,,'),
  );
  expect(status).toBe(200);
  expect(body.counts).toEqual({ ...NONE, created: 1, refused: 1 });
  expect(body.problems).toMatchObject([{ line: 2, code: 'ROW_REFUSED', detail: 'IMPORT_MET_COLD' }]);
  expect(await find({ name: '会った' })).toEqual([]);
});

describe('a list with problems', () => {
  const rows = [
    '株式会社良い,,,,,,,,',
    '株式会社状態,,ぬるい,,,,,,',
    '株式会社番号,1234567890123,,,,,,,',
    '株式会社裂け,,',
    ',,,,,,,,',
    '株式会社日付,,,,2026-02-30,,,,',
    '株式会社未来,,,,2099-01-01,,,,',
    '株式会社誰,,,知らない人,,,,,',
    '株式会社良い,,,,,,,,',
  ];
  const CODES = [
    [3, 'STATUS_UNKNOWN'],
    [4, 'CORPORATE_NUMBER_WRONG'],
    [5, 'ROW_TORN'],
    [7, 'DATE_UNREADABLE'],
    [8, 'DATE_IN_FUTURE'],
    [9, 'OWNER_UNKNOWN'],
  ];
  const placesOf = (problems: { line: number; code: string }[]) =>
    problems.map(({ line, code }) => [line, code]);

  test('imports nothing, and names every row', async () => {
    const before = await size();
    const { status, body } = await send(csv(...rows));
    expect([status, body.error.code, body.error.problemCount]).toEqual([422, 'LIST_HAS_PROBLEMS', 6]);
    expect(placesOf(body.error.problems)).toEqual(CODES);
    for (const { message } of body.error.problems)
      expect(message).toEqual({ ja: expect.any(String), en: expect.any(String) });
    expect(await size()).toBe(before);
    expect(placesOf((await send(csv(...rows), { dryRun: true })).body.problems)).toEqual(CODES);
  });

  test('imports the others on the word of the caller, and names the rows still', async () => {
    const before = await size();
    const { status, body } = await send(csv(...rows), { skipProblems: true });
    expect([status, placesOf(body.problems), body.counts.created]).toEqual([200, CODES, 1]);
    expect(await size()).toBe(before + 1);
  });

  test.each([
    ['cut in the middle', DEMO.subarray(0, 20_000), 'CUT'],
    [
      'of mixed encodings',
      Buffer.concat([Buffer.from(csv('株式会社八,,,,,,,,')), DEMO.subarray(DEMO.indexOf(10) + 1, 20_000)]),
      'ENCODING_MIXED',
    ],
    ['without a column of names', '番号,状態\r\n1,2\r\n', 'LIST_NO_NAME_COLUMN'],
    [
      'with a wrong column',
      csv(...Array.from({ length: 3 }, (_, n) => `${n},株式会社,,,,,,,`)),
      'COLUMN_LOOKS_WRONG',
    ],
    ['that is empty', '', 'LIST_EMPTY'],
  ])('one %s imports nothing silently', async (_, file, code) => {
    const before = await size();
    const { status, body } = await send(file);
    expect([status, body.error.code]).toEqual([422, 'LIST_HAS_PROBLEMS']);
    expect(body.error.problems.map((found: { code: string }) => found.code)).toContain(code);
    expect(await size()).toBe(before);
  });
});

test('a viewer may look at the progress, and neither import nor undo', async () => {
  const { batch } = (await send(csv('株式会社閲覧,,,,,,,,'))).body;
  expect((await suite().call('viewer', 'import', { query: { batch } })).status).toBe(200);
  for (const { status, body } of [
    await send(csv('株式会社閲覧二,,,,,,,,'), {}, 'viewer'),
    await undo(batch, 'viewer'),
  ])
    expect([status, body.error.code]).toEqual([403, 'ROLE_NOT_ALLOWED']);
});

test('another rep may not undo a batch, a manager may', async () => {
  const { batch } = (await send(csv('株式会社他人,,,,,,,,'))).body;
  const { status, body } = await undo(batch, 'is2');
  expect([status, body.error.code]).toEqual([403, 'ROLE_NOT_ALLOWED']);
  expect((await suite().call('is', 'import', { query: { batch } })).body.state).toBe('done');
  expect((await undo(batch, 'manager')).body).toMatchObject({ undone: 1, refused: [] });
  expect(await find({ name: '他人' })).toEqual([]);
});

test('the history of an imported account says so', async () => {
  await send(csv('株式会社来歴,,,,,,,,'));
  const { id } = await accountOf('来歴');
  const { history } = (await suite().call('is', 'account', { query: { id } })).body;
  expect(history).toMatchObject([
    { channel: 'import', command: 'import', by: idOf('is'), on: TODAY, batch: expect.stringMatching(/^b_/) },
  ]);
});

test('behind all that, every account is the fold of its history', () => expectConsistentStore(suite().db));
