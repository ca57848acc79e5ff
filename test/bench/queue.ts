/** Documents that the queue job reads, beyond those that are due, however many accounts there are. */
import { startSheetsApi } from '../../emulator/sheets-api/server';
import { openWorkbooks } from '../../emulator/workbook/workbook';
import { runQueueJob } from '../../functions/app/queue-job';
import type { Account } from '../../functions/domain/account/account';
import { addDays, type CalendarDate } from '../../functions/domain/calendar/calendar-date';
import { STATUSES } from '../../functions/domain/status/statuses';
import { openSheets } from '../../functions/sheets/client';
import { accountsOf, digest } from '../../functions/store/firestore';
import { countReads } from '../count-reads';
import type { BenchFigure, BenchOptions } from './measure';
import { aCompany, openBenchTeam, REP_ID, writeAccounts } from './team';

const NOW = new Date('2026-07-01T00:00:00Z');
const TODAY = '2026-07-01';
/** From overdue by a month to two months ahead: all that the queue lists. */
const DUE = { count: 500, from: -30, days: 90 };
/** A day that a customer named, beyond what is listed. */
const LATER = 200;

export const queueBench = async ({ firestore, quick, say }: BenchOptions): Promise<BenchFigure[]> => {
  const team = await openBenchTeam(firestore);
  const workbooks = openWorkbooks({ dataDir: null, timeZone: 'Asia/Tokyo' });
  const [queueSheetId, registerSheetId] = ['queue', 'register'];
  for (const id of [queueSheetId, registerSheetId]) workbooks.create(id, { title: id });
  const api = await startSheetsApi({ workbooks });
  const sheets = openSheets(api.rootUrl);
  const { db } = team;
  const figures: BenchFigure[] = [];
  let filled = 0;
  try {
    for (const [name, size] of SIZES) {
      const accounts = quick ? DUE.count + size / 100 : size;
      say(`${accounts} accounts, ${DUE.count} of them due`);
      await writeAccounts(db, accountsFrom(filled, accounts));
      filled = Math.max(filled, accounts);
      const ours = await countReads(async () => {
        const { listed } = await runQueueJob(NOW, { db, sheets, queueSheetId, links: () => undefined });
        if (listed !== DUE.count) throw new Error(`The queue lists ${listed}, not ${DUE.count}.`);
      });
      const floor = await countReads(() =>
        accountsOf(db)
          .where('due.check', '<=', addDays(TODAY, DUE.from + DUE.days))
          .get(),
      );
      const value = ours - DUE.count;
      const what = `documents read, ${accounts} accounts, ${DUE.count} due`;
      figures.push({
        name: `reads_over_due_${name}`,
        what,
        ours,
        floor,
        kind: 'count',
        value,
        spread: [value, value],
        aim: '<= 50 over due',
      });
    }
  } finally {
    await api.stop();
    workbooks.close();
    await team.stop();
  }
  return figures;
};

const SIZES = [
  ['1k', 1_000],
  ['10k', 10_000],
  ['100k', 100_000],
] as const;

/** The first ones are due; of the others every eighth is in the quarterly check, too. */
function* accountsFrom(from: number, to: number): Generator<Account> {
  for (let index = from; index < to; index += 1) {
    const id = digest(`queue ${index}`);
    const isDue = index < DUE.count;
    const status = isDue ? 'QUARTERLY_CHECK' : (STATUSES[index % STATUSES.length] ?? 'COLD');
    const date = addDays(TODAY, isDue ? DUE.from + (index % DUE.days) : LATER);
    yield status === 'QUARTERLY_CHECK' ? accountWithCheck(id, date) : aCompany(id, { status });
  }
}

const accountWithCheck = (id: string, date: CalendarDate): Account =>
  aCompany(id, {
    status: 'QUARTERLY_CHECK',
    ownerId: REP_ID,
    everMet: true,
    latentNeed: '在庫の見える化',
    nextCheck: { date, origin: 'customer', base: '2026-04-01' },
    awaitedCondition: '来期の予算が決まること',
  });
