/** `npm run bench -- NAME`: measures our functions and, in the same run, the floor below them. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { BenchFigure, BenchOptions } from './measure';

/** Each is loaded when it runs: wrong words on the command line are answered at once. */
const BENCHES: Readonly<
  Record<string, { about: string; run: (options: BenchOptions) => Promise<BenchFigure[]> }>
> = {
  transition: {
    about: 'a status change over HTTP; floor: a bare function with the same reads and the same batch',
    run: async (options) => (await import('./transition')).transitionBench(options),
  },
  block: {
    about: '200 rows in one call; floor: 200 calls of one row',
    run: async (options) => (await import('./block')).blockBench(options),
  },
  queue: {
    about: 'documents that the queue job reads; floor: a query for what is due alone',
    run: async (options) => (await import('./queue')).queueBench(options),
  },
  dashboard: {
    about:
      'documents that the dashboard job reads; floor: what has changed alone; and the time of the figures of five years',
    run: async (options) => (await import('./dashboard')).dashboardBench(options),
  },
  start: {
    about: 'process start to the first 200; floor: a bare function with the same Firestore client',
    run: async (options) => (await import('./start')).startBench(options),
  },
  match: {
    about: 'companies found by what people write; floor: an exact query for the folded name',
    run: async (options) => (await import('./match')).matchBench(options),
  },
  lookup: {
    about: 'a lookup among 100,000 accounts over HTTP; floor: a bare function with one indexed query',
    run: async (options) => (await import('./lookup')).lookupBench(options),
  },
  import: {
    about: 'rows of a list through the import; floor: raw batches of the same documents',
    run: async (options) => (await import('./import')).importBench(options),
  },
  sheet: {
    about:
      'an edited cell and a block of 200 in the register; floor of the times: the same with a tenth of the rows',
    run: async (options) => (await import('./sheet')).sheetBench(options),
  },
  growth: {
    about: 'the whole suite with 50,000 accounts: memory, disk and times; floor: the same with 10,000',
    run: async (options) => (await import('./growth')).growthBench(options),
  },
};

const HELP = `npm run bench -- NAME [options]
${Object.entries(BENCHES)
  .map(([name, { about }]) => `  ${name.padEnd(12)} ${about}`)
  .join('\n')}
  --firestore  embedded or official; in a process of its own, in memory (embedded)
  --register   match: the companies to search, a list as for the import (emulator/demo/listed-companies.csv)
  --pairs      match: labelled pairs, a CSV with the header query,name,corporateNumber (made from the register)
  --noisy      match: names as scanners misread them, labelled or made from the register; floor: the nearest by plain edit distance
  --rows       sheet: rows of the larger register (10000)
  --quick      few and small rounds: shows that it runs, measures little
  --json       one JSON object on standard output: { bench, machine, ours, floor, ratios, counts }
  --help       this text

A ratio is ours divided by the floor's, the median of all rounds; of p95, start and rss less is better. Other work on
the machine hurts both sides: read the ratios, not the figures.`;

interface Report {
  bench: string;
  machine: { cpu: string; cores: number; node: string; firestore: string };
  ours: Record<string, number>;
  floor: Record<string, number>;
  ratios: Record<string, number>;
  counts: Record<string, number>;
}

const reportOf = (bench: string, firestore: string, figures: readonly BenchFigure[]): Report => {
  const values = (of: readonly BenchFigure[], key: 'ours' | 'floor' | 'value') =>
    Object.fromEntries(of.map((figure) => [figure.name, Number(figure[key].toFixed(3))]));
  const processors = cpus();
  return {
    bench,
    machine: {
      cpu: processors[0]?.model ?? 'unknown',
      cores: processors.length,
      node: process.version,
      firestore,
    },
    ours: values(figures, 'ours'),
    floor: values(figures, 'floor'),
    ratios: values(
      figures.filter(({ kind }) => kind === 'ratio'),
      'value',
    ),
    counts: values(
      figures.filter(({ kind }) => kind === 'count'),
      'value',
    ),
  };
};

const tableOf = ({ bench, machine }: Report, figures: readonly BenchFigure[]): string => {
  const shown = (value: number): string => (Number.isInteger(value) ? String(value) : value.toPrecision(4));
  const rows = [
    ['', 'ours', 'floor', 'ratio or count', 'rounds', 'aim', 'measured'],
    ...figures.map(({ name, what, ours, floor, value, spread, aim }) => [
      name,
      shown(ours),
      shown(floor),
      shown(value),
      spread.map(shown).join(' to '),
      aim,
      what,
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return [
    `${bench}: ${BENCHES[bench]?.about ?? ''}`,
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.firestore} Firestore`,
    ...rows.map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
  ].join('\n');
};

/** A tenth of them takes the single edits, and the block. */
const MIN_ROWS = 3_000;

/** Wrong words on the command line. */
class UsageError extends Error {}

const main = async (): Promise<void> => {
  const { values, positionals } = readArguments();
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const [name = '', ...more] = positionals;
  const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (bench === undefined || more.length > 0) throw new UsageError(HELP);
  const { firestore, quick, json, register = null, pairs = null, noisy } = values;
  const rows = Number(values.rows);
  if (firestore !== 'embedded' && firestore !== 'official')
    throw new UsageError(`--firestore takes embedded or official, not "${firestore}".`);
  if (!Number.isInteger(rows) || rows < MIN_ROWS)
    throw new UsageError(`--rows takes a number from ${MIN_ROWS}, not "${values.rows}".`);
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const figures = await bench.run({ firestore, quick, register, pairs, noisy, rows, say });
  const report = reportOf(name, firestore, figures);
  process.stdout.write(`${json ? JSON.stringify(report) : tableOf(report, figures)}\n`);
};

const readArguments = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        firestore: { type: 'string', default: 'embedded' },
        register: { type: 'string' },
        pairs: { type: 'string' },
        noisy: { type: 'boolean', default: false },
        rows: { type: 'string', default: '10000' },
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

// Ending in this way also ends the processes that were started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof UsageError ? error.message : error);
    process.exit(1);
  },
);
