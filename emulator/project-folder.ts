/** Where the project's sources are, whether this runs as it is or bundled into another folder. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MARKER_FILE = 'emulator/page/client/main.ts';

const findAbove = (start: string): string | null => {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, MARKER_FILE))) return folder;
    if (folder === dirname(folder)) return null;
  }
};

/** A program that was bundled elsewhere is started from within the project. */
export function projectFolder(): string {
  const found = findAbove(__dirname) ?? findAbove(process.cwd());
  if (found === null) throw new Error('The sources of Hachi are not here.');
  return found;
}
