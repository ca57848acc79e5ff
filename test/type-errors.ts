/** What the TypeScript compiler says of files, for tests. */
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const COMPILER = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');

/**
 * The compiler's errors, none where the files are sound. It would take four checkers by itself, which all learn the same types: here one
 * does, for other tests use the machine's cores meanwhile.
 */
export const typeErrors = async (folder: string, ...options: string[]): Promise<string[]> => {
  const args = [COMPILER, '--pretty', 'false', '--checkers', '1', ...options];
  return promisify(execFile)(process.execPath, args, { cwd: folder }).then(
    () => [],
    ({ stdout = '', message }: { stdout?: string; message: string }) => {
      const lines = stdout.split('\n').filter((line) => line.includes('error'));
      // Where it could not run it has said nothing of the files.
      return lines.length > 0 ? lines : [message];
    },
  );
};
