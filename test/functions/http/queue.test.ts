import { QUEUE_ID } from '../../../emulator/suite';
import { countByBand } from '../../../functions/domain/queue/queue';
import { type Reply, TODAY, usingSuite, type Who } from '../../suite';

const suite = usingSuite();
const run = (who: Who | null): Promise<Reply> => suite().call(who, 'queue', { body: {} });
const shown = async (): Promise<string> => {
  const title = suite().workbooks.get(QUEUE_ID).tabs[0]?.properties.title ?? '';
  const answer = await fetch(`${suite().local}sheets/${QUEUE_ID}/${encodeURIComponent(title)}.csv`);
  return answer.text();
};

test.each<Who>(['scheduler', 'manager', 'admin'])(
  '%s may have it written, and is told the counts',
  async (who) => {
    const { status, body } = await run(who);
    expect([status, body]).toEqual([
      200,
      {
        date: TODAY,
        counts: countByBand([]),
        listed: 0,
        total: 0,
        unlisted: 0,
      },
    ]);
    expect(await shown()).toContain('今日、対応が必要なものはありません。');
  },
);

test.each<[Who | null, number, string]>([
  ['is', 403, 'ROLE_NOT_ALLOWED'],
  ['viewer', 403, 'ROLE_NOT_ALLOWED'],
  ['left', 403, 'MEMBER_LEFT'],
  ['stranger', 403, 'NOT_A_MEMBER'],
  [null, 401, 'NOT_SIGNED_IN'],
])('%s may not', async (who, status, code) => {
  const answer = await run(who);
  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
});

test('the scheduler is no member: it may do nothing else', async () => {
  for (const name of ['accounts', 'members', 'settings'])
    expect((await suite().call('scheduler', name)).status).toBe(403);
});

test('an imported check stands in it, in the words of the settings', async () => {
  const file =
    '会社名,ステータス,最終連絡日,担当者\n株式会社待つ,四半期チェック,2026-04-02,is\n株式会社待たない,コールド,,\n';
  expect((await suite().call('is', 'import', { file, query: { list: 'L' } })).status).toBe(200);
  expect((await run('scheduler')).body).toMatchObject({ counts: { dueIn7: 1 }, listed: 1, total: 1 });
  const first = await shown();
  expect(first).toMatch(/7日以内,株式会社待つ,四半期チェック,is,.*,2026-07-02,,,/s);
  expect(first).not.toContain('待たない');
  await run('manager');
  expect(await shown()).toBe(first);
  const { version } = (await suite().call('manager', 'settings')).body;
  await suite().call('manager', 'settings', {
    body: { expectedVersion: version, settings: { language: 'en' } },
  });
  await run('manager');
  expect(await shown()).toMatch(/Due in 7 days,株式会社待つ,Check Back Quarterly,is,/);
});

test('with a body that is not empty it is refused', async () => {
  const { status, body } = await suite().call('manager', 'queue', { body: { date: TODAY } });
  expect([status, body.error.code]).toEqual([400, 'REQUEST_INVALID']);
});

test('a job that the scheduler does not run any more is told above the queue, and one that a person runs is none of it', async () => {
  const { clock } = suite();
  const start = clock.now();
  for (const job of ['check', 'retention']) await suite().call('scheduler', job, { body: {} });
  await suite().call('manager', 'dashboard', { body: {} });
  await run('scheduler');
  expect(await shown()).not.toContain('Stopped');
  clock.set(new Date(start.getTime() + 3 * 86_400_000));
  await suite().call('scheduler', 'retention', { body: {} });
  const head = async (): Promise<string> => (await shown()).split('\n')[0] ?? '';
  // A person runs the queue: the scheduler's is still missing.
  await run('manager');
  expect(await head()).toContain('Stopped: queue, check of the data. ');
  expect(await head()).not.toMatch(/retention|dashboard/);
  await run('scheduler');
  expect(await head()).toContain('Stopped: check of the data (last');
  expect(await head()).not.toContain('queue (');
  clock.set(start);
});
