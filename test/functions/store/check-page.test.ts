import { spawnSync } from 'node:child_process';
import { usingProgram } from '../../processes';

const program = usingProgram('test/functions/store/check-cut.ts');

test('a check whose Firestore is gone fails, and the process that runs it goes on with the next', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program()], {
    encoding: 'utf8',
    env: { ...process.env, FIRESTORE_EMULATOR_HOST: '' },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { calls, failed } = JSON.parse(stdout);
  expect(calls).toBeGreaterThan(5);
  expect(failed).toBe(calls);
});
