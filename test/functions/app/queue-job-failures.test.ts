import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../../functions/domain/calendar/calendar-date';
import { openSheets } from '../../../functions/sheets/client';
import { SheetsError } from '../../../functions/sheets/retry';
import { TODAY } from '../../builders';
import { bundled, nextLine, type Programs } from '../../processes';
import { aCheck, leftQueue, NOW, ONE_EACH, QUEUE_BOOK, QUEUE_TAB_ID, usingQueueScene } from './queue-scene';

/** The calls of a run take some milliseconds, also on a machine that is busy. */
const LONGER_THAN_A_CALL_MS = 1_500;

const scene = usingQueueScene();
const listed = () =>
  scene()
    .rows()
    .map(({ id }) => id);
const failed = async (run: Promise<unknown>): Promise<SheetsError> => {
  const error = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof SheetsError) return error;
  throw error ?? new Error('The run went well.');
};

describe('run again, several times at once, and cut off', () => {
  test('run twice: the same spreadsheet to the letter', async () => {
    await scene().save(...ONE_EACH);
    await scene().run();
    scene().note('a_late', 'x');
    await scene().run();
    const [json, csv] = [JSON.stringify(scene().json()), scene().csv()];
    await scene().run();
    expect(JSON.stringify(scene().json())).toBe(json);
    expect(scene().csv()).toBe(csv);
  });

  test('the same state gives the same sheet, whatever stood there before', async () => {
    await scene().save(
      ...Array.from({ length: 40 }, (_, n) => aCheck(`a_${n}`, { due: addDays(TODAY, n - 60) })),
    );
    await scene().run();
    await scene().save(...Array.from({ length: 38 }, (_, n) => leftQueue(`a_${n}`)));
    await scene().run();
    expect(scene().lines()).toHaveLength(7);
    expect(scene().tab().rows).toHaveLength(7);
    expect(scene().tab().properties.gridProperties.rowCount).toBe(7);
    const shrunk = scene().json();
    scene().person({ deleteSheet: { sheetId: QUEUE_TAB_ID } });
    await scene().run();
    expect(scene().json()).toStrictEqual(shrunk);
  });

  test('several at once', async () => {
    await scene().save(...ONE_EACH);
    await Promise.all([scene().run(), scene().run(), scene().run()]);
    const together = scene().json();
    await scene().run();
    expect(scene().json()).toStrictEqual(together);
    expect(scene().waits).toEqual([]);
  });

  test('the tab was made by another run in between', async () => {
    await scene().save(...ONE_EACH);
    const hold = scene().api.holdNext('before', 'write');
    const slow = scene().run();
    await hold.reached;
    await scene().run();
    const once = scene().json();
    hold.release();
    await slow;
    expect(scene().json()).toStrictEqual(once);
  });

  test('the tab was deleted by a person in between', async () => {
    await scene().save(...ONE_EACH);
    await scene().run();
    scene().note('a_week', 'kept');
    const hold = scene().api.holdNext('before', 'write');
    const run = scene().run();
    await hold.reached;
    scene().person({ deleteSheet: { sheetId: QUEUE_TAB_ID } });
    hold.release();
    await run;
    expect(scene().notes()).toMatchObject({ a_week: 'kept' });
  });

  test.each(['before', 'after'] as const)(
    'Sheets takes longer than its caller waits and applies the write all the same, released %s it: the next run ends as any other',
    async (when) => {
      await scene().save(...ONE_EACH);
      await scene().run();
      scene().note('a_week', '電話する');
      await scene().save(leftQueue('a_late'), aCheck('a_month', { due: '2026-07-05' }));
      const hold = scene().api.holdNext(when, 'write');
      const gaveUp = failed(
        scene().run(NOW, { sheets: openSheets(scene().api.rootUrl, LONGER_THAN_A_CALL_MS) }),
      );
      await hold.reached;
      // What may have been applied is not sent again at once.
      expect(await gaveUp).toMatchObject({ status: null, isTransient: false });
      expect(scene().waits).toEqual([]);
      hold.release();
      await scene().run();
      expect(scene().notes()).toMatchObject({ a_week: '電話する' });
      expect([...listed()].sort()).toEqual(['a_later', 'a_month', 'a_week']);
      const settled = scene().json();
      await scene().run();
      expect(scene().json()).toStrictEqual(settled);
    },
  );

  test('what Sheets applies of an older run behind a newer one is put right by the next, and no note is lost', async () => {
    await scene().save(...ONE_EACH);
    await scene().run();
    scene().note('a_week', '電話する');
    await scene().save(leftQueue('a_late'));
    const hold = scene().api.holdNext('before', 'write');
    const gaveUp = failed(
      scene().run(NOW, { sheets: openSheets(scene().api.rootUrl, LONGER_THAN_A_CALL_MS) }),
    );
    await hold.reached;
    await gaveUp;
    await scene().save(leftQueue('a_month'));
    await scene().run();
    expect(listed()).not.toContain('a_month');
    hold.release();
    await scene().run();
    expect(Object.keys(scene().notes()).sort()).toEqual(['a_later', 'a_week']);
    expect(scene().notes()).toMatchObject({ a_week: '電話する' });
  });

  test.each(['before', 'after'] as const)('the connection is lost %s the write: sent again', async (when) => {
    await scene().save(...ONE_EACH);
    await scene().run();
    await scene().save(leftQueue('a_week'));
    const hold = scene().api.holdNext(when, 'write');
    const run = scene().run();
    await hold.reached;
    hold.drop();
    await run;
    expect(listed()).toEqual(['a_late', 'a_month', 'a_later']);
    expect(scene().waits).toEqual([1_000]);
  });

  test('what is typed while Sheets is out of order is kept', async () => {
    await scene().save(...ONE_EACH);
    await scene().run();
    scene().api.failNext({ status: 503, only: 'write' });
    await scene().run(NOW, { wait: async () => scene().note('a_week', 'typed meanwhile') });
    expect(scene().notes().a_week).toBe('typed meanwhile');
  });
});

describe('in processes of their own', () => {
  let programs: Programs;
  let folder: string;
  const run = () =>
    programs.run(scene().host, scene().project, scene().api.rootUrl, NOW.toISOString(), QUEUE_BOOK);
  const plain = { links: () => undefined };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hachi-queue-'));
    programs = bundled('test/functions/app/run-queue-job.ts', folder);
  });
  afterAll(async () => {
    await programs.end();
    rmSync(folder, { recursive: true });
  });

  test('two at once', async () => {
    await scene().save(...ONE_EACH);
    const both = await Promise.all([run(), run()].map(nextLine));
    expect(JSON.parse(both[0] ?? '')).toMatchObject({ listed: 4 });
    expect(both[1]).toBe(both[0]);
    const together = scene().json();
    await scene().run(NOW, plain);
    expect(scene().json()).toStrictEqual(together);
  });

  test.each([
    ['before it reads the sheet', 'read', 'drop'],
    ['while it writes, the request lost', 'write', 'drop'],
    ['while it writes, the request carried out', 'write', 'release'],
  ] as const)('killed %s: never half a sheet, and the next run is right', async (_, traffic, fate) => {
    await scene().save(...ONE_EACH);
    await scene().run(NOW, plain);
    scene().note('a_late', 'late');
    scene().note('a_week', 'week');
    await scene().save(leftQueue('a_week'), aCheck('a_new'));
    const before = scene().json();

    const hold = scene().api.holdNext('before', traffic);
    const program = run();
    await hold.reached;
    await program.kill();
    expect(scene().json()).toStrictEqual(before);
    hold[fate]();

    await scene().run(NOW, plain);
    const right = scene().json();
    expect(scene().notes()).toEqual({ a_late: 'late', a_new: '', a_month: '', a_later: '' });
    await scene().save(aCheck('a_week'));
    await scene().run(NOW, plain);
    expect(scene().notes().a_week).toBe('week');
    await scene().save(leftQueue('a_week'));
    await scene().run(NOW, plain);
    expect(scene().json()).toStrictEqual(right);
  });
});

describe('failures of Google Sheets', () => {
  let before: object;
  beforeEach(async () => {
    await scene().save(...ONE_EACH);
    await scene().run();
    scene().note('a_week', 'week');
    before = scene().json();
    await scene().save(leftQueue('a_late'));
  });

  test.each([429, 500, 503])('%i for a moment: written all the same', async (status) => {
    scene().api.failNext({ status, only: 'read', times: 2 });
    scene().api.failNext({ status, only: 'write' });
    await scene().run();
    expect(scene().waits).toEqual([1_000, 2_000, 4_000]);
    expect(scene().notes()).toEqual({ a_week: 'week', a_month: '', a_later: '' });
  });

  test.each([
    [429, 'read'],
    [500, 'write'],
    [503, 'write'],
  ] as const)('%i for every %s: given up after 25 seconds, the old sheet stands', async (status, only) => {
    scene().api.failNext({ status, only, times: 100 });
    expect(await failed(scene().run())).toMatchObject({ status, isTransient: true, isAccessDenied: false });
    expect(scene().waits.reduce((sum, wait) => sum + wait, 0)).toBe(25_000);
    expect(scene().json()).toStrictEqual(before);
  });

  test.each([
    [403, 'read'],
    [403, 'write'],
    [404, 'read'],
  ] as const)('%i for a %s: said at once, the old sheet stands', async (status, only) => {
    scene().api.failNext({ status, only, times: 100 });
    expect(await failed(scene().run())).toMatchObject({ status, isTransient: false, isAccessDenied: true });
    expect(scene().waits).toEqual([]);
    expect(scene().json()).toStrictEqual(before);
  });

  test('no such spreadsheet', async () => {
    const error = await failed(scene().run(NOW, { queueSheetId: 'nowhere' }));
    expect(error).toMatchObject({ status: 404, spreadsheetId: 'nowhere', isAccessDenied: true });
    expect(scene().json()).toStrictEqual(before);
  });

  test('no answer: not waited for again', async () => {
    const hold = scene().api.holdNext('before', 'write');
    const error = await failed(scene().run(NOW, { sheets: openSheets(scene().api.rootUrl, 1_000) }));
    expect(error).toMatchObject({ status: null, isTransient: false, isAccessDenied: false });
    expect(scene().waits).toEqual([]);
    expect(scene().json()).toStrictEqual(before);
    hold.drop();
  });

  test('a server that does not answer', async () => {
    const { rootUrl } = scene().api;
    await scene().api.stop();
    const error = await failed(scene().run(NOW, { sheets: openSheets(rootUrl) }));
    expect(error).toMatchObject({ status: null, isTransient: true });
    expect(scene().waits).toHaveLength(5);
  });
});
