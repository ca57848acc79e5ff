/** `npm start`: the whole product on this machine, until Ctrl-C. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ImportAnswer } from '../functions/contract/import';
import { isSeeded, seedDemo } from './demo/seed';
import { loadPageAssets } from './page/assets';
import { type Suite, startSuite } from './suite';

const OPTIONS = {
  port: { type: 'string', default: '8080', help: 'port of the page and the functions; 0 takes any free one' },
  data: { type: 'string', default: '.hachi', help: 'folder that keeps everything between starts' },
  reset: { type: 'boolean', default: false, help: 'start afresh: empties the data folder first' },
  now: { type: 'string', help: 'the day or instant that the functions see (2026-12-01)' },
  firestore: {
    type: 'string',
    default: 'embedded',
    help: 'embedded, official, or HOST:PORT of a running emulator',
  },
  import: { type: 'string', help: 'a company list (CSV, UTF-8 or CP932) to import after the start' },
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
  const { values } = parseArgs({ options: OPTIONS, allowPositionals: false });
  if (values.help) {
    process.stdout.write(`${help()}\n`);
    return;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port takes 0 to 65535, not "${values.port}".`);
  const suite = await startSuite({
    port,
    dataDir: values.data,
    reset: values.reset,
    now: values.now ?? null,
    firestore: values.firestore,
    write: (line) => void process.stderr.write(line),
  });
  const end = onceStopped(suite);
  // Built now, so that the first visitor need not wait for it.
  void loadPageAssets().catch((error: unknown) => printLine(`The page cannot be built: ${errorText(error)}`));
  if (!(await isSeeded(suite))) {
    const summary = await seedDemo(suite, { onProgress: ({ en }) => printLine(en) });
    printLine(
      `Demonstration: ${summary.accounts} accounts. The companies are real (EDINET), everything said about them is made up.`,
    );
  }
  if (values.import !== undefined) await importFile(suite, values.import);
  if (values.json) process.stdout.write(`${JSON.stringify(suiteSummary(suite))}\n`);
  else process.stdout.write(`${welcome(suite)}\n`);
  await end;
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
  data       ${dataDir}

Try next, in another shell:
  TOKEN=$(curl -s '${local}token?email=sato@hachi.example')
  curl -s -H "Authorization: Bearer $TOKEN" '${functions.accounts}?status=QUARTERLY_CHECK&limit=3'
  curl -s -X POST ${local}jobs/queue
  curl -s '${local}sheets/${sheets.queueId}/四半期チェック.csv'

Ctrl-C stops everything.`;
};

/** Imports the file part by part, and prints the progress. */
const importFile = async (suite: Suite, path: string): Promise<void> => {
  const file = readFileSync(path);
  const list = (path.split(/[\\/]/).at(-1) ?? path).replace(/\.[^.]*$/, '').slice(0, 60);
  const token = await suite.identity.issue({ email: suite.adminEmail });
  for (let from: number | null = 0; from !== null; ) {
    const url = `${suite.functions.import}?list=${encodeURIComponent(list)}&from=${from}`;
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
      body: file,
    });
    const body = (await answer.json()) as
      | ImportAnswer
      | { error: { message: { en: string }; problems?: ImportProblem[] } };
    if ('error' in body) {
      printLine(`Import of ${path} refused: ${body.error.message.en}`);
      for (const { line, message, detail } of body.error.problems ?? [])
        printLine(`  line ${line ?? '-'}: ${message.en} ${detail ?? ''}`);
      return;
    }
    const { created, filled, unchanged, refused } = body.counts;
    printLine(
      `Import: ${body.done} of ${body.total} rows; ${created} new, ${filled} filled in, ${unchanged} unchanged, ${refused} refused.`,
    );
    from = body.next;
  }
};

type ImportProblem = ImportAnswer['problems'][number];

/** Resolves when Ctrl-C or a stop signal has ended everything. */
const onceStopped = (suite: Suite): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        printLine('Stopping.');
        void suite.stop().then(resolve);
      });
  });

const errorText = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `The port is taken: ${error.message}. Choose another one with --port, or --port 0 for any free one.`;
  return error instanceof Error ? error.message : String(error);
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    printLine(errorText(error));
    process.exit(1);
  },
);
