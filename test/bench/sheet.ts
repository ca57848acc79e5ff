/** What an edit of the register costs in the sheet: calls of Google's services, calls of the functions, and time by its size. */
import { Agent } from 'node:http';
import { join } from 'node:path';
import { bundleScript } from '../../emulator/apps-script/bundle';
import type { Execution } from '../../emulator/apps-script/execution-context';
import { keepHeapSmall } from '../../emulator/heap-growth';
import { projectFolder } from '../../emulator/project-folder';
import { startSuite } from '../../emulator/start-suite';
import { FIRST_ADMIN_EMAIL, type Suite } from '../../emulator/suite';
import { columnName } from '../../emulator/workbook/a1';
import type { Account } from '../../functions/domain/account/account';
import { digest } from '../../functions/store/firestore';
import { memberId } from '../../functions/store/team';
import { sendOrThrow } from './load';
import { type BenchFigure, type BenchOptions, milliseconds, quantile } from './measure';
import { aCompany, writeAccounts } from './team';

const NOW = '2026-07-01';
const REGISTER_TAB_ID = 8001;
const BLOCK_ROWS = 200;

export const sheetBench = async ({ firestore, quick, rows, say }: BenchOptions): Promise<BenchFigure[]> => {
  const sizes = quick ? [300, 600] : [Math.floor(rows / 10), rows];
  const rounds = quick ? 2 : 15;
  // The suite runs in this process, as `npm start` lets it.
  keepHeapSmall();
  const suite = await startSuite({ port: 0, dataDir: null, now: NOW, firestore, write: () => {} });
  try {
    // Whoever comes first becomes the admin.
    await call(suite, 'members');
    const session = suite.script.openAs({ email: FIRST_ADMIN_EMAIL, locale: 'ja' });
    const edit = async (row: number, rows: number): Promise<EditRound> => {
      const at = `'${titleOf(suite)}'!${columnName(columnOf(suite, 'status'))}${row}`;
      const values = Array.from({ length: rows }, () => ['現在の顧客']);
      const [edited] = await session.edit(at, values, rows === 1 ? 'typed' : 'pasted');
      const report = await session.run('sendPending');
      const sent = suite.script.executions[suite.script.executions.length - 1];
      const { value } = report as { value?: { accepted: number } };
      if (edited === undefined || sent === undefined || value?.accepted !== rows)
        throw new Error(`not accepted: ${JSON.stringify(report)}`);
      return { edited, sent };
    };
    const times: EditRound[][] = [];
    let filled = 0;
    let next = 3;
    let block: EditRound | undefined;
    const layouts: Layout[] = [];
    for (const size of sizes) {
      say(`${size} rows in the register`);
      await writeAccounts(suite.service.db, accountsFrom(filled, size));
      filled = size;
      const runLayout = () => milliseconds(() => call(suite, 'layout', {}));
      layouts.push({ written: await runLayout(), unchanged: await runLayout() });
      await edit(next, 1);
      next += 1;
      const own: EditRound[] = [];
      for (let round = 0; round < rounds; round += 1, next += 1) own.push(await edit(next, 1));
      times.push(own);
      block = await edit(next, size < BLOCK_ROWS + next ? size - next : BLOCK_ROWS);
      next += BLOCK_ROWS;
    }
    const [small = [], large = []] = times;
    const one = large[0];
    const [fewRows, manyRows] = layouts;
    if (one === undefined || block === undefined || fewRows === undefined || manyRows === undefined)
      throw new Error('nothing was measured');
    say(`service calls for one edited cell: ${callsByKind(one)}`);
    const { code, files } = await bundleScript({ entry: join(projectFolder(), 'apps-script/main.ts') });
    const pages = Object.entries(files).filter(([name]) => name.endsWith('.html'));
    const [smallName, largeName] = quick ? ['300', '600'] : [`${rows / 10_000}k`, `${rows / 1_000}k`];
    const sizesName = quick ? '10k_over_1k' : `${largeName}_over_${smallName}`;
    return [
      count('calls_one', 'service calls for one edited cell, onEdit and sending', callsOf(one), '<= 12'),
      count('calls_block', `service calls for a block of ${BLOCK_ROWS}`, callsOf(block), '= one'),
      count('fetches_one', 'calls of the functions for one cell', one.sent.fetches, '1'),
      count('fetches_block', `calls of the functions for a block of ${BLOCK_ROWS}`, block.sent.fetches, '1'),
      count('bundle_bytes', 'Code.js as it is pushed', Buffer.byteLength(code), '<= 61440'),
      ...pages.map(([name, page]) =>
        count(
          `${/(\w+)\.html$/.exec(name)?.[1]}_bytes`,
          `${name} as it is pushed`,
          Buffer.byteLength(page),
          '-',
        ),
      ),
      layout('layout', 'written', 'layout that writes the rows which are new', fewRows, manyRows),
      layout('refresh', 'unchanged', 'layout where nothing has changed', fewRows, manyRows),
      count('rss_mb', 'MB of the whole process at most', process.resourceUsage().maxRSS / 1024, '-'),
      ratio(`send_${sizesName}`, `sendPending, ${largeName} rows over ${smallName}`, large, small, 'sent'),
      ratio(`edit_${sizesName}`, `onEdit, ${largeName} rows over ${smallName}`, large, small, 'edited'),
    ];
  } finally {
    await suite.stop();
  }
};

/** Milliseconds. */
interface Layout {
  written: number;
  unchanged: number;
}

const layout = (name: string, kind: keyof Layout, what: string, few: Layout, many: Layout): BenchFigure => {
  const [ours, floor] = [many[kind] / 1000, few[kind] / 1000];
  return {
    name: `${name}_s`,
    what: `${what}, seconds`,
    ours,
    floor,
    kind: 'count',
    value: ours,
    spread: [ours, ours],
    aim: '-',
  };
};

interface EditRound {
  edited: Execution;
  sent: Execution;
}

/** Of what a range knows by itself, nothing is counted. */
const callsOf = ({ edited, sent }: EditRound): number =>
  [edited, sent].flatMap(({ calls }) => Object.values(calls)).reduce((sum, calls) => sum + calls, 0);

const callsByKind = ({ edited, sent }: EditRound): string =>
  [edited, sent]
    .map(({ functionName, calls }) =>
      [functionName, ...Object.entries(calls).map(([name, times]) => `${times} ${name}`)].join(', '),
    )
    .join('; ');

const count = (name: string, what: string, value: number, aim: string): BenchFigure => ({
  ...{ name, what, ours: value, floor: value, kind: 'count', value, spread: [value, value], aim },
});

const ratio = (
  name: string,
  what: string,
  large: readonly EditRound[],
  small: readonly EditRound[],
  kind: keyof EditRound,
): BenchFigure => {
  const ms = (rounds: readonly EditRound[]): number[] => rounds.map((round) => round[kind].milliseconds);
  const [ours, floor] = [quantile(ms(large), 0.5), quantile(ms(small), 0.5)];
  const all = large.map(
    (round, index) => round[kind].milliseconds / (small[index]?.[kind].milliseconds ?? 1),
  );
  return {
    ...{ name, what: `${what}, milliseconds`, ours, floor, kind: 'ratio', value: ours / floor, aim: 'small' },
    spread: [Math.min(...all), Math.max(...all)],
  };
};

/** However long it takes: `fetch` gives up after five minutes, which a layout of 50,000 rows may last where others use the machine. */
const call = async (suite: Suite, name: string, body?: object): Promise<void> => {
  await sendOrThrow(new Agent(), suite.functions[name] ?? '', {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${await suite.identity.issue({ email: FIRST_ADMIN_EMAIL })}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
};

const tabOf = ({ workbooks, sheets }: Suite) => {
  const register = workbooks
    .get(sheets.registerId)
    .tabs.find(({ properties }) => properties.sheetId === REGISTER_TAB_ID);
  if (register === undefined) throw new Error('There is no register.');
  return register;
};
const titleOf = (suite: Suite): string => tabOf(suite).properties.title;
const columnOf = (suite: Suite, key: string): number =>
  tabOf(suite).rows[0]?.findIndex((cell) => cell?.userEnteredValue?.stringValue === key) ?? -1;

/** Met, working, and clients as soon as somebody says so: no data is asked for. */
function* accountsFrom(from: number, to: number): Generator<Account> {
  const me = memberId(FIRST_ADMIN_EMAIL);
  for (let index = from; index < to; index += 1)
    yield aCompany(`a_${digest(`sheet ${index}`)}`, {
      status: 'WORKING',
      ownerId: me,
      everMet: true,
      products: {
        p1: {
          ...{ id: 'p1', product: 'ハチ見積クラウド', state: 'prospect', since: '2026-06-01', endsOn: null },
          ...{ churnReason: null, reference: '注文 1', confirmedBy: null, source: null },
        },
      },
    });
}
