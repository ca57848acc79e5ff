/** The history of all accounts over HTTP: filtered, in pages, as CSV, and on its tab. */
import { parse } from 'csv-parse/sync';
import { QUEUE_ID } from '../../../emulator/suite';
import { runHistoryJob } from '../../../functions/app/history-job';
import type { HistoryAnswer, HistoryTabAnswer } from '../../../functions/contract/history';
import { loadTeam } from '../../../functions/store/team';
import { aCommandRequest, aRegisterRequest, idOf, rowOf, usingSuite, type Who } from '../../suite';

const suite = usingSuite();
type Query = Record<string, string | number>;

const ask = async (query: Query = {}, who: Who = 'viewer'): Promise<HistoryAnswer> => {
  const { status, body } = await suite().call(who, 'history', { query });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const commandsOf = ({ rows }: HistoryAnswer): string[] =>
  rows.map(({ entry, company }) => `${entry.command} ${company}`);
const records = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

const CALL = { kind: 'call', date: '2026-06-30', with: '総務部' } as const;
let [firstId, batch] = ['', ''];

/** 甲 is registered in the last second of a day of the team and called the day after; 乙 and 丙 come with a list, another day. */
beforeAll(async () => {
  suite().clock.set(new Date('2026-06-30T14:59:58.000Z'));
  const row = rowOf((await suite().submit('is', aRegisterRequest('甲商事')))[0]);
  firstId = row.id;
  suite().clock.set(new Date('2026-06-30T15:00:01.000Z'));
  const work = { type: 'changeStatus', to: 'WORKING', data: { ownerId: idOf('is2'), action: CALL } } as const;
  rowOf((await suite().submit('is2', aCommandRequest(work, row)))[0]);
  suite().clock.set(new Date('2026-07-02T01:30:00.000Z'));
  const file = '会社名,ステータス\n=乙商事,コールド\n丙商事,コールド\n';
  const { status, body } = await suite().call('manager', 'import', { file, query: { list: 'L' } });
  if (status !== 200) throw new Error(`import: ${status}`);
  batch = body.batch;
});

test('the newest first, with the time of day in the zone of the team, page by page', async () => {
  const all = await ask();
  expect(commandsOf(all).slice(2)).toEqual(['changeStatus 甲商事', 'register 甲商事']);
  expect(commandsOf(all).slice(0, 2).sort()).toEqual(['import =乙商事', 'import 丙商事']);
  expect(all.rows.map(({ time }) => time)).toEqual([
    '2026-07-02 10:30',
    '2026-07-02 10:30',
    '2026-07-01 00:00',
    '2026-06-30 23:59',
  ]);
  expect([all.zone, all.problems]).toEqual(['Asia/Tokyo', []]);
  const paged: HistoryAnswer['rows'][number][] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await ask({ limit: 1, ...(cursor === undefined ? {} : { cursor }) });
    paged.push(...page.rows);
    ({ cursor } = page);
  }
  expect(paged).toEqual(all.rows);
});

test.each<[string, Query | (() => Query), string[]]>([
  ['a day of the team', { from: '2026-06-30', to: '2026-06-30' }, ['register 甲商事']],
  ['from a day on', { from: '2026-07-01', to: '2026-07-01' }, ['changeStatus 甲商事']],
  ['until a day', { to: '2026-07-01' }, ['changeStatus 甲商事', 'register 甲商事']],
  ['nothing so early', { to: '2026-06-29' }, []],
  ['a person', () => ({ person: idOf('is2') }), ['changeStatus 甲商事']],
  ['nobody known', { person: 'unknown-editor' }, []],
  ['a command', { command: 'register' }, ['register 甲商事']],
  ['an event', { event: 'statusChanged' }, ['changeStatus 甲商事']],
  ['a channel and a day', { channel: 'api', from: '2026-07-01' }, ['changeStatus 甲商事']],
  ['an import', () => ({ batch, limit: 1 }), ['import 丙商事']],
  ['an account', () => ({ account: firstId }), ['changeStatus 甲商事', 'register 甲商事']],
  ['an account and a person', () => ({ account: firstId, person: idOf('is') }), ['register 甲商事']],
  [
    'who changed this cell',
    () => ({ account: firstId, field: 'ownerId', limit: 1 }),
    ['changeStatus 甲商事'],
  ],
  ['a part that is kept by ID', () => ({ account: firstId, field: 'contacts' }), []],
])('%s', async (_, query, expected) => {
  const page = await ask(typeof query === 'function' ? query() : query);
  const names = commandsOf(page);
  if (expected[0] === 'import 丙商事') expect(names[0]).toMatch(/^import /);
  else expect(names).toEqual(expected);
});

test('the edited cell and its sender are one entry for both of them', async () => {
  const row = rowOf((await suite().submit('is', aRegisterRequest('丁商事')))[0]);
  const command = {
    type: 'changeStatus',
    to: 'WORKING',
    data: { ownerId: idOf('is'), action: CALL },
  } as const;
  const commands = [{ ...aCommandRequest(command, row), editor: 'fs@hachi.example' }];
  const { body } = await suite().call('manager', 'commands', { body: { channel: 'trigger', commands } });
  rowOf(body.outcomes[0]);
  for (const who of ['fs', 'manager'] as const)
    expect(commandsOf(await ask({ person: idOf(who), channel: 'trigger' }))).toEqual(['changeStatus 丁商事']);
});

describe('as CSV', () => {
  const csv = (query: Query, headers: Record<string, string> = {}) =>
    suite().call('viewer', 'history', { query, headers });

  test('a line an entry, in words; nothing is a formula; the cursor stands in a header', async () => {
    const { status, headers, body } = await csv({ format: 'csv', batch, limit: 1 });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(body.startsWith('\uFEFF日時,会社名,変更の内容,')).toBe(true);
    const next = await csv({
      format: 'csv',
      batch,
      cursor: headers.get('x-hachi-cursor') ?? '',
    });
    expect([headers.get('x-hachi-problems'), next.headers.get('x-hachi-cursor')]).toEqual(['0', null]);
    const rows = [...records(body), ...records(next.body)];
    expect(rows.map((row) => row.会社名).sort()).toEqual(["'=乙商事", '丙商事']);
    expect(rows[0]).toMatchObject({ 日時: '2026-07-02 10:30', 経路: '取り込み', '取り込み ID': batch });
  });

  test('by what the caller accepts, unless the question says otherwise', async () => {
    const accept = { accept: 'text/csv, application/json;q=0.5' };
    const { body } = await csv({ account: firstId, to: '2026-07-01' }, accept);
    expect(records(body)[0]).toMatchObject({
      変更前ステータス: 'コールド',
      変更後ステータス: 'ワーキング',
      決めた人: 'is2',
    });
    expect((await csv({ format: 'json', account: firstId }, accept)).body.rows).toHaveLength(2);
    expect((await csv({ account: firstId }, { accept: '*/*' })).body.rows).toHaveLength(2);
  });
});

test.each<[Query, string]>([
  [{ from: '2026-02-30' }, 'REQUEST_INVALID'],
  [{ from: '2026-07-02', to: '2026-07-01' }, 'REQUEST_INVALID'],
  [{ field: 'status' }, 'REQUEST_INVALID'],
  [{ account: 'a_1', field: 'colour' }, 'REQUEST_INVALID'],
  [{ command: 'delete' }, 'REQUEST_INVALID'],
  [{ event: 'deleted' }, 'REQUEST_INVALID'],
  [{ channel: 'fax' }, 'REQUEST_INVALID'],
  [{ format: 'xml' }, 'REQUEST_INVALID'],
  [{ limit: 0 }, 'REQUEST_INVALID'],
  [{ who: 'is' }, 'REQUEST_INVALID'],
  [{ account: 'a_nobody' }, 'ACCOUNT_UNKNOWN'],
  [{ person: 'm_nobody' }, 'MEMBER_UNKNOWN'],
  [{ cursor: 'x' }, 'CURSOR_UNKNOWN'],
])('%j is refused with %s, also where CSV is asked for', async (query, code) => {
  const { status, body } = await suite().call('viewer', 'history', {
    query,
    headers: { accept: 'text/csv' },
  });
  expect([status < 500, body.error.code]).toEqual([true, code]);
});

test('the cursor of one account is none of all, and the other way round', async () => {
  const ofAccount = (await ask({ account: firstId, limit: 1 })).cursor ?? '';
  const ofAll = (await ask({ limit: 1 })).cursor ?? '';
  for (const query of [{ cursor: ofAccount }, { account: firstId, cursor: ofAll }])
    expect((await suite().call('viewer', 'history', { query })).body.error.code).toBe('CURSOR_UNKNOWN');
});

test('what was erased is nowhere in it', async () => {
  const cold = rowOf((await suite().submit('is', aRegisterRequest('戊商事')))[0]);
  const contact = { name: '山田 太郎', email: 'taro@example.jp' };
  const row = rowOf((await suite().submit('is', aCommandRequest({ type: 'saveContact', contact }, cold)))[0]);
  expect(JSON.stringify(await ask({ account: row.id }))).toContain('山田');
  const erase = { type: 'eraseContact', contactId: 'c000002', reason: '本人からの依頼' } as const;
  rowOf((await suite().submit('manager', aCommandRequest(erase, row)))[0]);
  for (const query of [{}, { account: row.id }, { format: 'csv' }])
    expect(JSON.stringify((await suite().call('viewer', 'history', { query })).body)).not.toMatch(
      /山田|太郎|taro/,
    );
});

describe('its tab', () => {
  const write = (who: Who | null, body: object = {}) => suite().call(who, 'history', { body });
  const shown = async (): Promise<string> =>
    (await fetch(`${suite().local}sheets/${QUEUE_ID}/${encodeURIComponent('履歴')}.csv`)).text();

  test('a manager has the newest that fit written, and other ones in their place', async () => {
    const first: HistoryTabAnswer = (await write('manager', { account: firstId })).body;
    expect(first).toMatchObject({ rows: 2, more: false, problems: [], calls: 1 });
    expect(await shown()).toContain('2026-07-01 00:00,甲商事,');
    const second: HistoryTabAnswer = (await write('admin', { batch, limit: 1 })).body;
    expect(second).toMatchObject({ rows: 1, more: true });
    const text = await shown();
    expect(text).toContain(`取り込み ID: ${batch}`);
    expect(text).not.toContain('甲商事');
    expect((await write('manager', { to: '2026-01-01' })).body.rows).toBe(0);
    expect(await shown()).toContain('この条件の履歴はありません。');
  });

  test('as many as there are rows: there are no others', async () => {
    expect((await write('manager', { account: firstId, limit: 2 })).body).toMatchObject({
      rows: 2,
      more: false,
    });
  });

  test('when the time is up, it has what was read, and says that there are others', async () => {
    const { db, service, clock } = suite();
    const deps = {
      ...{ db, team: await loadTeam(db), sheets: await service.sheets() },
      ...{ queueSheetId: QUEUE_ID, links: () => undefined, isTimeUp: () => true },
    };
    const run = await runHistoryJob(clock.now(), { account: firstId }, 1000, deps, 1);
    expect(run).toMatchObject({ rows: 1, more: true });
    expect(await shown()).toContain('新しい順に 1 件。');
  });

  test.each<[Who | null, number, string]>([
    ['is', 403, 'ROLE_NOT_ALLOWED'],
    ['viewer', 403, 'ROLE_NOT_ALLOWED'],
    ['scheduler', 403, 'NOT_A_MEMBER'],
    [null, 401, 'NOT_SIGNED_IN'],
  ])('%s may not', async (who, status, code) => {
    const { status: given, body } = await write(who);
    expect([given, body.error.code]).toEqual([status, code]);
  });

  test.each<[object, string]>([
    [{ limit: 5001 }, 'REQUEST_INVALID'],
    [{ account: 'a_nobody' }, 'ACCOUNT_UNKNOWN'],
  ])('%j is refused with %s', async (body, code) => {
    expect((await write('manager', body)).body.error.code).toBe(code);
  });
});
