/** What is bundled from the sources is kept in build/ under their hash: building it anew at every start takes longer. */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectFolder } from './project-folder';

const SOURCE = /\.(?:tsx?|css|html|json)$/;

/**
 * Of all sources in these folders of the project, and of the versions of all packages. Reads without promises: several hundred
 * small files take a third of the time so, and nothing else can go on before.
 */
export function hashSources(...folders: readonly string[]): string {
  const root = projectFolder();
  const hash = createHash('sha256');
  for (const folder of folders)
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (SOURCE.test(name)) hash.update(`${name}\n`).update(readFileSync(join(root, folder, name)));
  hash.update(readFileSync(join(root, 'package-lock.json')));
  return hash.digest('hex').slice(0, 16);
}

/** Another process may write the same file at the same time: a rename replaces it whole, by the same content. */
export async function writeWhole(file: string, content: string | Buffer): Promise<void> {
  const unfinished = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(unfinished, content);
  await rename(unfinished, file);
}

/** The JSON value that `build` answers, which follows from the sources in these folders. */
export async function keptBuild<Value>(
  name: string,
  folders: readonly string[],
  build: () => Promise<Value>,
): Promise<Value> {
  const file = join(projectFolder(), 'build', name, `${hashSources(...folders)}.json`);
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return JSON.parse(kept);
  const value = await build();
  await writeWhole(file, JSON.stringify(value));
  return value;
}
