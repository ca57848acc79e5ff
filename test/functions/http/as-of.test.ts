/** The register of past days over HTTP, and what moved between them: through moves, merge, un-merge and imports that were undone. */
import { parse } from 'csv-parse/sync';
import { QUEUE_ID } from '../../../emulator/suite';
import { runAsOfJob } from '../../../functions/app/as-of-job';
import type { CommandRequest } from '../../../functions/contract/commands';
import type { MovesAnswer } from '../../../functions/contract/moves';
import type { RegisterRow } from '../../../functions/domain/register/row';
import { loadTeam } from '../../../functions/store/team';
import {
  aCommandRequest,
  aRegisterRequest,
  idOf,
  type Reply,
  rowOf,
  usingSuite,
  type Who,
} from '../../suite';

const suite = usingSuite();
type Query = Record<string, string | number>;

const ask = (name: 'asof' | 'moves', query: Query, headers: Record<string, string> = {}): Promise<Reply> =>
  suite().call('viewer', name, { query, headers });
const asOf = async (date: string, more: Query = {}): Promise<RegisterRow[]> => {
  const rows: RegisterRow[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { status, body } = await ask('asof', {
      date,
      ...more,
      ...(cursor === undefined ? {} : { cursor }),
    });
    expect([status, body.problems]).toEqual([200, []]);
    rows.push(...body.rows);
    ({ cursor } = body);
  }
  return rows;
};
/** By company `from → to`, a dash for none. */
const movesOf = ({ moves }: Pick<MovesAnswer, 'moves'>): Record<string, string> =>
  Object.fromEntries(moves.map(({ company, from, to }) => [company, `${from ?? '-'} → ${to ?? '-'}`]));
const moves = async (from: string, to: string) => movesOf((await ask('moves', { from, to })).body);

/** What `accounts` answered in the evening of each day. */
const evenings = new Map<string, RegisterRow[]>();
const evening = async (date: string): Promise<void> => {
  evenings.set(date, (await suite().call('viewer', 'accounts', { query: { limit: 1000 } })).body.rows);
};
const morning = (date: string): void => suite().clock.set(new Date(`${date}T09:00:00+09:00`));
const give = async (who: Who, request: CommandRequest): Promise<RegisterRow> =>
  rowOf((await suite().submit(who, request))[0]);

beforeAll(async () => {
  morning('2026-04-01');
  const first = await give('is', aRegisterRequest('甲商事'));
  const second = await give('is', aRegisterRequest('乙商事'));
  await evening('2026-04-01');
  morning('2026-05-11');
  const action = { kind: 'call', date: '2026-05-11', with: '総務部' } as const;
  const working = await give(
    'is2',
    aCommandRequest({ type: 'changeStatus', to: 'WORKING', data: { ownerId: idOf('is2'), action } }, first),
  );
  const file = '会社名,ステータス\n丙商事,コールド\n丁商事,コールド\n';
  const { batch } = (await suite().call('manager', 'import', { file, query: { list: 'L' } })).body;
  await evening('2026-05-11');
  morning('2026-06-01');
  const merge = { type: 'merge', intoId: first.id, reason: 'DUPLICATE', survivorStatus: 'WORKING' } as const;
  const filed = await give('manager', aCommandRequest(merge, second));
  const undo = await suite().call('manager', 'import', { file: '', query: { undo: batch } });
  if (undo.status !== 200) throw new Error(JSON.stringify(undo.body));
  await evening('2026-06-01');
  morning('2026-06-15');
  await give('manager', aCommandRequest({ type: 'unmerge', reason: '別の会社でした' }, filed));
  await evening('2026-06-15');
  morning('2026-07-01');
  const { body } = await suite().call('viewer', 'account', { query: { id: first.id } });
  const back = { type: 'changeStatus', to: 'COLD', data: { reason: '連絡がつかない' } } as const;
  await give('is2', aCommandRequest(back, { ...working, version: body.account.version }));
  await evening('2026-07-01');
});

test('on each day it is what accounts answered then, in pages of any size', async () => {
  for (const [date, rows] of evenings)
    for (const limit of [1, 1000]) expect(await asOf(date, { limit })).toEqual(rows);
  expect([...evenings.values()].map((rows) => rows.length)).toEqual([2, 4, 2, 2, 2]);
  expect(await asOf('2026-05-10')).toEqual(evenings.get('2026-04-01'));
  expect(await asOf('2026-03-31')).toEqual([]);
});

test('only those that had a status or an owner then', async () => {
  const namesOf = (rows: readonly RegisterRow[]) => rows.map(({ name }) => name).sort();
  expect(namesOf(await asOf('2026-05-31', { status: 'COLD', limit: 1 }))).toEqual([
    '丁商事',
    '丙商事',
    '乙商事',
  ]);
  expect(namesOf(await asOf('2026-05-31', { ownerId: idOf('is2') }))).toEqual(['甲商事']);
  expect(await asOf('2026-04-01', { ownerId: idOf('is2') })).toEqual([]);
});

test('what moved between two days: from, to, when, by whom, why; who came and who went', async () => {
  expect(await moves('2026-05-01', '2026-05-31')).toEqual({
    甲商事: 'COLD → WORKING',
    丙商事: '- → COLD',
    丁商事: '- → COLD',
  });
  expect(await moves('2026-05-12', '2026-06-14')).toEqual({
    乙商事: 'COLD → ON_FILE',
    丙商事: 'COLD → -',
    丁商事: 'COLD → -',
  });
  // Merged and taken apart within the period, or moved and back.
  expect(await moves('2026-05-12', '2026-06-30')).toMatchObject({ 乙商事: 'COLD → COLD' });
  expect(await moves('2026-05-11', '2026-07-01')).toMatchObject({ 甲商事: 'COLD → COLD', 丙商事: '- → -' });
  expect(await moves('2026-06-16', '2026-06-30')).toEqual({});
  const { body } = await ask('moves', { from: '2026-07-01', to: '2026-07-01' });
  expect(body.moves[0].steps).toMatchObject([
    { from: 'WORKING', to: 'COLD', time: '2026-07-01 09:00', by: idOf('is2'), reason: '連絡がつかない' },
  ]);
});

test('pages bring each account once', async () => {
  const period = { from: '2026-04-01', to: '2026-07-01' };
  const whole = (await ask('moves', period)).body.moves;
  const paged: MovesAnswer['moves'][number][] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { body } = await ask('moves', { ...period, limit: 1, ...(cursor === undefined ? {} : { cursor }) });
    paged.push(...body.moves);
    ({ cursor } = body);
  }
  expect(whole).toHaveLength(4);
  expect(paged).toEqual(whole);
});

test('as CSV', async () => {
  const records = ({ body }: Reply): Record<string, string>[] => parse(body, { bom: true, columns: true });
  const register = await ask('asof', { date: '2026-05-31', format: 'csv', status: 'WORKING' });
  expect(records(register)).toMatchObject([
    {
      会社名: '甲商事',
      ステータス: 'ワーキング',
      担当: 'is2',
      ステータス開始日: '2026-05-11',
      経過日数: '20',
    },
  ]);
  const moved = await ask('moves', { from: '2026-07-01', to: '2026-07-01' }, { accept: 'text/csv' });
  expect(records(moved)).toMatchObject([
    {
      会社名: '甲商事',
      期間の初め: 'ワーキング',
      期間の終わり: 'コールド',
      決めた人: 'is2',
      理由: '連絡がつかない',
    },
  ]);
});

test.each<['asof' | 'moves', Query, string]>([
  ['asof', {}, 'REQUEST_INVALID'],
  ['asof', { date: '2026-02-30' }, 'REQUEST_INVALID'],
  ['asof', { date: '2026-07-02' }, 'DATE_IN_FUTURE'],
  ['asof', { date: '2026-05-01', status: 'HOT' }, 'REQUEST_INVALID'],
  ['asof', { date: '2026-05-01', ownerId: 'm_nobody' }, 'MEMBER_UNKNOWN'],
  ['asof', { date: '2026-05-01', cursor: 'a/b' }, 'CURSOR_UNKNOWN'],
  ['moves', { from: '2026-05-01' }, 'REQUEST_INVALID'],
  ['moves', { from: '2026-05-02', to: '2026-05-01' }, 'REQUEST_INVALID'],
  ['moves', { from: '2026-07-02', to: '2026-07-03' }, 'DATE_IN_FUTURE'],
  ['moves', { from: '2026-05-01', to: '2026-05-02', cursor: 'x' }, 'CURSOR_UNKNOWN'],
])('%s with %j is refused with %s', async (name, query, code) => {
  const { status, body } = await ask(name, query);
  expect([status < 500, body.error.code]).toEqual([true, code]);
});

describe('the tabs', () => {
  const write = (who: Who | null, name: 'asof' | 'moves', body: object) => suite().call(who, name, { body });
  const shown = async (title: string): Promise<string> =>
    (await fetch(`${suite().local}sheets/${QUEUE_ID}/${encodeURIComponent(title)}.csv`)).text();
  const period = { from: '2026-05-12', to: '2026-06-14' };

  test('a manager has them written', async () => {
    const register = (await write('manager', 'asof', { date: '2026-05-31' })).body;
    expect(register).toMatchObject({ date: '2026-05-31', rows: 4, problems: [], calls: 1 });
    const text = await shown('時点');
    expect(text).toContain('2026-05-31 の終わりの台帳:4 社(コールド 3・ワーキング 1)');
    expect(text).toContain('丁商事');
    const moved = (await write('admin', 'moves', period)).body;
    expect(moved).toMatchObject({ rows: 3, more: false, counts: { moved: 1, came: 0, gone: 2, back: 0 } });
    expect(await shown('変化')).toMatch(
      /乙商事,コールド,登録保存,コールド → 登録保存,2026-06-01 09:00,manager/,
    );
  });

  test.each<[Who | null, number, string]>([
    ['fs', 403, 'ROLE_NOT_ALLOWED'],
    ['scheduler', 403, 'NOT_A_MEMBER'],
    [null, 401, 'NOT_SIGNED_IN'],
  ])('%s may not', async (who, status, code) => {
    for (const answer of [
      await write(who, 'asof', { date: '2026-05-31' }),
      await write(who, 'moves', period),
    ])
      expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  test.each([
    ['the time is up', { isTimeUp: () => true }, { accountsPerPage: 1, maxRows: 10_000 }],
    ['there are more than it has room for', { isTimeUp: () => false }, { accountsPerPage: 100, maxRows: 1 }],
  ])('it says what it leaves out where %s', async (_, over, sizes) => {
    const { db, service, clock } = suite();
    const deps = {
      ...{ db, team: await loadTeam(db), sheets: await service.sheets() },
      ...{ queueSheetId: QUEUE_ID, links: () => undefined, ...over },
    };
    const run = await runAsOfJob(clock.now(), { date: '2026-05-31' }, deps, sizes);
    expect(run).toMatchObject({ rows: 1, more: true });
    expect(await shown('時点')).toContain('2026-05-31 の終わりの台帳の一部:ID 順に 1 社だけ');
    await write('manager', 'asof', { date: '2026-05-31' });
    expect(await shown('時点')).not.toContain('一部');
  });
});
