/** The same calls get the same answers as when they were recorded. README.md beside this file tells how to record anew. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildSync } from 'esbuild';
import type { Reports } from './recording';

const ROOT = join(__dirname, '../..');
const MINUTE = 60_000;

/** The last line that the program prints. */
const run = async (program: string, record: string): Promise<Reports> => {
  const child = spawn(process.execPath, [program, record], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = (await text(child.stdout)).trimEnd().split('\n');
  const last = lines.pop() ?? '';
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  if (!last.startsWith('{')) throw new Error('The program ended without a report: see what it wrote.');
  return JSON.parse(last);
};

/** Told in words: a comparison of the whole answers would fill the screen. */
const expectNothing = (report: string | undefined): void => {
  if (report !== '') throw new Error(report);
};

let folder = '';
let reports: Reports;
beforeAll(async () => {
  mkdirSync(join(ROOT, 'build/test'), { recursive: true });
  folder = mkdtempSync(join(ROOT, 'build/test/recorded-'));
  const outfile = join(folder, 'main.js');
  buildSync({
    entryPoints: [join(__dirname, 'main.ts')],
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile,
  });
  reports = await run(outfile, process.env.RECORD ?? 'nothing');
}, 30 * MINUTE);
afterAll(() => rmSync(folder, { recursive: true }));

test('some 3,000 commands, and what goes on around them, are answered as they were', () => {
  expectNothing(reports.commands);
});

test('layout, queue and duplicates write the same spreadsheets, in Japanese and in English', () => {
  expectNothing(reports.sheets);
});

test('documents of earlier schemas are read, and go on as they did', () => {
  expectNothing(reports.documents);
});
