/** The costs as the page for operators says them. */
import { HABITS, type MeasuredUse, type MonthlyCosts, monthlyCosts, PRICES } from './monthly-costs';

const [START, END] = ['<!-- costs, made by test/costs/monthly-costs.test.ts -->', '<!-- end of costs -->'];

const USES: Readonly<Record<keyof MeasuredUse, readonly [what: string, how: string]>> = {
  command: ['a command', `${HABITS.commands} a rep`],
  layoutOfChange: ['its row in the register', 'once a command'],
  dashboardOfChange: ['its part in the dashboard', 'once a command'],
  lookup: ['a lookup of a company that is not here', `${HABITS.lookups} a rep`],
  accountView: ['an account that is opened', `${HABITS.accountsOpened} a rep`],
  queueOfDue: [
    'a due account in a run of the queue',
    `${HABITS.queueRuns} runs, ${HABITS.dueShare * 100} % of the accounts`,
  ],
  checkOfAccount: ['an account in the nightly check', 'all accounts'],
  checkOfCommand: ['an entry of its history in that check', `${HABITS.entriesOfAccount} an account`],
  duplicatesOfAccount: ['an account in the nightly search for duplicates', 'all accounts'],
};

const number = (value: number): string => value.toLocaleString('en-US');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const text = (use: MeasuredUse): string => {
  const uses = (Object.keys(USES) as (keyof MeasuredUse)[]).map((key) => {
    const { reads, writes } = use[key];
    return [USES[key][0], String(reads), String(writes), USES[key][1]];
  });
  const rows = [5, 50, 500]
    .map((reps): MonthlyCosts => monthlyCosts(reps, use))
    .map(({ reps, accounts, reads, writes, usd }) => [
      ...[number(reps), number(accounts), number(reads), number(writes)],
      usd.toFixed(2),
    ]);
  return `${table(['what', 'reads', 'writes', 'on a working day'], uses)}

${table(['reps', 'accounts', 'reads a working day', 'writes a working day', 'USD a month'], rows)}

A rep owns ${HABITS.accounts} accounts. The check ends after 150 seconds and goes on in the next night, so that a large team pays less than is counted here. Of ${HABITS.workingDays} working days and ${HABITS.days - HABITS.workingDays} others, on which only the jobs run, what is above ${number(PRICES.freeReads)} reads and
${number(PRICES.freeWrites)} writes a day is charged, at ${(PRICES.reads * 100_000).toFixed(3)} and ${(PRICES.writes * 100_000).toFixed(3)} USD for 100,000; and ${PRICES.jobs - PRICES.freeJobs} of ${PRICES.jobs} scheduled jobs, ${PRICES.job.toFixed(2)} USD each.

Not counted: a run of the queue after a change reads its tabs of opportunities, contacts and activities anew, at most 3,500 documents. In ten
hours of each working day that is at most ${(10 * 3_500 * HABITS.workingDays * PRICES.reads).toFixed(2)} USD a month.`;
};

/** The page with the costs in their place. Throws where it has none. */
export const costsPage = (page: string, use: MeasuredUse): string => {
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('The page has no place for the costs.');
  return `${before}${START}\n\n${text(use)}\n\n${END}${after}`;
};
