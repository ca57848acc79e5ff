import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { openWorkbooks } from '../../../emulator/workbook/workbook';
import { sheetsClientFor } from './sheets-client';

const root = join(__dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'hachi-kill-'));
const program = join(folder, 'serve.js');
const dataDir = join(folder, 'data');
let child: ChildProcess | undefined;

beforeAll(() => {
  buildSync({
    entryPoints: [join(__dirname, 'serve-workbooks.ts')],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    outfile: program,
    logLevel: 'error',
  });
});
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function serve(): Promise<string> {
  child = spawn(process.execPath, [program, dataDir], {
    env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('No output to read.');
  const [rootUrl] = (await once(createInterface(child.stdout), 'line')) as [string];
  return rootUrl;
}

test('what was answered is there after kill -9, and nothing is half there', async () => {
  let answered = 0;
  for (let round = 1; round <= 3; round++) {
    const client = sheetsClientFor(await serve());
    const writing = child;
    // Each write is a whole row; the kill comes right after an answer, with the next write under way.
    const write = async (number: number): Promise<void> => {
      const values = [[number, `row ${number}`, number]];
      const query = { spreadsheetId: 'killed', range: `A${number}`, valueInputOption: 'RAW' };
      await client.spreadsheets.values.update({ ...query, requestBody: { values } });
      answered = Math.max(answered, number);
    };
    const first = answered + 1;
    for (let number = first; number < first + 5 * round; number++) await write(number);
    const underWay = write(answered + 1).catch(() => undefined);
    writing?.kill('SIGKILL');
    await underWay;
    if (writing?.signalCode === null) await once(writing, 'exit');

    const workbooks = openWorkbooks({ dataDir });
    const rows = workbooks.get('killed').tabs[0]?.rows ?? [];
    workbooks.close();
    expect(rows.length === answered || rows.length === answered + 1).toBe(true);
    rows.forEach((row, index) => {
      const [number, text] = [{ numberValue: index + 1 }, { stringValue: `row ${index + 1}` }];
      expect(row.map((cell) => cell?.userEnteredValue)).toEqual([number, text, number]);
    });
    answered = rows.length;
  }
});
