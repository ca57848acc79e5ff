/** Where the project's sources are, whether this runs as it is or bundled into another folder. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MARK = 'emulator/page/client/main.ts';

const above = (start: string): string | null => {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, MARK))) return folder;
    if (folder === dirname(folder)) return null;
  }
};

/** A program that was bundled elsewhere is started from within the project. */
export function projectFolder(): string {
  const found = above(__dirname) ?? above(process.cwd());
  if (found === null) throw new Error('The sources of Hachi are not here.');
  return found;
}
