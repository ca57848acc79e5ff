/** How the whole local suite bears a register that grows: memory, disk, and the time of what goes through all accounts. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import type { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AccountsAnswer } from '../../functions/contract/accounts';
import type { DuplicatesAnswer } from '../../functions/contract/duplicates';
import type { ImportAnswer } from '../../functions/contract/import';
import { corporateNumberOf } from '../corporate-numbers';
import { openAgent, sendOrThrow } from './load';
import { type BenchFigure, type BenchOptions, milliseconds, quantile } from './measure';
import { type RunningSuite, serveSuite } from './processes';

const SIZES = { full: [10_000, 50_000], quick: [40, 80] } as const;
const ROWS_IN_A_LIST = 10_000;
/** Between two calls of somebody who works while a list is imported. */
const PAUSE_MS = 100;
const WARM_UP_CALLS = 20;

export const growthBench = async ({ quick, say }: BenchOptions): Promise<BenchFigure[]> => {
  const [fewer, more] = SIZES[quick ? 'quick' : 'full'];
  const small = await measureSize(fewer, say);
  const large = await measureSize(more, say);
  const count = (name: string, what: string, of: (growth: Growth) => number, aim: string): BenchFigure => {
    const [ours, floor] = [of(large), of(small)];
    return { name, what, ours, floor, kind: 'count', value: ours, spread: [ours, ours], aim };
  };
  const ratio = large.duplicates / small.duplicates;
  return [
    count('rss_mb_50k', 'MB that the suite holds at most', ({ rss }) => rss, '<= 1000'),
    count('pages_s_50k', 'seconds for all pages of accounts', ({ pages }) => pages, '<= 10'),
    count('duplicates_s_50k', 'seconds for a whole search', ({ duplicates }) => duplicates, '-'),
    count('import_s_50k', 'seconds for the lists', ({ imports }) => imports, '-'),
    count('import_p95_ms_50k', 'p95 in ms of others meanwhile', ({ p95 }) => p95, '<= 500'),
    count('journal_mb_50k', 'MB of the journal', ({ journal }) => journal, '-'),
    count('restart_s_50k', 'seconds of a start', ({ restart }) => restart, '-'),
    count('first_lookup_s_50k', 'seconds of the first lookup', ({ firstLookup }) => firstLookup, '-'),
    {
      ...{ name: 'duplicates_50k_over_10k', what: 'time of a whole search', aim: '<= 6' },
      ...{ kind: 'ratio', ours: large.duplicates, floor: small.duplicates },
      ...{ value: ratio, spread: [ratio, ratio] },
    },
  ];
};

/** Seconds, megabytes, and the p95 in milliseconds. */
interface Growth {
  rss: number;
  journal: number;
  imports: number;
  p95: number;
  pages: number;
  duplicates: number;
  restart: number;
  firstLookup: number;
}

const measureSize = async (accounts: number, say: BenchOptions['say']): Promise<Growth> => {
  const folder = mkdtempSync(join(tmpdir(), 'hachi-growth-'));
  const agent = openAgent(4);
  const suites: RunningSuite[] = [];
  const open = async (): Promise<OpenSuite> => {
    const running = await serveSuite(folder);
    suites.push(running);
    return openAs(running, agent);
  };
  const measured = (what: string, value: number, unit = 's'): number => {
    say(`${accounts} accounts: ${what} ${value.toPrecision(3)} ${unit}`);
    return value;
  };
  try {
    const suite = await open();
    const rss: number[] = [];
    const noteMemory = (): unknown => rss.push(suite.residentSize() / 1024);
    const times: number[] = [];
    const imports = measured('import', await seconds(() => importLists(suite, accounts, times)));
    const p95 = measured('p95 of others meanwhile', quantile(times, 0.95), 'ms');
    noteMemory();
    const pages = measured('all pages', await seconds(() => readAllPages(suite, accounts)));
    noteMemory();
    const duplicates = measured('duplicates', await seconds(() => findAllDuplicates(suite, accounts)));
    noteMemory();
    await suite.stop();
    const journal = measured('journal', folderSize(join(folder, 'firestore')) / 1024 / 1024, 'MB');
    let again = suite;
    const restart = measured(
      'restart',
      await seconds(async () => {
        again = await open();
      }),
    );
    const firstLookup = measured('first lookup', await seconds(() => lookUp(again, 0)));
    return {
      ...{ imports, p95, pages, duplicates, journal, restart, firstLookup },
      rss: measured('memory', Math.max(...rss), 'MB'),
    };
  } finally {
    agent.destroy();
    for (const running of suites) await running.stop();
    rmSync(folder, { recursive: true });
  }
};

interface OpenSuite extends RunningSuite {
  get: (name: string, query: Readonly<Record<string, string>>) => Promise<string>;
  post: (
    name: string,
    query: Readonly<Record<string, string>>,
    type: string,
    body: string,
  ) => Promise<string>;
}

const openAs = async (suite: RunningSuite, agent: Agent): Promise<OpenSuite> => {
  const token = await sendOrThrow(agent, `${suite.local}token?email=${suite.adminEmail}`, { method: 'GET' });
  const headers = { authorization: `Bearer ${token.trim()}` };
  const urlOf = (name: string, query: Readonly<Record<string, string>>): string =>
    `${suite.functions[name]}?${new URLSearchParams(query)}`;
  return {
    ...suite,
    get: (name, query) => sendOrThrow(agent, urlOf(name, query), { method: 'GET', headers }),
    post: (name, query, type, body) =>
      sendOrThrow(agent, urlOf(name, query), {
        ...{ method: 'POST', body },
        headers: { ...headers, 'content-type': type },
      }),
  };
};

const seconds = async (work: () => Promise<unknown>): Promise<number> => (await milliseconds(work)) / 1000;

/** Imports all companies, list by list, while somebody else looks companies up: `times` takes how long that takes. */
const importLists = async (suite: OpenSuite, accounts: number, times: number[]): Promise<void> => {
  for (let call = 0; call < WARM_UP_CALLS; call += 1) await lookUp(suite, call);
  let isRunning = true;
  const other = async (): Promise<void> => {
    for (let call = 0; isRunning; call += 1) {
      times.push(await milliseconds(() => lookUp(suite, call)));
      await pause(PAUSE_MS);
    }
  };
  const work = other();
  for (let first = 0; first < accounts; first += ROWS_IN_A_LIST)
    await importList(suite, first, Math.min(accounts, first + ROWS_IN_A_LIST)).finally(() => {
      isRunning = first + ROWS_IN_A_LIST < accounts;
    });
  await work;
};

/** A crowd of one name is companies of their own. */
const RULES = ['sameFacts', 'sameName', 'otherSpelling', 'otherFacts', 'twice']
  .map((group) => `${group}:another`)
  .join();

const importList = async (suite: OpenSuite, first: number, end: number): Promise<void> => {
  const rows = Array.from({ length: end - first }, (_, index) => rowOf(first + index));
  const csv = ['ID,会社名,法人番号,所在地,電話番号,業種', ...rows].join('\n');
  for (let from: number | null = 0; from !== null; ) {
    const query = { list: `list-${first}`, from: String(from), rules: RULES };
    const text = await suite.post('import', query, 'text/csv', csv);
    const answer = JSON.parse(text) as ImportAnswer;
    if (answer.next === null && answer.counts.created !== rows.length)
      throw new Error(`not all created: ${text.slice(0, 500)}`);
    from = answer.next;
  }
};

/** Of ten companies two have no number; each fortieth one has the name and the phone of the one before it. */
const rowOf = (index: number): string => {
  const of = index % 40 === 39 ? index - 1 : index;
  const place = `${(index % 9) + 1}丁目${(index % 20) + 1}番${index}号`;
  const number = index % 10 >= 8 ? '' : corporateNumberOf(index);
  return `C${index},${nameAt(of)},${number},東京都千代田区丸の内${place},03-0000-${String(of % 10_000).padStart(4, '0')},電気機器`;
};

const KINDS = ['製作所', '商事', '建設', '電機', '物流', '食品', '化学', '印刷'];
/** Companies of one name, as of 株式会社アシスト. */
const CROWD_SIZE = 703;

const nameAt = (index: number): string =>
  index < CROWD_SIZE
    ? '株式会社アシスト'
    : `株式会社${['東', '西', '南', '北', '中'][index % 5]}${Math.floor(index / 50)}${KINDS[index % 8]}`;

const lookUp = (suite: OpenSuite, call: number): Promise<string> =>
  suite.post(
    'lookup',
    {},
    'application/json',
    JSON.stringify({ q: nameAt(CROWD_SIZE + ((call * 7919) % 9000)) }),
  );

const readAllPages = async (suite: OpenSuite, accounts: number): Promise<void> => {
  let rows = 0;
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = { limit: '1000', ...(cursor === '' ? {} : { cursor }) };
    const answer = JSON.parse(await suite.get('accounts', query)) as AccountsAnswer;
    rows += answer.rows.length;
    cursor = answer.cursor;
  }
  if (rows !== accounts) throw new Error(`${rows} of ${accounts} accounts were on the pages`);
};

const findAllDuplicates = async (suite: OpenSuite, accounts: number): Promise<void> => {
  for (let from: number | null = 0; from !== null; ) {
    const text = await suite.post('duplicates', {}, 'application/json', JSON.stringify({ from }));
    const answer = JSON.parse(text) as DuplicatesAnswer;
    if (answer.next === null && (answer.read !== accounts || answer.groups.likely === 0))
      throw new Error(`not all compared: ${text}`);
    from = answer.next;
  }
};

const folderSize = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
