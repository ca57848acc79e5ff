import { REGISTER_ID } from '../../../emulator/suite';
import { aRegisterRequest, type Reply, rowOf, TODAY, usingSuite, type Who } from '../../suite';

const suite = usingSuite();
const layOut = (who: Who | null): Promise<Reply> => suite().call(who, 'layout', { body: {} });
const csv = async (book: string, title: string): Promise<string> =>
  (await fetch(`${suite().local}sheets/${book}/${encodeURIComponent(title)}.csv`)).text();

test.each<Who>(['scheduler', 'manager', 'admin', 'is', 'viewer'])(
  '%s may have it written, and is told the counts',
  async (who) => {
    const { status, body } = await layOut(who);
    expect(status).toBe(200);
    expect(body).toMatchObject({ date: TODAY, written: 0, appended: 0, unchanged: 0, leftAlone: 0 });
  },
);

test.each<[Who | null, number, string]>([
  ['stranger', 403, 'NOT_A_MEMBER'],
  ['left', 403, 'MEMBER_LEFT'],
  [null, 401, 'NOT_SIGNED_IN'],
])('%s may not', async (who, status, code) => {
  const answer = await layOut(who);
  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
});

test.each([{ all: true }, { discardRequests: 'yes' }])('with %j it is refused', async (sent) => {
  const { status, body } = await suite().call('manager', 'layout', { body: sent });
  expect([status, body.error.code]).toEqual([400, 'REQUEST_INVALID']);
});

test('what waits to be sent is dropped for a manager only, and never by schedule', async () => {
  const drop = (who: Who) => suite().call(who, 'layout', { body: { discardRequests: true } });
  for (const who of ['is', 'fs', 'viewer', 'scheduler'] as const) {
    const { status, body } = await drop(who);
    expect([who, status, body.error.code]).toEqual([who, 403, 'ROLE_NOT_ALLOWED']);
  }
  for (const who of ['manager', 'admin'] as const) expect((await drop(who)).status).toBe(200);
});

test('a command is in the register after the next run', async () => {
  const file = '会社名,ステータス,最終連絡日,担当者\n株式会社待つ,四半期チェック,2026-04-02,is\n';
  expect((await suite().call('is', 'import', { file, query: { list: 'L' } })).status).toBe(200);
  expect((await layOut('manager')).body).toMatchObject({ appended: 1 });
  const row = rowOf((await suite().submit('is', aRegisterRequest('株式会社新規')))[0]);
  expect((await layOut('manager')).body).toMatchObject({ read: 1, appended: 1, unchanged: 1 });
  expect((await layOut('manager')).body).toMatchObject({ read: 0, unchanged: 2, calls: 0 });
  expect(await csv(REGISTER_ID, '台帳')).toContain(`${row.id},株式会社新規,,,コールド,`);
  expect(await csv(REGISTER_ID, 'ヘルプ')).toContain('八つのステータス');
});

test('for rows that vanished the answer says what to do, in both languages', async () => {
  const range = { sheetId: 8001, dimension: 'ROWS', startIndex: 2, endIndex: 4 };
  suite().workbooks.batchUpdate(REGISTER_ID, [{ deleteDimension: { range } }], 'user');
  const { status, body } = await layOut('manager');
  expect([status, body.error.code, body.error.before, body.error.left]).toEqual([
    409,
    'REGISTER_ROWS_VANISHED',
    2,
    0,
  ]);
  expect(body.error.message.ja).toContain('Ctrl+Z');
  expect(body.error.message.en).toContain('Ctrl+Z');
});

test('for an older version with many requests the answer says what to do, in both languages', async () => {
  suite().workbooks.batchUpdate(REGISTER_ID, [{ deleteSheet: { sheetId: 8001 } }], 'user');
  await suite().submit('is', ...['一', '二', '三', '四'].map((name) => aRegisterRequest(`株式会社${name}`)));
  await layOut('manager');
  const type = (row: number, column: number, cell: object, fields: string) => ({
    updateCells: {
      start: { sheetId: 8001, rowIndex: row, columnIndex: column },
      rows: [{ values: [cell] }],
      fields,
    },
  });
  suite().workbooks.batchUpdate(
    REGISTER_ID,
    [
      ...[2, 3, 4, 5].map((row) =>
        type(row, 4, { userEnteredValue: { stringValue: '不適合' } }, 'userEnteredValue'),
      ),
      type(0, 0, { note: 'Hachi: 0' }, 'note'),
    ],
    'user',
  );
  const { status, body } = await layOut('is');
  expect([status, body.error.code, body.error.pending]).toEqual([409, 'REGISTER_RESTORED', 4]);
  for (const language of ['ja', 'en'])
    expect(body.error.message[language]).toContain('{"discardRequests": true}');
  const dropped = await suite().call('manager', 'layout', { body: { discardRequests: true } });
  expect(dropped.body).toMatchObject({ pending: 0, written: 4 });
});

test('run now by the local helper', async () => {
  suite().workbooks.batchUpdate(REGISTER_ID, [{ deleteSheet: { sheetId: 8001 } }], 'user');
  const answer = await fetch(`${suite().local}jobs/layout`, { method: 'POST' });
  expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ appended: 6 })]);
});
