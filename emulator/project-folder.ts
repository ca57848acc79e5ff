/** Where the project's sources are, whether this runs as it is or bundled into another folder of the project. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export function projectFolder(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'emulator/page/client/main.ts'))) return folder;
    if (folder === dirname(folder)) throw new Error('The sources of Hachi are not here.');
  }
}
