import { QUEUE_ID } from '../../../emulator/suite';
import type { CallAnswer } from '../../../functions/contract/contract';
import { FIGURE_KEYS } from '../../../functions/domain/statistics/dashboard';
import { aCommandRequest, aRegisterRequest, idOf, rowOf, usingSuite, type Who } from '../../suite';

const suite = usingSuite();
const tabs = () =>
  suite()
    .workbooks.get(QUEUE_ID)
    .tabs.map(({ properties }) => properties.title);
const run = (who: Who, body: unknown = {}) => suite().call(who, 'dashboard', { body });

test('for managers and the scheduler to count, for members to read; nothing before the first count', async () => {
  expect((await suite().call('viewer', 'dashboard')).body.error.code).toBe('DASHBOARD_NOT_COUNTED');
  expect((await suite().call('viewer', 'breakdown')).body.error.code).toBe('DASHBOARD_NOT_COUNTED');
  for (const who of ['is', 'fs', 'viewer'] as const)
    expect((await run(who)).body.error.code).toBe('ROLE_NOT_ALLOWED');
  expect((await run('scheduler')).body).toMatchObject({ accounts: 0, done: true, recount: null });
  const { status, body } = await suite().call('viewer', 'dashboard');
  expect([status, body.since, body.figures.map(({ key }: { key: string }) => key)]).toEqual([
    200,
    null,
    [...FIGURE_KEYS],
  ]);
  expect((await suite().call('scheduler', 'dashboard')).status).toBe(403);
});

test('the figures, and the accounts that each row is made of, page by page', async () => {
  const companies = await suite().submit(
    'is',
    ...['甲商事', '乙商事', '丙商事'].map((name) => aRegisterRequest(name)),
  );
  const contact = { kind: 'call', date: '2026-07-01', with: '総務部' } as const;
  await suite().submit(
    'is',
    aCommandRequest(
      { type: 'changeStatus', to: 'WORKING', data: { ownerId: idOf('is'), action: contact } },
      rowOf(companies[0]),
    ),
  );
  expect((await run('manager')).body).toMatchObject({ read: { accounts: 3, entries: 4 }, calls: 2 });
  expect((await run('manager')).body).toMatchObject({ read: { accounts: 0, entries: 0 }, calls: 0 });
  expect(tabs()).toEqual(expect.arrayContaining(['ダッシュボード', '内訳']));
  expect((await run('manager', { recount: true })).body.recount).toEqual({ compared: 3, differing: 0 });
  const { body }: { body: CallAnswer<'dashboard', 'GET'> } = await suite().call('is', 'dashboard');
  const stock = body.figures.find(({ key }) => key === 'statuses')?.rows.at(-1);
  expect([stock?.key, stock?.accounts, stock?.values.slice(0, 3)]).toEqual(['today', 3, [2, 1, 0]]);
  const names: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { figure: 'statuses', row: 'today', limit: 2, ...(cursor && { cursor }) };
    const page: { body: CallAnswer<'breakdown', 'GET'> } = await suite().call('is', 'breakdown', { query });
    names.push(...page.body.rows.map(({ name, column }) => `${name} ${column}`));
    ({ cursor } = page.body);
  }
  expect(names.sort()).toEqual(['丙商事 COLD', '乙商事 COLD', '甲商事 WORKING']);
});

test('a call that ends in time goes on with the next one', async () => {
  const { limits } = suite().service;
  const { runMilliseconds } = limits;
  limits.runMilliseconds = 0;
  let answer = (await run('manager', { recount: true })).body;
  while (!answer.done) answer = (await run('manager')).body;
  limits.runMilliseconds = runMilliseconds;
  expect(answer.accounts).toBe(3);
});
