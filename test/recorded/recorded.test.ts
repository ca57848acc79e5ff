/** The same calls get the same answers as when they were recorded. README.md beside this file tells how to record anew. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { usingProgram } from '../processes';
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

const program = usingProgram('test/recorded/main.ts');
let reports: Reports;
beforeAll(async () => {
  reports = await run(program(), process.env.RECORD ?? 'nothing');
}, 30 * MINUTE);

test('some 3,000 commands, and what goes on around them, are answered as they were', () => {
  expectNothing(reports.commands);
});

test('layout, queue and duplicates write the same spreadsheets, in Japanese and in English', () => {
  expectNothing(reports.sheets);
});

test('documents of earlier schemas are read, and go on as they did', () => {
  expectNothing(reports.documents);
});
