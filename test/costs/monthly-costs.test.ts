/** What each use of the functions reads and writes, measured over HTTP, and the page that says what that costs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { countUse, type StoreUse } from '../count-reads';
import { aCommandRequest, usingSuite } from '../suite';
import { costsPage } from './costs-page';
import type { MeasuredUse } from './monthly-costs';

const PAGE = 'docs/operate.md';
const ACCOUNTS = 100;
const CHANGES = 10;

const suite = usingSuite();

const job = (name: string): Promise<StoreUse> =>
  countUse(async () => {
    const { status, body } = await suite().call('scheduler', name, { body: {} });
    expect({ name, status, next: body.next ?? null }).toEqual({ name, status: 200, next: null });
  });

/** Of one of `count`, above what it takes without any. */
const each = (many: StoreUse, none: StoreUse, count: number): StoreUse => ({
  reads: round((many.reads - none.reads) / count),
  writes: round((many.writes - none.writes) / count),
});
const round = (value: number): number => Math.round(value * 10) / 10;

const measured = async (): Promise<MeasuredUse> => {
  const none = { check: await job('check'), duplicates: await job('duplicates'), queue: await job('queue') };
  const rows = Array.from({ length: ACCOUNTS }, (_, i) => `試作${i}商会,四半期チェック,2026-04-02,is\n`);
  const file = `会社名,ステータス,最終連絡日,担当者\n${rows.join('')}`;
  expect((await suite().call('is', 'import', { file, query: { list: 'L' } })).status).toBe(200);
  for (const name of ['layout', 'dashboard', 'check', 'duplicates', 'queue']) await job(name);
  const whole = { check: await job('check'), duplicates: await job('duplicates'), queue: await job('queue') };
  const still = { layout: await job('layout'), dashboard: await job('dashboard') };

  const { rows: accounts } = (await suite().call('is', 'accounts', { query: { limit: CHANGES } })).body;
  const commands: StoreUse[] = [];
  for (const row of accounts) {
    const request = aCommandRequest({ type: 'saveContact', contact: { name: '山田' } }, row);
    commands.push(await countUse(() => suite().submit('is', request)));
  }
  const changed = { layout: await job('layout'), dashboard: await job('dashboard') };
  const checked = await job('check');
  const [command = { reads: 0, writes: 0 }] = commands;
  // Each alike.
  expect(commands).toEqual(commands.map(() => command));
  return {
    command,
    lookup: await countUse(() => suite().call('is', 'lookup', { body: { name: '株式会社どこにもない' } })),
    accountView: await countUse(() => suite().call('is', 'account', { query: { id: accounts[0].id } })),
    layoutOfChange: each(changed.layout, still.layout, CHANGES),
    dashboardOfChange: each(changed.dashboard, still.dashboard, CHANGES),
    queueOfDue: each(whole.queue, none.queue, ACCOUNTS),
    checkOfAccount: each(whole.check, none.check, ACCOUNTS),
    checkOfCommand: each(checked, whole.check, CHANGES),
    duplicatesOfAccount: each(whole.duplicates, none.duplicates, ACCOUNTS),
  };
};

test(`${PAGE} says what is measured (UPDATE_DOCS=1 npm test -- monthly-costs writes it anew)`, async () => {
  const page = readFileSync(PAGE, 'utf8');
  const made = costsPage(page, await measured());
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, made);
  expect(readFileSync(PAGE, 'utf8')).toBe(made);
});
