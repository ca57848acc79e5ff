/** Documents that the dashboard job reads, beyond what has changed, and how long its figures take, however many accounts there are. */
import { FieldValue } from '@google-cloud/firestore';
import { keepFacts } from '../../functions/app/dashboard-facts';
import type { Account } from '../../functions/domain/account/account';
import type { AccountEvent } from '../../functions/domain/account/account-event';
import { applyEntry, fold, type HistoryEntry } from '../../functions/domain/account/history';
import { calendarOf, DEFAULT_SETTINGS } from '../../functions/domain/account/team';
import { addDays, addMonths, type CalendarDate } from '../../functions/domain/calendar/calendar-date';
import { addEntry, type HistoryFacts, noFacts } from '../../functions/domain/statistics/account-facts';
import { dashboardOf } from '../../functions/domain/statistics/figures';
import { STATUSES, type Status } from '../../functions/domain/status/statuses';
import { japanesePublicHolidays } from '../../functions/public-holidays';
import { accountDocument } from '../../functions/store/account-fields';
import { accountRef, type Database, digest, entryRef } from '../../functions/store/firestore';
import { countReads } from '../count-reads';
import { type BenchFigure, type BenchOptions, milliseconds } from './measure';
import { openBenchTeam, REP_ID } from './team';

const TODAY = '2026-07-01';
const NOW = new Date(`${TODAY}T00:00:00Z`);
/** Accounts that have one more entry since the last run. */
const changedOf = (quick: boolean): number => (quick ? 20 : 500);
const SIZES = [
  ['1k', 1_000],
  ['10k', 10_000],
  ['100k', 100_000],
] as const;
const AIM = '<= 50 over changed';

export const dashboardBench = async ({ firestore, quick, say }: BenchOptions): Promise<BenchFigure[]> => {
  const team = await openBenchTeam(firestore);
  const { db } = team;
  const changes = changedOf(quick);
  const figures: BenchFigure[] = [];
  let filled = 0;
  try {
    for (const [name, size] of SIZES) {
      const accounts = quick ? changes + size / 1000 : size;
      say(`${accounts} accounts, ${changes} of them changed`);
      await writeHistories(
        db,
        range(filled, accounts).map((index) => registered(index, changes)),
      );
      filled = accounts;
      await run(db);
      await writeHistories(
        db,
        range(0, changes).map((index) => changed(index, name)),
      );
      figures.push(await readsOverChanged(db, name, accounts, changes));
    }
    figures.push(await sameAsRecount(db, filled));
  } finally {
    await team.stop();
  }
  const accounts = quick ? 100 : 10_000;
  say(`figures of ${accounts} accounts with five years of history`);
  return [...figures, await figuresTime(accounts)];
};

const run = async (db: Database, recount = false) => {
  const isTimeUp = () => false;
  const done = await keepFacts({ db, now: NOW, recount, isTimeUp });
  if (!done.isDone) throw new Error('The run was not done.');
  return done;
};

const counted = (
  about: Pick<BenchFigure, 'name' | 'what' | 'aim' | 'ours' | 'floor'>,
  value: number,
): BenchFigure => ({
  ...about,
  kind: 'count',
  value,
  spread: [value, value],
});

/** What changed of an account is its document and an entry. */
const readsOverChanged = async (
  db: Database,
  name: string,
  accounts: number,
  changes: number,
): Promise<BenchFigure> => {
  const ours = await countReads(async () => {
    const { read } = await run(db);
    if (read.entries !== changes) throw new Error(`${read.entries} entries were new, not ${changes}.`);
  });
  const refs = range(0, changes).flatMap((index) => {
    const { account, entries } = histories[index] ?? registered(index);
    return [accountRef(db, account.id), entryRef(db, account.id, entries.length)];
  });
  const floor = await countReads(() => db.getAll(...refs));
  const what = `documents read, ${accounts} accounts, ${changes} changed`;
  return counted({ name: `reads_over_changed_${name}`, what, aim: AIM, ours, floor }, ours - floor);
};

const sameAsRecount = async (db: Database, accounts: number): Promise<BenchFigure> => {
  const { recount } = await run(db, true);
  const [compared, differing] = [recount?.compared ?? 0, recount?.differing.length ?? accounts];
  const what = 'accounts of which a count of all tells something else';
  return counted(
    { name: 'recount_differing', what, aim: '0', ours: compared, floor: accounts },
    differing + accounts - compared,
  );
};

interface History {
  account: Account;
  entries: HistoryEntry[];
  /** Of the entries those that are to be written. */
  fresh: HistoryEntry[];
}

const histories: History[] = [];
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

const anEvent = (changes: AccountEvent['changes']): AccountEvent => ({
  ...{ type: 'detailsEdited', from: 'COLD', to: 'COLD', reason: null, data: {} },
  changes,
});

const entryOf = (
  accountId: string,
  version: number,
  on: CalendarDate,
  changes: AccountEvent['changes'],
): HistoryEntry => ({
  ...{ accountId, version, at: `${on}T00:00:00.000Z`, on, by: REP_ID, channel: 'api', batch: null },
  ...{ requestId: `bench-${version}`, command: 'changeStatus', undoes: null, events: [anEvent(changes)] },
});

/** On that day, in that status, whatever it takes to come there. */
const moved = (id: string, version: number, on: CalendarDate, from: Status, to: Status): HistoryEntry =>
  entryOf(id, version, on, [
    { path: 'status', before: from, after: to },
    { path: 'statusSince', before: '', after: on },
  ]);

const registered = (index: number, changes = 0): History => {
  const id = digest(`dashboard ${index}`);
  const entry = entryOf(id, 1, addDays(addMonths(TODAY, -60), index % 1800), [
    { path: 'name', before: '', after: `株式会社テスト${index}` },
    { path: 'ownerId', before: null, after: REP_ID },
    { path: 'statusSince', before: '', after: '2026-01-05' },
  ]);
  const history = { account: fold(id, [entry]), entries: [entry], fresh: [entry] };
  if (index < changes) histories[index] = history;
  return history;
};

const changed = (index: number, reason: string): History => {
  const { account, entries } = histories[index] ?? registered(index);
  const before = account.name;
  const entry = entryOf(account.id, entries.length + 1, TODAY, [
    { path: 'name', before, after: `株式会社${reason}${index}` },
  ]);
  const history = { account: applyEntry(account, entry), entries: [...entries, entry], fresh: [entry] };
  histories[index] = history;
  return history;
};

const BATCH = 200;

/** The documents alone, as the store makes them. */
const writeHistories = async (db: Database, all: readonly History[]): Promise<void> => {
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = db.batch();
    for (const { account, fresh } of all.slice(from, from + BATCH)) {
      const document = { ...accountDocument(account, []), changedAt: FieldValue.serverTimestamp() };
      batch.set(accountRef(db, account.id), document);
      for (const entry of fresh) batch.set(entryRef(db, account.id, entry.version), entry);
    }
    await batch.commit();
  }
};

const MOVES = 10;

/** Through all statuses in five years; not through the store, which would take hours to fill. */
const longFacts = (index: number): HistoryFacts => {
  const id = digest(`long ${index}`);
  let facts = addEntry(noFacts(id), registered(index).entries[0] ?? entryOf(id, 1, TODAY, []));
  const start = addMonths(TODAY, -60);
  for (let move = 0; move < MOVES; move += 1) {
    const [from, to] = [STATUSES[(index + move) % 8] ?? 'COLD', STATUSES[(index + move + 1) % 8] ?? 'COLD'];
    facts = addEntry(facts, moved(id, move + 2, addDays(start, move * 180), from, to));
  }
  return facts;
};

const figuresTime = async (accounts: number): Promise<BenchFigure> => {
  const facts = range(0, accounts).map(longFacts);
  const settings = DEFAULT_SETTINGS;
  const calendar = calendarOf(settings, japanesePublicHolidays());
  const question = { today: TODAY, settings, calendar, members: {}, leadPrice: null, madeAt: '' };
  const time = (await milliseconds(async () => dashboardOf(facts, question))) / 1000;
  const floor = (await milliseconds(async () => JSON.parse(JSON.stringify(facts)))) / 1000;
  const what = `all figures of ${accounts} accounts; floor: their facts to JSON and back`;
  return {
    ...{ name: 'figures_10k', what, ours: time, floor, kind: 'ratio', value: time / floor },
    ...{ spread: [time / floor, time / floor], aim: '<= 2' },
  };
};
