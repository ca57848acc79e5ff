/** Keeps two servers from one folder: a file with the owner's process ID, taken over when that process is dead. */
import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Folders that this very process holds. */
const held = new Set<string>();

/** Answers how to let go of the folder; throws if another living process has it. */
export function lockFolder(folder: string): () => void {
  const path = join(resolve(folder), 'lock');
  if (held.has(path)) throw inUse(folder, process.pid);
  while (!create(path)) takeAwayStale(path, folder);
  held.add(path);
  return () => {
    held.delete(path);
    rmSync(path, { force: true });
  };
}

function create(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Renames the stale file away first, so that of two who find it only one takes it, and a fresh one is put back. */
function takeAwayStale(path: string, folder: string): void {
  const seen = read(path);
  if (seen !== undefined && isAlive(Number(seen))) throw inUse(folder, Number(seen));
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const taken = read(aside);
  if (taken === seen) rmSync(aside);
  else renameSync(aside, path);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Our own ID in the file was left by a former process that had it, as happens in containers. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

const inUse = (folder: string, pid: number) =>
  new Error(`The data in ${folder} are in use by process ${pid}. Stop it first, or choose another folder.`);

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
