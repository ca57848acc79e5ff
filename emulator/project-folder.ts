/** The folder of the project's sources, for code that runs from them or bundled in another folder. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MARKER_FILE = 'emulator/page/client/main.ts';

const findAbove = (start: string): string | null => {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, MARKER_FILE))) return folder;
    if (folder === dirname(folder)) return null;
  }
};

/** A bundle outside the project must be started from within it. */
export function projectFolder(): string {
  const folder = findAbove(__dirname) ?? findAbove(process.cwd());
  if (folder === null) throw new Error('The sources of Hachi are not here.');
  return folder;
}
