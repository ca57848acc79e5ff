import { functionsClientFor } from '../../../emulator/demo/functions-client';
import { isSeeded, type SeedSummary, seedDemo } from '../../../emulator/demo/seed';
import { startSuite } from '../../../emulator/start-suite';
import type { Suite } from '../../../emulator/suite';
import { calendarOf, DEFAULT_SETTINGS } from '../../../functions/domain/account/team';
import { isBusinessDay } from '../../../functions/domain/calendar/business-days';
import { addDays, type CalendarDate, daysBetween } from '../../../functions/domain/calendar/calendar-date';
import { bandOf } from '../../../functions/domain/queue/check-reason';
import type { Band } from '../../../functions/domain/queue/queue-texts';
import type { RegisterRow } from '../../../functions/domain/register/row';
import { STATUSES } from '../../../functions/domain/status/statuses';
import { japanesePublicHolidays } from '../../../functions/public-holidays';
import { signingKey } from '../../signing-key';

const MONDAY = '2026-11-16';
const SUNDAY_OF_A_HOLIDAY_WEEK = '2027-05-02';
const LAST_OF_DECEMBER = '2026-12-31';

let suite: Suite;
const logged: string[] = [];
const open = async (now: CalendarDate): Promise<void> => {
  logged.length = 0;
  suite = await startSuite({
    port: 0,
    dataDir: null,
    now,
    firestore: 'embedded',
    signingKey: signingKey(),
    write: (line) => void logged.push(line),
  });
};
const close = async (): Promise<void> => suite.stop();

const admin = () => functionsClientFor(suite, suite.adminEmail);
const allRows = async () => {
  const { rows } = await (await admin())('accounts', 'GET', { query: { limit: 1000 } });
  return rows;
};
const account = async (id: string) => (await admin())('account', 'GET', { query: { id, entries: 200 } });
/** What the seeding of a day has made, as far as a test has seen it. */
const seeded = new Map<CalendarDate, readonly RegisterRow[]>();
const queueCsv = async (): Promise<string> => {
  const url = `${suite.local}sheets/${suite.sheets.queueId}/${encodeURIComponent('今日')}.csv`;
  return (await fetch(url)).text();
};

/** A check is never due on a day off, so that a part of the queue without a working day stays empty. */
const mayHaveRows = (band: Band, today: CalendarDate): boolean => {
  if (band !== 'dueIn7' && band !== 'dueIn30' && band !== 'later') return true;
  const calendar = calendarOf(DEFAULT_SETTINGS, japanesePublicHolidays());
  return Array.from({ length: 60 }, (_, n) => addDays(today, n)).some(
    (date) => bandOf(date, today) === band && isBusinessDay(date, calendar),
  );
};

describe.each([
  ['a Monday', MONDAY],
  ['a Sunday in a holiday week', SUNDAY_OF_A_HOLIDAY_WEEK],
  ['the last day of the year', LAST_OF_DECEMBER],
])('seeded on %s (%s)', (_, today) => {
  let summary: SeedSummary;
  const progress: string[] = [];
  beforeAll(async () => {
    await open(today);
    summary = await seedDemo(suite, { onProgress: ({ en }) => void progress.push(en) });
  });
  afterAll(close);

  test('every status has accounts', () => {
    for (const status of STATUSES) expect([status, summary.statuses[status] > 1]).toEqual([status, true]);
    expect(Object.values(summary.statuses).reduce((sum, one) => sum + one)).toBe(summary.accounts);
  });

  test('every part of the queue that can have rows has some', () => {
    const { date, counts } = summary.queue;
    expect(date).toBe(today);
    for (const [band, count] of Object.entries(counts) as [Band, number][])
      expect([band, count > 0]).toEqual([band, mayHaveRows(band, today)]);
  });

  test('checks were missed once, twice and three times, and not answered', async () => {
    const csv = await queueCsv();
    for (const words of [
      '条件が整ったか',
      '2回見送り',
      '3回以上見送り',
      '応答なし 1/2',
      '応答なし 2/2',
      '吉田 隆(退職)',
      '担当者を決める',
      '足りない項目: ',
    ])
      expect([words, csv.includes(words)]).toEqual([words, true]);
  });

  test('whatever a manager looks for is there', async () => {
    const rows = await allRows();
    const leaver = summary.members.find(({ active }) => !active);
    const { members } = await (await admin())('members', 'GET', {});
    const leaverId = members.find(({ email }) => email === leaver?.email)?.id;
    const histories = await Promise.all(
      rows.filter(({ status }) => status !== 'COLD').map(({ id }) => account(id)),
    );
    const accounts = histories.map((answer) => answer.account);
    const isThere = {
      working: rows.some((row) => row.status === 'WORKING' && daysBetween(row.statusSince, today) > 90),
      twoOpen: rows.some((row) => row.openOpportunities === 2),
      badFitToReview: rows.some((row) => row.status === 'BAD_FIT' && row.pending === 'BAD_FIT'),
      badFitAgain: accounts.some(({ badFit }) => badFit?.reviewedBy != null && badFit.reviewOn < today),
      proposals: rows.some((row) => row.status === 'QUARTERLY_CHECK' && row.pending === 'BAD_FIT'),
      restore: rows.some((row) => row.status === 'ON_FILE' && row.pending === 'WORKING'),
      debts: rows.some((row) => row.debts.includes('EVIDENCE')),
      leaver: rows.filter((row) => row.ownerId === leaverId).length > 3,
      revisitPassed: accounts.some(({ lost }) => (lost?.revisitOn ?? today) < today),
      revisitAhead: accounts.some(({ lost }) => (lost?.revisitOn ?? today) > today),
      products: accounts.some(
        ({ products }) =>
          new Set(Object.values(products).flatMap(({ source }) => source?.split(':')[1] ?? [])).size > 1,
      ),
      ranOut: accounts.some(
        ({ status, products }) =>
          status === 'CURRENT_CLIENT' &&
          Object.values(products).every(({ endsOn }) => endsOn !== null && endsOn < today),
      ),
      handOver: accounts.some(({ handOver }) => handOver !== null && handOver.acknowledgedOn === null),
      duplicate: accounts.some(
        ({ onFile }) => onFile?.reason === 'DUPLICATE' && rows.some(({ id }) => id === onFile.successorId),
      ),
      contactLeft: accounts.some(
        ({ status, contacts, awaitedContactId }) =>
          status === 'QUARTERLY_CHECK' && contacts[awaitedContactId ?? '']?.state === 'left',
      ),
    };
    expect(Object.entries(isThere).filter(([, is]) => !is)).toEqual([]);
    // Days follow each other, and none is still to come.
    for (const { history } of histories) {
      const days = history.map(({ on }) => on).reverse();
      expect(days).toEqual([...days].sort());
      expect((days.at(-1) ?? '') <= today).toBe(true);
    }
  });

  test('the clock is what it was, nothing went wrong, and the summary says what is made up', () => {
    expect(daysBetween(today, suite.clock.now().toISOString().slice(0, 10))).toBe(0);
    expect(logged.filter((line) => line.includes('ERROR'))).toEqual([]);
    expect(summary.notice.en).toContain('made up');
    expect(summary.members.map(({ role }) => role).sort()).toEqual([
      'admin',
      'fs',
      'fs',
      'fs',
      'is',
      'is',
      'is',
      'is',
      'manager',
      'manager',
      'viewer',
    ]);
    expect(progress.length).toBeGreaterThan(4);
  });

  test('a second seeding changes nothing', async () => {
    const before = await allRows();
    seeded.set(today, before);
    expect(await isSeeded(suite)).toBe(true);
    const again = await seedDemo(suite);
    expect(await allRows()).toEqual(before);
    expect(again).toEqual(summary);
  });
});

describe('a seed that was interrupted', () => {
  afterEach(close);

  const seededAtOnce = async (today: CalendarDate): Promise<readonly RegisterRow[]> => {
    await open(today);
    await seedDemo(suite);
    const rows = await allRows();
    await close();
    return rows;
  };

  test('again and again, it goes on where it was, and is the same in the end', async () => {
    const whole = seeded.get(MONDAY) ?? (await seededAtOnce(MONDAY));
    await open(MONDAY);
    for (const [calls, tomorrow] of [
      [2, MONDAY],
      [3, MONDAY],
      [5, '2026-11-17'],
      [7, '2026-11-19'],
    ] as const) {
      suite.clock.set(new Date(`${tomorrow}T00:00:00Z`));
      let left: number = calls;
      const stopped = seedDemo(suite, {
        onProgress: () => {
          left -= 1;
          if (left === 0) throw new Error('stopped');
        },
      });
      await expect(stopped).rejects.toThrow('stopped');
      expect(suite.clock.now().toISOString().slice(0, 10)).toBe(tomorrow);
      expect(await isSeeded(suite)).toBe(false);
    }
    await seedDemo(suite);
    expect(await isSeeded(suite)).toBe(true);
    expect(await allRows()).toEqual(whole);
  });
});
