import { bundleScript } from '../../../emulator/apps-script/bundle';
import { startScriptHost } from '../../../emulator/apps-script/script-host';
import { aCommandRequest, idOf } from '../../suite';
import { type FaultyProxy, startFaultyProxy } from '../faulty-proxy';
import {
  firstRow,
  registerClients,
  registerDraft,
  resultValue,
  sendPending,
  usingSheet,
} from '../sheet-scene';

const sheet = usingSheet();
let wire: FaultyProxy;
beforeAll(async () => {
  const { suite } = sheet();
  wire = await startFaultyProxy(`http://127.0.0.1:${suite.port}`);
  suite.script.setProperties({ FUNCTIONS_URL: wire.url });
});
afterAll(() => wire.stop());
beforeEach(() => {
  wire.calls.length = 0;
  wire.fates.length = 0;
  wire.onCall = () => {};
});

const sold = async (name: string) => firstRow(await registerClients(sheet(), name));
const historyOf = async (id: string) =>
  (await sheet().suite.call('is', 'account', { query: { id } })).body.history;

test('the functions are down: it stays marked, and is sent once when they are back', async () => {
  const { sit, type, cell } = sheet();
  const { id, version } = await sold('株式会社不通');
  const rep = await sit('is');
  await type(rep, id, 'status', '6');
  wire.fates.push('refused', 'busy', 'refused', 'busy');
  const answer = await rep.session.run('sendPending');
  expect(answer).toMatchObject({ error: { code: 'OFFLINE' } });
  expect(wire.calls).toHaveLength(4);
  expect(cell(id, 'requestState')).toBe('未送信');
  expect(cell(id, 'status')).toBe(6);
  expect(await sendPending(rep)).toMatchObject({ accepted: 1 });
  expect(cell(id, 'mirror.version')).toBe(version + 1);
  expect(await sendPending(rep)).toMatchObject({ accepted: 0 });
  expect((await historyOf(id))[0].version).toBe(version + 1);
});

test('an answer that was lost after the commit: one effect, and the answer comes with the next try', async () => {
  const { sit, type, cell } = sheet();
  const { id, version } = await sold('株式会社行方不明');
  const rep = await sit('is');
  await type(rep, id, 'status', '6');
  wire.fates.push('lost');
  expect(await sendPending(rep)).toMatchObject({ accepted: 1, refused: 0 });
  expect(wire.calls).toHaveLength(2);
  expect(cell(id, 'mirror.version')).toBe(version + 1);
});

test('a draft whose answer was lost is registered once, also when it is sent much later', async () => {
  const { sit, tab, freeRow, suite, column } = sheet();
  const rep = await sit('is');
  const row = freeRow();
  await rep.session.edit(`'${tab().properties.title}'!B${row}`, [['行方不明商店']]);
  wire.fates.push('lost', 'refused', 'refused', 'refused');
  expect(await registerDraft(rep, sheet(), row)).toMatchObject({ error: { code: 'OFFLINE' } });
  expect(tab().rows[row - 1]?.[column('id')]?.userEnteredValue).toBeUndefined();
  expect(resultValue(await registerDraft(rep, sheet(), row))).toMatchObject({ accepted: 1 });
  const { body } = await suite.call('is', 'lookup', { body: { name: '行方不明商店' } });
  expect(body.hits).toHaveLength(1);
  expect(tab().rows[row - 1]?.[column('id')]?.userEnteredValue?.stringValue).toBe(body.hits[0].row.id);
});

test('two send at once: one effect', async () => {
  const { sit, type, cell } = sheet();
  const { id, version } = await sold('株式会社同時');
  const [one, other] = [await sit('is'), await sit('manager')];
  await type(one, id, 'status', '6');
  const reports = await Promise.all([sendPending(one), sendPending(other)]);
  expect(reports.map(({ accepted }) => accepted).sort()).toEqual([0, 1]);
  expect(reports.map(({ refused }) => refused)).toEqual([0, 0]);
  expect(cell(id, 'mirror.version')).toBe(version + 1);
  expect(wire.calls).toHaveLength(1);
});

test('sorted and inserted while the functions decide: the right rows are written', async () => {
  const { sit, type, cell, change, rowOf, column, tab } = sheet();
  const rows = await registerClients(sheet(), '株式会社あ', '株式会社い', '株式会社う');
  const ids = rows.map(({ id }) => id);
  const rep = await sit('is');
  await type(rep, ids[0] ?? '', 'status', '6');
  await type(rep, ids[1] ?? '', 'status', 'コールド');
  const before = ids.map(rowOf);
  wire.onCall = async () => {
    wire.onCall = () => {};
    await change(
      rep,
      {
        sortRange: {
          range: { sheetId: 8001, startRowIndex: 2, endRowIndex: tab().rows.length },
          sortSpecs: [{ dimensionIndex: column('name'), sortOrder: 'DESCENDING' }],
        },
      },
      {
        insertDimension: {
          range: { sheetId: 8001, dimension: 'ROWS', startIndex: 2, endIndex: 3 },
          inheritFromBefore: false,
        },
      },
    );
  };
  expect(await sendPending(rep)).toMatchObject({ accepted: 1, refused: 1 });
  expect(ids.map(rowOf)).not.toEqual(before);
  expect(ids.map((id) => cell(id, 'status'))).toEqual(['現在の顧客', 'ワーキング', 'ワーキング']);
  expect(ids.map((id) => cell(id, 'mirror.status'))).toEqual(['現在の顧客', 'ワーキング', 'ワーキング']);
  expect(ids.map((id) => cell(id, 'name'))).toEqual(['株式会社あ', '株式会社い', '株式会社う']);
});

test('typed again while the functions decide: the new value waits, on the new basis', async () => {
  const { sit, type, cell } = sheet();
  const { id, version } = await sold('株式会社早打ち');
  const rep = await sit('is');
  await type(rep, id, 'status', '6');
  wire.onCall = async () => {
    wire.onCall = () => {};
    await type(rep, id, 'status', '登録保存');
  };
  expect(await sendPending(rep)).toMatchObject({ accepted: 1 });
  expect(cell(id, 'status')).toBe('登録保存');
  expect(cell(id, 'mirror.status')).toBe('現在の顧客');
  expect(cell(id, 'mirror.version')).toMatch(new RegExp(`^v${version + 1} status!`));
  expect(cell(id, 'requestState')).toBe('未送信');
  expect(await sendPending(rep)).toMatchObject({ refused: 1, missingData: { retry: { to: 'ON_FILE' } } });
});

test('deleted while the functions decide: the account is decided, and its row comes back', async () => {
  const { sit, type, cell, change, rowOf, account, layout } = sheet();
  const { id } = await sold('株式会社消滅');
  const rep = await sit('is');
  await type(rep, id, 'status', '6');
  wire.onCall = async () => {
    wire.onCall = () => {};
    const startIndex = rowOf(id);
    await change(rep, {
      deleteDimension: {
        range: { sheetId: 8001, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 },
      },
    });
  };
  expect(await sendPending(rep)).toMatchObject({ accepted: 1 });
  expect(() => rowOf(id)).toThrow('has no row');
  expect(await account(id)).toMatchObject({ status: 'CURRENT_CLIENT' });
  await layout();
  expect(cell(id, 'status')).toBe('現在の顧客');
});

test('two people change one row: the note for the second names who changed what when, and both values', async () => {
  const { suite, sit, type, cell, note } = sheet();
  const row = await sold('株式会社競争');
  await suite.submit('manager', aCommandRequest({ type: 'changeStatus', to: 'CURRENT_CLIENT' }, row));
  const rep = await sit('is');
  expect(cell(row.id, 'status')).toBe('ワーキング');
  await type(rep, row.id, 'status', '失注');
  expect(await sendPending(rep)).toMatchObject({ accepted: 0, refused: 1 });
  expect(cell(row.id, 'status')).toBe('現在の顧客');
  const words = note(row.id, 'status');
  for (const part of ['manager', '2026-07-01', 'ワーキング → 現在の顧客', '失注案件'])
    expect(words).toContain(part);
});

test('somebody was faster with the same value: it is accepted, and nobody is bothered', async () => {
  const { suite, sit, type, cell } = sheet();
  const row = await sold('株式会社同意見');
  await suite.submit('manager', aCommandRequest({ type: 'changeStatus', to: 'CURRENT_CLIENT' }, row));
  const rep = await sit('is');
  await type(rep, row.id, 'status', '6');
  expect(await sendPending(rep)).toMatchObject({ accepted: 1, refused: 0 });
  expect(cell(row.id, 'requestState')).toBe('');
});

test('what a phone edits is sent by the clock, in the name of who typed it, and history says who sent it', async () => {
  const { suite, sit, type, cell } = sheet();
  const { id } = await sold('株式会社電話');
  const manager = await sit('manager');
  await manager.session.run('setAutoSend', [true]);
  expect(suite.script.triggers).toMatchObject([
    { functionName: 'onSchedule', installer: 'manager@hachi.example' },
  ]);
  const phone = await sit('is', { phone: true });
  expect(phone.session.menus).toEqual([]);
  await type(phone, id, 'status', '6');
  expect(cell(id, 'requestState')).toBe('未送信');
  const run = await suite.script.runTrigger(suite.script.triggers[0]?.id ?? '');
  expect(run).toMatchObject({ error: null, email: 'manager@hachi.example' });
  expect(cell(id, 'status')).toBe('現在の顧客');
  const [entry] = await historyOf(id);
  expect(entry).toMatchObject({
    channel: 'trigger',
    command: 'changeStatus',
    by: idOf('is'),
    sentBy: idOf('manager'),
  });
  // With nothing to send it asks nobody.
  wire.calls.length = 0;
  await suite.script.runTrigger(suite.script.triggers[0]?.id ?? '');
  expect(wire.calls).toEqual([]);
  await manager.session.run('setAutoSend', [false]);
  expect(suite.script.triggers).toEqual([]);
});

test('requests from a copy of the spreadsheet are refused, with the reason', async () => {
  const { suite } = sheet();
  const book = suite.workbooks.get(suite.sheets.registerId);
  suite.workbooks.create('a-copy', { title: 'Copy' });
  const { code, manifest, files } = await bundleScript({ entry: 'apps-script/main.ts' });
  suite.workbooks.batchUpdate(
    'a-copy',
    [{ addSheet: { properties: { sheetId: 8001, title: '台帳' } } }],
    'user',
  );
  suite.workbooks.change('a-copy', 'user', (draft) => {
    const tab = draft.edit(draft.grid(8001));
    const source = book.tabs.find(({ properties }) => properties.sheetId === 8001);
    Object.assign(tab, { rows: source?.rows ?? [], properties: { ...source?.properties } });
  });
  const host = await startScriptHost({
    ...{ workbooks: suite.workbooks, spreadsheetId: 'a-copy', code, manifest, files, dataDir: null },
    identity: (email) => suite.identity.issue({ email }),
  });
  host.setProperties({ FUNCTIONS_URL: wire.url });
  const rep = host.openAs({ email: 'is@hachi.example', locale: 'ja' });
  expect(await rep.run('readTeam')).toMatchObject({ error: { code: 'SPREADSHEET_IS_COPY' } });
  await host.stop();
});

test('without its set-up or a permission, a message says what to do', async () => {
  const { suite, sit } = sheet();
  const rep = await sit('is');
  suite.script.setProperties({ FUNCTIONS_URL: '' });
  expect(await rep.session.run('readTeam')).toMatchObject({ error: { code: 'NOT_SET_UP' } });
  suite.script.setProperties({ FUNCTIONS_URL: wire.url });
  expect(await rep.session.run('readTeam')).toMatchObject({ value: { you: { name: 'is' } } });
});
