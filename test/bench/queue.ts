/** Documents that the queue job reads, beyond those that are due, however many accounts there are. */
import { startSheetsApi } from '../../emulator/sheets-api/server';
import { openWorkbooks } from '../../emulator/workbook/workbook';
import type { Account } from '../../functions/domain/account';
import { addDays, type CalendarDate } from '../../functions/domain/calendar';
import { STATUSES } from '../../functions/domain/statuses';
import { runQueue } from '../../functions/schedule/queue';
import { openSheets } from '../../functions/sheets/client';
import { accountsOf, digest } from '../../functions/store/firestore';
import type { Figure, Options } from './measure';
import { readsOf } from './reads';
import { aCompany, openTeam, REP_ID, writeAccounts } from './team';

const NOW = new Date('2026-07-01T00:00:00Z');
const TODAY = '2026-07-01';
/** From overdue by a month to two months ahead: all that the queue lists. */
const DUE = { count: 500, from: -30, days: 90 };
/** A day that a customer named, beyond what is listed. */
const LATER = 200;

export const queue = async ({ firestore, quick, say }: Options): Promise<Figure[]> => {
  const team = await openTeam(firestore);
  const workbooks = openWorkbooks({ dataDir: null, timeZone: 'Asia/Tokyo' });
  const [queueSheetId, registerSheetId] = ['queue', 'register'];
  for (const id of [queueSheetId, registerSheetId]) workbooks.create(id, { title: id });
  const api = await startSheetsApi({ workbooks });
  const sheets = openSheets(api.rootUrl);
  const { db } = team;
  const figures: Figure[] = [];
  let filled = 0;
  try {
    for (const [name, size] of SIZES) {
      const accounts = quick ? DUE.count + size / 100 : size;
      say(`${accounts} accounts, ${DUE.count} of them due`);
      await writeAccounts(db, accountsFrom(filled, accounts));
      filled = Math.max(filled, accounts);
      const ours = await readsOf(async () => {
        const { listed } = await runQueue(NOW, { db, sheets, queueSheetId, registerSheetId });
        if (listed !== DUE.count) throw new Error(`The queue lists ${listed}, not ${DUE.count}.`);
      });
      const floor = await readsOf(() =>
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
    yield status === 'QUARTERLY_CHECK' ? checkedBack(id, date) : aCompany(id, { status });
  }
}

const checkedBack = (id: string, date: CalendarDate): Account =>
  aCompany(id, {
    status: 'QUARTERLY_CHECK',
    ownerId: REP_ID,
    everMet: true,
    latentNeed: '在庫の見える化',
    nextCheck: { date, origin: 'customer', base: '2026-04-01' },
    awaitedCondition: '来期の予算が決まること',
  });
