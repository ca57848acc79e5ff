/** What a run of the queue job is of: its day, what it reads, and the tabs that stand beside the queue. */
import { tabAsCsv } from '../../../emulator/tab-csv';
import { viewAccount } from '../../../functions/app/account-view';
import { readContacts } from '../../../functions/app/read-contacts';
import { saveTeamSettings } from '../../../functions/app/save-settings';
import { addDays } from '../../../functions/domain/calendar/calendar-date';
import { countByBand } from '../../../functions/domain/queue/queue';
import {
  ACTIVITIES_TAB,
  CONTACTS_TAB,
  MEMBERS_TAB,
  OPPORTUNITIES_TAB,
  SETTINGS_TAB,
} from '../../../functions/domain/register/tabs';
import { japanesePublicHolidays } from '../../../functions/public-holidays';
import { readOpenOpportunities } from '../../../functions/store/open-opportunities';
import { loadTeam } from '../../../functions/store/team';
import { aContact, aContext, anOpportunity, byId, MEMBERS, TODAY } from '../../builders';
import { countReads } from '../../count-reads';
import { aCheck, leftQueue, NOW, ONE_EACH, QUEUE_BOOK, usingQueueScene } from './queue-scene';

const scene = usingQueueScene();
const NO_ROWS = countByBand([]);

describe('the day', () => {
  test.each([
    ['2026-06-30T14:59:59Z', '2026-06-30', 'dueIn7', '2026-06-30 23:59'],
    ['2026-06-30T15:00:00Z', '2026-07-01', 'overdue', '2026-07-01 00:00'],
    ['2026-06-30T22:00:00Z', '2026-07-01', 'overdue', '2026-07-01 07:00'],
  ] as const)('%s is %s in Tokyo', async (now, date, band, stamp) => {
    await scene().save(aCheck('a_1', { due: '2026-06-30' }));
    const run = await scene().run(new Date(now));
    expect(run.date).toBe(date);
    expect(run.counts[band]).toBe(1);
    expect(scene().lines()[0]?.[0]).toContain(stamp);
  });

  test('run late, it shows the day on which it runs', async () => {
    await scene().save(...ONE_EACH);
    await scene().run();
    const late = await scene().run(new Date('2026-08-09T22:00:00Z'));
    expect(late).toMatchObject({
      date: '2026-08-10',
      counts: { ...NO_ROWS, overdue: 4 },
    });
    expect(
      scene()
        .rows()
        .map(({ daysOver }) => daysOver),
    ).toEqual(['52', '38', '10', '7']);
  });
});

test('the pane of an account counts missed checks as its row of the queue does, up to the day', async () => {
  const { db, save, run, rows } = scene();
  const retryOf = { dueOn: '2026-06-09', late: true };
  await save(
    aCheck('a_next_week', { due: '2026-07-08' }),
    aCheck('a_yesterday', { due: '2026-06-30', missedChecks: 1 }),
    aCheck('a_half_a_year', { nextCheck: { date: '2026-01-15', origin: 'cadence', base: '2025-10-15' } }),
    aCheck('a_unanswered', {
      nextCheck: { date: '2026-07-20', origin: 'retry', base: '2026-03-09', retryOf },
    }),
  );
  const missed: Record<string, string> = {};
  for (const today of ['2026-07-01', '2026-09-10', '2026-12-24']) {
    await run(new Date(`${today}T03:00:00Z`));
    for (const row of rows()) {
      const view = await viewAccount(db, { id: row.id ?? '', entries: 0 }, aContext({ today }));
      const counted = 'problem' in view ? NaN : view.account.missedChecks;
      expect([today, row.id, counted]).toEqual([today, row.id, Number(row.missed)]);
      missed[`${row.id} ${today}`] = row.missed ?? '';
    }
  }
  expect(missed).toMatchObject({
    'a_next_week 2026-07-01': '',
    'a_next_week 2026-09-10': '1',
    'a_half_a_year 2026-07-01': '2',
    'a_half_a_year 2026-12-24': '4',
  });
});

/** Accounts whose contacts are listed, however many there are. */
const CHANGED_LAST = 500;

describe('documents read', () => {
  test('what is due, the 500 accounts that were changed last, and at most fifty more, within 2,000 accounts', async () => {
    const others = Array.from({ length: 2_000 }, (_, n) =>
      n % 4 === 0 ? aCheck(`a_other${n}`, { due: '2027-05-06' }) : leftQueue(`a_other${n}`),
    );
    await scene().save(aCheck('a_other0'));
    const readsOfOne = await countReads(() => scene().run());
    await scene().save(...others.slice(1));
    // Whoever owns them: they are counted by the dashboard's job.
    expect(await countReads(() => scene().run())).toBe(readsOfOne - 1 + CHANGED_LAST);
    // The tabs are made anew where anything has changed.
    await scene().save(...others.slice(0, 1));
    for (const due of [0, 1, 500]) {
      await scene().save(
        ...Array.from({ length: due }, (_, n) =>
          aCheck(`a_other${n}`, { due: addDays(TODAY, (n % 90) - 30) }),
        ),
      );
      const reads = await countReads(async () => expect(await scene().run()).toMatchObject({ listed: due }));
      expect(reads).toBeGreaterThanOrEqual(due + CHANGED_LAST);
      expect(reads).toBeLessThanOrEqual(due + CHANGED_LAST + 50);
    }
    // A note on every row changes little: notes are kept together.
    for (let n = 0; n < 500; n += 1) scene().note(`a_other${n}`, `note ${n}`);
    await scene().run();
    expect(await countReads(() => scene().run())).toBeLessThanOrEqual(550 + CHANGED_LAST);
  });
});

test('of too many opportunities the soonest are listed, of too many contacts all of the accounts changed last', async () => {
  const contacts = byId(aContact({ id: 'c1' }), aContact({ id: 'c2' }));
  const expecting = (id: string, expectedOn: string) =>
    aCheck(id, {
      ...{ status: 'ACTIVE_OPPORTUNITY', nextCheck: null, contacts },
      opportunities: byId(anOpportunity({ expectedOn })),
    });
  for (const account of [
    expecting('a_1', '2026-09-30'),
    expecting('a_2', '2026-08-31'),
    expecting('a_3', '2026-10-31'),
  ])
    await scene().save(account);
  const { accounts, more } = await readOpenOpportunities(scene().db, 2);
  expect([accounts.map(({ id }) => id), more]).toEqual([['a_2', 'a_1'], 1]);
  const recent = await readContacts(scene().db, { members: MEMBERS, today: TODAY }, 5);
  expect(recent.rows.map(({ accountId }) => accountId)).toEqual(['a_2', 'a_2', 'a_3', 'a_3']);
  expect([recent.accounts, recent.hasMore]).toEqual([2, true]);
});

describe('the tabs of the settings and of the members', () => {
  const linesOf = (sheetId: number): string[] => {
    const book = scene().workbooks.get(QUEUE_BOOK);
    const tab = book.tabs.find(({ properties }) => properties.sheetId === sheetId);
    return tab === undefined ? [] : tabAsCsv(book, tab).split('\r\n');
  };

  test('say what stands now, who changed it, and how much each member has to do', async () => {
    await scene().save(...ONE_EACH);
    await scene().keepLoads({ id: 'is', accounts: 7, open: 3 }, { id: 'left', accounts: 1, open: 1 });
    const change = { by: 'manager', at: '2026-06-30T01:00:00.000Z', expectedVersion: 1 };
    await saveTeamSettings(
      scene().db,
      { ...change, settings: { workingDays: 45 } },
      japanesePublicHolidays(),
    );
    await scene().run();
    const settings = linesOf(SETTINGS_TAB);
    expect(settings.find((line) => line.startsWith('ワーキングの期限'))).toMatch(
      /,45,日,1〜730,.*,2026-06-30 10:00,manager$/,
    );
    expect(settings.find((line) => line.startsWith('再確認の回数'))).toMatch(/,はじめの値,$/);
    const members = linesOf(MEMBERS_TAB);
    expect(members[1]).toMatch(/^作成 2026-07-01 07:00\(Asia\/Tokyo\)\/担当の数は 2026-07-01 04:10 の集計/);
    expect(members).toContain('is,インサイドセールス,在籍,is@example.jp,指定なし,,7,3,,1,3');
    expect(members).toContain('left,インサイドセールス,退職,left@example.jp,指定なし,,1,1,1,,');
  });
});

describe('each hour', () => {
  const TABS = [OPPORTUNITIES_TAB, CONTACTS_TAB, ACTIVITIES_TAB];
  const each = (now?: Date) => scene().run(now, { isScheduled: true });
  const tabs = () => {
    const { tabs: all } = scene().workbooks.get(QUEUE_BOOK);
    return TABS.map((id) => all.find(({ properties: { sheetId } }) => sheetId === id));
  };
  /** Which of the tabs a run leaves as they are. */
  const left = async (run: () => Promise<unknown>) => {
    const before = tabs();
    await run();
    return tabs().map((tab, at) => tab !== undefined && tab === before[at]);
  };
  const ALL = [true, true, true];
  const NONE = [false, false, false];

  test('the tabs of parts are left as they are until something changes, and then all made anew', async () => {
    await scene().save(...ONE_EACH);
    await each();
    expect(await left(each)).toEqual(ALL);
    const { db, workbooks } = scene();
    const { version } = await loadTeam(db);
    await saveTeamSettings(
      db,
      { by: 'manager', at: NOW.toISOString(), expectedVersion: version, settings: { workingDays: 60 } },
      japanesePublicHolidays(),
    );
    expect(await left(each)).toEqual(NONE);
    expect(await left(each)).toEqual(ALL);
    expect(await left(() => each(new Date('2026-07-02T00:00:00Z')))).toEqual(NONE);
    expect(await left(() => each(new Date('2026-07-02T01:00:00Z')))).toEqual(ALL);
    workbooks.batchUpdate(QUEUE_BOOK, [{ deleteSheet: { sheetId: ACTIVITIES_TAB } }], 'user');
    expect(await left(() => each(new Date('2026-07-02T02:00:00Z')))).toEqual(NONE);
    expect(tabs()).not.toContain(undefined);
    // Whoever runs it has them made anew.
    expect(await left(() => scene().run(new Date('2026-07-02T02:00:00Z')))).toEqual(NONE);
  });
});
