import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { lockFolder } from '../../../emulator/data-folder/folder-lock';

const folder = mkdtempSync(join(tmpdir(), 'hachi-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const lockedBy = (processId: number): void => writeFileSync(join(folder, 'lock'), String(processId));

test('a folder is locked while its owner lives', () => {
  lockedBy(process.ppid);
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'DATA_IN_USE' }));
});

test('a lock of this very process is not taken over', () => {
  rmSync(join(folder, 'lock'), { force: true });
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'DATA_IN_USE' }));
  unlock();
  lockFolder(folder)();
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux(
  'an owner that was killed locks nothing, though its parent has not taken notice (Linux)',
  async () => {
    // The shell becomes a program that never asks after its child, which is killed only then.
    const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 600'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    try {
      const [output] = await once(parent.stdout, 'data');
      const child = Number(output);
      while (!stateOf(parent.pid).startsWith('(sleep)')) await turn();
      process.kill(child, 'SIGKILL');
      while (!stateOf(child).includes(') Z ')) await turn();
      expect(process.kill(child, 0)).toBe(true);
      lockedBy(child);
      lockFolder(folder)();
    } finally {
      parent.kill('SIGKILL');
    }
  },
);

/** The program's name in brackets and the letter of its state, as Linux tells them. */
const stateOf = (processId: number | undefined): string =>
  readFileSync(`/proc/${processId}/stat`, 'utf8').split(' ').slice(1, 3).concat('').join(' ');
