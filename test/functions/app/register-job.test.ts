import { openSheets } from '../../../functions/sheets/client';
import { SheetsError } from '../../../functions/sheets/retry';
import { acquireRegisterLease } from '../../../functions/store/register-state';
import { countReads } from '../../count-reads';
import { eachFirestore } from '../../firestores';
import { saveTeam } from './queue-scene';
import {
  aRegisterAccount,
  NOW,
  openRegisterScene,
  REGISTER_BOOK,
  registerRefusal,
  TEN_ACCOUNTS,
  usingRegisterScene,
} from './register-scene';

const scene = usingRegisterScene();
const writesOf = async (act: () => Promise<unknown>): Promise<number> => {
  const before = scene().api.counts().writes;
  await act();
  return scene().api.counts().writes - before;
};

eachFirestore('the register job', (db) => {
  test('new, changed, withdrawn accounts; twice writes nothing', async () => {
    await saveTeam(db());
    const here = await openRegisterScene(db());
    await here.save(...TEN_ACCOUNTS);
    expect(await here.run()).toMatchObject({ read: 10, appended: 10, calls: 1 });
    await here.save(
      aRegisterAccount('a_3', { name: '新名' }),
      aRegisterAccount('a_4', { withdrawn: true }),
      aRegisterAccount('a_new'),
    );
    expect(await here.run()).toMatchObject({
      read: 3,
      written: 1,
      appended: 1,
      removed: 1,
      unchanged: 8,
      calls: 1,
    });
    expect(here.cell('a_3', 'name')).toBe('新名');
    expect(await here.run()).toMatchObject({ read: 0, written: 0, appended: 0, repaired: 0, calls: 0 });
    await here.stop();
  });
});

describe('calls', () => {
  test('the same number of reads, and one write, for few accounts and for many', async () => {
    const counted = async () => {
      const before = scene().api.counts();
      await scene().run();
      const { reads, writes } = scene().api.counts();
      return { reads: reads - before.reads, writes: writes - before.writes };
    };
    await scene().save(...TEN_ACCOUNTS);
    expect(await counted()).toEqual({ reads: 1, writes: 1 });
    await scene().save(aRegisterAccount('a_1', { name: 'x' }));
    const few = await counted();
    expect(few).toEqual({ reads: 4, writes: 1 });
    await scene().save(...Array.from({ length: 600 }, (_, n) => aRegisterAccount(`a_${n}`, { name: 'y' })));
    expect(await counted()).toEqual(few);
    expect(await counted()).toEqual({ reads: 4, writes: 0 });
  });

  test('reads what changed, not the register', async () => {
    await scene().save(...Array.from({ length: 600 }, (_, n) => aRegisterAccount(`a_${n}`)));
    await scene().run();
    await scene().save(aRegisterAccount('a_7', { name: 'x' }));
    expect(await countReads(() => scene().run())).toBeLessThanOrEqual(8);
  });

  test('far more than one call takes: whole rows in each, and broken off it is completed', async () => {
    const long = '長'.repeat(2_000);
    await scene().save(
      ...Array.from({ length: 500 }, (_, n) =>
        aRegisterAccount(`a_${n}`, { status: 'QUARTERLY_CHECK', awaitedCondition: long }),
      ),
    );
    const api = scene().api;
    const first = api.holdNext('before', 'write');
    const run = scene().run();
    await first.reached;
    const second = api.holdNext('before', 'write');
    first.release();
    await second.reached;
    second.drop();
    // Sent again after a lost connection, it fails for good.
    api.failNext({ status: 403, only: 'write' });
    await expect(run).rejects.toThrow(SheetsError);
    const half = scene().lines().length - 2;
    expect(half).toBeLessThan(500);
    expect(half).toBeGreaterThan(0);
    const version = scene().column('mirror.version');
    expect(
      scene()
        .lines()
        .slice(2)
        .map((line) => line[version]),
    ).toEqual(Array.from({ length: half }, () => '1'));
    expect(await scene().run()).toMatchObject({ appended: 500 - half, written: 0 });
    expect(scene().lines()).toHaveLength(502);
  });

  test('within its time it does what it can, and the next runs the rest', async () => {
    const long = '長'.repeat(2_000);
    await scene().save(
      ...Array.from({ length: 400 }, (_, n) =>
        aRegisterAccount(`a_${n}`, { status: 'QUARTERLY_CHECK', awaitedCondition: long }),
      ),
    );
    const runs = [await scene().run(NOW, { isTimeUp: () => true })];
    while (runs.at(-1)?.unfinished) runs.push(await scene().run(NOW, { isTimeUp: () => true }));
    expect(runs.length).toBeGreaterThan(1);
    expect(runs.map(({ calls }) => calls)).toEqual(runs.map(() => 1));
    expect(scene().lines()).toHaveLength(402);
    expect(await scene().run()).toMatchObject({ written: 0, appended: 0, calls: 0 });
  });

  test('several at once: nobody appends twice', async () => {
    await scene().save(...TEN_ACCOUNTS);
    const wait = () => new Promise((resolve) => setTimeout(resolve, 20));
    const deps = { wait: async () => wait() };
    const runs = await Promise.allSettled([
      scene().run(NOW, deps),
      scene().run(NOW, deps),
      scene().run(NOW, deps),
    ]);
    const appended = runs.map((run) => (run.status === 'fulfilled' ? run.value.appended : 0));
    expect(appended.reduce((sum, one) => sum + one, 0)).toBe(10);
    expect(scene().lines()).toHaveLength(12);
  });

  test('while another run is at it: waits, then says so; a run that is not heard of any more gives way', async () => {
    const turn = await acquireRegisterLease(scene().db, REGISTER_BOOK);
    expect((await registerRefusal(scene().run())).refusal).toEqual({ code: 'REGISTER_BUSY' });
    expect(scene().waits.reduce((sum, wait) => sum + wait, 0)).toBe(25_000);
    expect(await writesOf(async () => undefined)).toBe(0);
    const lease = await acquireRegisterLease(scene().db, REGISTER_BOOK, 0);
    expect(lease).not.toBeNull();
    expect(await turn?.renew()).toBe(false);
    await turn?.release({
      cursor: null,
      teamVersion: 9,
      form: 9,
      rows: 9,
      again: [],
      stamp: 9,
      leftOut: [],
      shown: new Set(),
    });
    expect(lease?.state.rows).toBe(0);
    await lease?.release();
    expect((await acquireRegisterLease(scene().db, REGISTER_BOOK))?.state).toEqual(lease?.state);
  });

  test('a turn that is renewed by the clock and before a write at once is not taken for two', async () => {
    const turn = await acquireRegisterLease(scene().db, REGISTER_BOOK);
    expect(await Promise.all([turn?.renew(), turn?.renew(), turn?.renew()])).toEqual([true, true, true]);
    await Promise.all([turn?.renew(), turn?.release()]);
    expect(await acquireRegisterLease(scene().db, REGISTER_BOOK)).not.toBeNull();
  });

  test('a failed run gives its turn back', async () => {
    await scene().save(...TEN_ACCOUNTS);
    scene().api.failNext({ status: 403, only: 'write' });
    await expect(scene().run()).rejects.toThrow(SheetsError);
    expect(await scene().run()).toMatchObject({ appended: 10 });
    expect(scene().waits).toEqual([]);
  });

  test.each([429, 503])('%i for a moment: written all the same', async (status) => {
    await scene().save(...TEN_ACCOUNTS);
    scene().api.failNext({ status, only: 'read' });
    scene().api.failNext({ status, only: 'write' });
    expect(await scene().run()).toMatchObject({ appended: 10 });
    expect(scene().waits).toEqual([1_000, 2_000]);
  });

  test.each(['before', 'after'] as const)(
    'the connection is lost %s the write: nothing twice',
    async (when) => {
      await scene().save(...TEN_ACCOUNTS);
      const hold = scene().api.holdNext(when, 'write');
      const run = scene().run();
      await hold.reached;
      hold.drop();
      await run;
      expect(scene().lines()).toHaveLength(12);
      expect(await scene().run()).toMatchObject({ calls: 0 });
    },
  );

  test.each([
    ['before it', 'before', false],
    ['after it', 'after', false],
    ['before it, behind the next run', 'before', true],
  ] as const)(
    'Sheets takes longer than its caller waits and appends the rows all the same, released %s: none stands twice',
    async (_, when, isBehindNext) => {
      await scene().save(...TEN_ACCOUNTS);
      const hold = scene().api.holdNext(when, 'write');
      const run = scene().run(NOW, { sheets: openSheets(scene().api.rootUrl, 1_500) });
      const gaveUp = expect(run).rejects.toThrow(SheetsError);
      await hold.reached;
      await gaveUp;
      if (isBehindNext) await scene().run();
      hold.release();
      await scene().run();
      expect(scene().lines()).toHaveLength(12);
      expect(await scene().run()).toMatchObject({ calls: 0 });
    },
  );

  test('no such spreadsheet', async () => {
    const error = await scene()
      .run(NOW, { registerSheetId: 'nowhere', sheets: openSheets(scene().api.rootUrl) })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 404, spreadsheetId: 'nowhere', isAccessDenied: true });
  });
});
