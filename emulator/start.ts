/** `npm start`: the whole product on this machine, until Ctrl-C. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ImportAnswer, ImportUndoAnswer } from '../functions/contract/import';
import { keepHeapSmall } from './heap-growth';
import { suiteProblem, toSuiteProblem } from './problems/suite-problem';
import { startSuite } from './start-suite';
import type { Suite } from './suite';

const OPTIONS = {
  port: { type: 'string', default: '8080', help: 'port of the page and the functions; 0 takes any free one' },
  data: { type: 'string', default: '.hachi', help: 'folder that keeps everything between starts' },
  reset: {
    type: 'boolean',
    default: false,
    help: 'start afresh: removes what the suite keeps in the data folder',
  },
  now: { type: 'string', help: 'the day or instant that the functions see (2026-12-01), from 2000 to 2049' },
  firestore: {
    type: 'string',
    default: 'embedded',
    help: 'embedded, official, or HOST:PORT of a running emulator',
  },
  import: { type: 'string', help: 'a company list (.xlsx or CSV) to import after the start' },
  json: { type: 'boolean', default: false, help: 'one JSON line on standard output when all is ready' },
  help: { type: 'boolean', default: false, help: 'this text' },
} as const;

const help = (): string =>
  [
    'npm start -- [options]',
    ...Object.entries(OPTIONS).map(([name, option]) => {
      const standard =
        'default' in option && typeof option.default === 'string' ? ` (${option.default})` : '';
      return `  --${name.padEnd(10)} ${option.help}${standard}`;
    }),
  ].join('\n');

/** To standard error: standard output may be for the JSON line. */
const printLine = (line: string): void => void process.stderr.write(`${line}\n`);

const main = async (): Promise<void> => {
  const values = parseOptions();
  if (values.help) {
    process.stdout.write(`${help()}\n`);
    return;
  }
  const list = values.import === undefined ? null : readCompanyList(values.import);
  keepHeapSmall();
  const suite = await startSuite({
    port: parsePort(values.port),
    dataDir: values.data,
    reset: values.reset,
    now: values.now ?? null,
    firestore: values.firestore,
    write: (line) => void process.stderr.write(line),
  });
  const end = onceStopped(suite);
  // Loaded only now, as the suite: --help, and what hinders the start, are answered at once.
  const [{ isSeeded, seedDemo }, { loadPageAssets }] = await Promise.all([
    import('./demo/seed'),
    import('./page/assets'),
  ]);
  // Built now, so that the first visitor need not wait for it.
  void loadPageAssets().catch((error: unknown) =>
    printLine(`The page cannot be built: ${problemLines(error)}`),
  );
  if (!(await isSeeded(suite))) {
    const summary = await seedDemo(suite, { onProgress: ({ en }) => printLine(en) });
    printLine(
      `Demonstration: ${summary.accounts} accounts. The companies are real (EDINET), everything said about them is made up.`,
    );
  }
  if (list !== null) await importList(suite, list);
  if (values.json) process.stdout.write(`${JSON.stringify(suiteSummary(suite))}\n`);
  else process.stdout.write(`${welcome(suite)}\n`);
  await end;
};

const parseOptions = () => {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    throw suiteProblem('OPTION_UNKNOWN', error instanceof Error ? error.message : String(error));
  }
};

const parsePort = (value: string): number => {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535) throw suiteProblem('PORT_INVALID', value);
  return port;
};

const suiteSummary = ({ page, functions, sheets, firestore, local, dataDir, firestoreKind }: Suite) => ({
  page,
  functions,
  sheets,
  firestore,
  local,
  dataDir,
  firestoreKind,
});

const welcome = (suite: Suite): string => {
  const { page, functions, sheets, firestore, firestoreKind, local, dataDir } = suite;
  const lines = Object.entries(functions).map(([name, url]) => `  ${name.padEnd(10)} ${url}`);
  return `
Hachi is running. Open this in a browser; choose the person in the bar at its top:
  page       ${page}

  Firestore  ${firestore} (${firestoreKind})
  Sheets API ${sheets.rootUrl} (register ${sheets.registerId}, queue ${sheets.queueId})
${lines.join('\n')}
  helpers    ${local}
  mails      ${local}mails
  data       ${dataDir}

Try next, in another shell:
  TOKEN=$(curl -s '${local}token?email=sato@hachi.example')
  curl -s -H "Authorization: Bearer $TOKEN" '${functions.accounts}?status=QUARTERLY_CHECK&limit=3'
  curl -s -X POST ${local}jobs/queue
  curl -s '${local}sheets/${sheets.queueId}/今日.csv'

Ctrl-C stops everything.`;
};

interface CompanyList {
  path: string;
  /** Under which the import is known: the file's name without its ending. */
  name: string;
  file: Buffer;
}

const readCompanyList = (path: string): CompanyList => {
  const name = (path.split(/[\\/]/).at(-1) ?? path).replace(/\.[^.]*$/, '').slice(0, 60);
  try {
    return { path, name, file: readFileSync(path) };
  } catch (error) {
    throw suiteProblem('IMPORT_UNREADABLE', path, (error as NodeJS.ErrnoException).code ?? String(error));
  }
};

/** Imports the list part by part, and prints the progress. */
const importList = async (suite: Suite, { path, name, file }: CompanyList): Promise<void> => {
  const [{ functionsClientFor, CallRefusedError }, { listProblemLines }] = await Promise.all([
    import('./demo/functions-client'),
    import('./demo/list-problem-lines'),
  ]);
  const admin = await functionsClientFor(suite, suite.adminEmail);
  try {
    for (let from: number | null = 0; from !== null; ) {
      const answer: ImportAnswer | ImportUndoAnswer = await admin('import', 'POST', {
        query: { list: name, from },
        csv: file,
      });
      if ('undone' in answer) throw new Error(`${path}: undone instead of imported`);
      printProgress(answer);
      from = answer.next;
    }
  } catch (error) {
    if (!(error instanceof CallRefusedError)) throw error;
    printLine(`Import of ${path} refused: ${error.refusal.message.en}`);
    for (const line of listProblemLines(error.refusal.problems)) printLine(line);
  }
};

const printProgress = ({ done, total, counts }: ImportAnswer): void => {
  const { created, filled, unchanged, refused, undecided } = counts;
  printLine(
    `Import: ${done} of ${total} rows; ${created} new, ${filled} filled in, ${unchanged} unchanged, ${refused} refused.`,
  );
  if (undecided > 0)
    printLine(
      `  ${undecided} left out, for they may be companies of the register: import the file in the page to decide.`,
    );
};

/** Resolves when Ctrl-C or a stop signal has ended everything. */
const onceStopped = (suite: Suite): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        printLine('Stopping.');
        void suite.stop().then(resolve);
      });
  });

/** A problem in both languages, with its code; a stack only for what nobody has foreseen. */
const problemLines = (error: unknown): string => {
  const problem = toSuiteProblem(error);
  if (problem) return `${problem.code}: ${problem.words.en}\n${problem.words.ja}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    printLine(problemLines(error));
    process.exit(1);
  },
);
