/** Documents that the queue job reads, beyond those that are due, however many accounts there are. */
import { startSheetsApi } from '../../emulator/sheets-api/server';
import { openWorkbooks } from '../../emulator/workbook/workbook';
import { runQueueJob } from '../../functions/app/queue-job';
import type { Account, HandOver, ProductUse, Proposal } from '../../functions/domain/account/account';
import type { AccountRecord } from '../../functions/domain/account/account-record';
import type { BadFit, Loss } from '../../functions/domain/account/standing';
import { addDays, type CalendarDate } from '../../functions/domain/calendar/calendar-date';
import { BAND_ORDER } from '../../functions/domain/queue/queue';
import { STATUSES } from '../../functions/domain/status/statuses';
import { openSheets } from '../../functions/sheets/client';
import { accountRef, digest } from '../../functions/store/firestore';
import { changeTeam } from '../../functions/store/team';
import type { TeamMember } from '../../functions/store/team-document';
import { countReads } from '../count-reads';
import type { BenchFigure, BenchOptions } from './measure';
import { aCompany, openBenchTeam, REP_ID, writeAccounts } from './team';

const NOW = new Date('2026-07-01T00:00:00Z');
const TODAY = '2026-07-01';
/** Checks are due from overdue by a month to two months ahead. */
const CHECK_DAYS = { from: -30, days: 90 };
/** As many of each kind are due. */
const SIZES = [
  { name: '1k', accounts: 1_000, due: 500 },
  { name: '10k', accounts: 10_000, due: 500 },
  { name: '100k', accounts: 100_000, due: 500 },
  { name: '100k_2000_rows', accounts: 100_000, due: 2_000 },
];
const QUICK_SIZES = [
  { name: '1k', accounts: 130, due: 120 },
  { name: '10k', accounts: 220, due: 120 },
  { name: '100k', accounts: 1_120, due: 120 },
  { name: '100k_2000_rows', accounts: 1_120, due: 150 },
];
/** Has left the team. */
const LEAVER_ID = 'm_bench_leaver';
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
  await changeTeam(db, 'bench', NOW.toISOString(), (stored) => ({
    ...stored,
    members: { ...stored.members, [LEAVER_ID]: A_LEAVER },
  }));
  const figures: BenchFigure[] = [];
  let before = { accounts: 0, due: 0 };
  try {
    for (const { name, accounts, due } of quick ? QUICK_SIZES : SIZES) {
      say(`${accounts} accounts, ${due} of them due`);
      await writeAccounts(db, accountsFrom(before.accounts, accounts, due));
      await writeAccounts(db, accountsFrom(before.due, Math.min(before.accounts, due), due));
      before = { accounts, due };
      // As each hour: what has changed since the last run is in the tabs of opportunities, contacts and activities by then.
      const runHourly = () =>
        runQueueJob(NOW, { db, sheets, queueSheetId, links: () => undefined, isScheduled: true });
      await runHourly();
      const ours = await countReads(async () => {
        const run = await runHourly();
        const empty = BAND_ORDER.filter((band) => run.counts[band] === 0);
        if (run.listed !== due || empty.length > 0)
          throw new Error(`The queue lists ${run.listed}, not ${due}; empty: ${empty.join(', ')}.`);
      });
      const ids = Array.from({ length: due }, (_, index) => accountRef(db, accountId(index)));
      const floor = await countReads(() => db.getAll(...ids));
      const value = ours - due;
      const what = `documents read, ${accounts} accounts, ${due} due`;
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

const A_LEAVER: TeamMember = {
  ...{ id: LEAVER_ID, email: 'leaver@hachi.example', name: 'leaver' },
  role: 'is',
  ...{ active: false, sub: null },
};

const accountId = (index: number): string => digest(`queue ${index}`);

/** The first ones are due, of every kind; of the others every eighth is in the quarterly check, too. */
function* accountsFrom(from: number, to: number, due: number): Generator<Account> {
  for (let index = from; index < to; index += 1) {
    const kind = index < due ? DUE_KINDS[index % DUE_KINDS.length] : undefined;
    yield kind === undefined
      ? quietAccount(index)
      : aCompany(accountId(index), { ownerId: REP_ID, ...kind(index) });
  }
}

const quietAccount = (index: number): Account => {
  const status = STATUSES[index % STATUSES.length] ?? 'COLD';
  return aCompany(accountId(index), {
    ...{ status, statusSince: '2026-06-01', ownerId: REP_ID },
    ...(status === 'QUARTERLY_CHECK' ? aCheck(addDays(TODAY, LATER)) : {}),
    ...(status === 'BAD_FIT' ? { badFit: aBadFit({ products: [`P${index % 5}`] }) } : {}),
  });
};

const aCheck = (date: CalendarDate): Partial<AccountRecord> => ({
  status: 'QUARTERLY_CHECK',
  everMet: true,
  latentNeed: '在庫の見える化',
  nextCheck: { date, origin: 'customer', base: '2026-04-01' },
  awaitedCondition: '来期の予算が決まること',
});

const aBadFit = (over: Partial<BadFit>): BadFit => ({
  ...{ on: '2026-01-05', by: REP_ID, reason: 'SIZE', note: null, products: [] },
  ...{ reviewedBy: 'm_manager', reviewOn: '2027-01-05', rejudgement: null, ...over },
});

const proposed = (over: Partial<Proposal>): Proposal => ({
  ...{ id: 'r000001', by: REP_ID, on: '2026-06-20', from: 'QUARTERLY_CHECK', to: 'BAD_FIT' },
  ...{ data: {}, note: '規模が合わない', inEffect: false, ...over },
});

const DUE_KINDS: readonly ((index: number) => Partial<AccountRecord>)[] = [
  (index) => aCheck(addDays(TODAY, CHECK_DAYS.from + (index % CHECK_DAYS.days))),
  () => ({ status: 'CURRENT_CLIENT', products: { p1: ENDED_PRODUCT } }),
  () => ({ status: 'WORKING', statusSince: '2026-05-01', everMet: true }),
  () => ({ status: 'DEAD_OPPORTUNITY', everMet: true, lost: A_LOSS }),
  () => ({ status: 'BAD_FIT', badFit: aBadFit({ reviewOn: '2026-06-01' }) }),
  () => ({
    status: 'BAD_FIT',
    badFit: aBadFit({ reviewedBy: null }),
    proposal: proposed({ inEffect: true }),
  }),
  () => ({ status: 'WORKING', statusSince: '2026-01-05' }),
  () => ({ ...aCheck(addDays(TODAY, LATER)), proposal: proposed({}) }),
  () => ({ ...aCheck(addDays(TODAY, LATER)), handOver: A_HAND_OVER }),
  () => ({ ownerId: LEAVER_ID }),
  () => ({ status: 'CURRENT_CLIENT', debts: ['EVIDENCE'] }),
];

const ENDED_PRODUCT: ProductUse = {
  ...{ id: 'p1', product: 'P1', state: 'live', since: '2025-01-06', endsOn: '2026-06-01' },
  ...{ churnReason: '内製化', reference: 'PO-1', confirmedBy: null, source: null },
};
const A_LOSS: Loss = {
  ...{ on: '2026-01-05', reason: 'COMPETITOR', reasonText: null },
  ...{ revisitOn: '2026-06-01', revisitTrigger: null },
};
const A_HAND_OVER: HandOver = {
  ...{ id: 'h000001', by: REP_ID, on: '2026-06-25', fromId: null, toId: REP_ID },
  ...{ note: '窓口は山田部長', promises: null, acknowledgedOn: null },
};
