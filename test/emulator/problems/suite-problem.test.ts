import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suiteProblem, toSuiteProblem } from '../../../emulator/problems/suite-problem';

const folder = mkdtempSync(join(tmpdir(), 'hachi-problem-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const errorOf = async (act: () => unknown): Promise<unknown> => {
  try {
    await act();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing failed.');
};

const listen = (port: number): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server));
  });

/** A device of Linux and BSD on which every write fails as on a full disk. */
const FULL_DEVICE = '/dev/full';

/** An error as the operating system gives it, for what a test cannot bring about on every machine. */
const systemError = (code: string, facts: object): Error =>
  Object.assign(new Error(`${code}: …`), { code, ...facts });

test('a port that another server has', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const problem = toSuiteProblem(await errorOf(() => listen(port)));
  server.close();
  expect(problem).toMatchObject({ code: 'PORT_IN_USE', message: expect.stringContaining(String(port)) });
});

test('a file where a folder should be', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const error = await errorOf(() => mkdir(join(file, 'below'), { recursive: true }));
  expect(toSuiteProblem(error)?.code).toBe('DATA_NOT_A_FOLDER');
});

(process.platform === 'linux' ? test : test.skip)('a full disk', async () => {
  const device = openSync(FULL_DEVICE, 'w');
  const error = await errorOf(() => writeSync(device, 'x'));
  closeSync(device);
  expect(toSuiteProblem(error)?.code).toBe('DISK_FULL');
});

test.each([
  ['EDQUOT', {}, 'DISK_FULL'],
  ['EFBIG', {}, 'DISK_FULL'],
  ['ENAMETOOLONG', { path: '/data' }, 'DATA_UNUSABLE'],
  ['EROFS', { path: '/data' }, 'DATA_UNUSABLE'],
  ['EACCES', { path: '/data' }, 'DATA_UNUSABLE'],
  ['EPERM', { path: '/data' }, 'DATA_UNUSABLE'],
  ['EACCES', { syscall: 'listen', port: 80 }, 'PORT_FORBIDDEN'],
])('%s %j is %s', (errno, facts, code) => {
  expect(toSuiteProblem(systemError(errno, facts))).toMatchObject({
    code,
    words: { ja: expect.any(String), en: expect.any(String) },
  });
});

test('a problem is itself; every other error is none', () => {
  const problem = suiteProblem('PORT_INVALID', 'eighty');
  expect(toSuiteProblem(problem)).toBe(problem);
  for (const other of [new Error('x'), systemError('ENOENT', {}), 'x', null])
    expect(toSuiteProblem(other)).toBeNull();
});
