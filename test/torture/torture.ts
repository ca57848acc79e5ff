/** npm run torture -- NAME|all: repeats in bounded time what would break a product that keeps less than it promises. */
import { parseArgs } from 'node:util';
import type { Torture, TortureReport } from './torture-run';

interface TortureEntry {
  about: string;
  /** Loaded when it runs: wrong options and --help are answered at once. */
  load: () => Promise<Torture>;
}

const onSuite =
  (load: () => Promise<(suite: Awaited<ReturnType<typeof start>>) => Torture>) =>
  async (): Promise<Torture> => {
    const [torture, suite] = [await load(), await start()];
    return async (run) => {
      try {
        await torture(suite)(run);
      } finally {
        await suite.stop();
      }
    };
  };

const start = async () => (await import('../suite')).startTestSuite('embedded');

const TORTURES: Readonly<Record<string, TortureEntry>> = {
  races: {
    about: '50 writers on one version, and one request 20 times at once',
    load: onSuite(async () => (await import('./races')).races),
  },
  kills: {
    about: 'the product killed (SIGKILL) amid the writes of 6 clients',
    load: async () => (await import('./kills')).kills,
  },
  fuzz: {
    about: 'bodies and queries made from docs/openapi.json, fitting and spoilt',
    load: onSuite(async () => (await import('./fuzz')).fuzz),
  },
  tokens: {
    about: 'hostile tokens at every function',
    load: onSuite(async () => (await import('./tokens')).tokens),
  },
  jobs: {
    about: 'jobs killed at each call, doubled and late, Google Sheets answering 429, 500, 503, or not at all',
    load: onSuite(async () => (await import('./jobs')).jobs),
  },
  sheet: {
    about: 'people sort, tear, paste, delete, clear, undo and restore in the register, with the real script',
    load: onSuite(async () => (await import('./sheet')).sheet),
  },
  injection: {
    about: 'formulas and markup in names, texts and lists, by HTTP, cells and imports',
    load: onSuite(async () => (await import('./injection')).injection),
  },
  roles: {
    about: 'every command of every role by every channel',
    load: onSuite(async () => (await import('./roles')).roles),
  },
};

const HELP = `npm run torture -- NAME|all [options]
${Object.entries(TORTURES)
  .map(([name, { about }]) => `  ${name.padEnd(10)} ${about}`)
  .join('\n')}
  --minutes   of each, 1 by default; each does at least one round
  --seed      draws the same again
  --json      one JSON object on standard output
  --help      this text

Ends with 1 where anything was violated.`;

class TortureUsageError extends Error {}

const main = async (): Promise<boolean> => {
  const { values, positionals } = readArguments();
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return true;
  }
  const [name = '', ...more] = positionals;
  const names = name === 'all' ? Object.keys(TORTURES) : Object.hasOwn(TORTURES, name) ? [name] : [];
  if (names.length === 0 || more.length > 0) throw new TortureUsageError(HELP);
  const minutes = numberOf('--minutes', values.minutes);
  const seed =
    values.seed === undefined ? Math.floor(Math.random() * 2 ** 32) : numberOf('--seed', values.seed);
  const reports: TortureReport[] = [];
  for (const one of names) {
    const report = await torture(one, seed, minutes);
    reports.push(report);
    if (!values.json) process.stdout.write(`${linesOf(report)}\n`);
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ seed, reports })}\n`);
  return reports.every(({ violations }) => violations.length === 0);
};

const torture = async (name: string, seed: number, minutes: number): Promise<TortureReport> => {
  const { TortureRun } = await import('./torture-run');
  const entry = TORTURES[name];
  if (entry === undefined) throw new TortureUsageError(HELP);
  const run = new TortureRun(name, seed, minutes);
  const act = await entry.load();
  try {
    await act(run);
  } catch (error) {
    run.violation(`it broke: ${error instanceof Error ? error.stack : error}`);
  }
  return run.report();
};

const linesOf = ({ torture: name, seed, seconds, counts, violations, repeat }: TortureReport): string =>
  [
    `${name}: ${violations.length === 0 ? 'nothing violated' : 'VIOLATED'}, ${seconds} s, seed ${seed}`,
    `  ${Object.entries(counts)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}`,
    ...violations.map((violation) => `  ${violation}`),
    ...(violations.length === 0 ? [] : [`  again: ${repeat}`]),
  ].join('\n');

const numberOf = (option: string, value: string): number => {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number) || number < 0)
    throw new TortureUsageError(`${option} takes a number, not "${value}".`);
  return number;
};

const readArguments = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        minutes: { type: 'string', default: '1' },
        seed: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new TortureUsageError(error instanceof Error ? error.message : String(error));
  }
};

// Ending in this way also ends what was started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
main().then(
  (isSound) => process.exit(isSound ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof TortureUsageError ? error.message : error);
    process.exit(1);
  },
);
