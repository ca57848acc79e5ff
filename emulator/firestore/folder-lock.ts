/** Keeps two servers from one folder: a file with the owner's process ID, taken over when that process is dead. */
import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Folders that this very process holds. */
const heldFolders = new Set<string>();

/** Answers how to let go of the folder; throws if another living process has it. */
export function lockFolder(folder: string): () => void {
  const path = join(resolve(folder), 'lock');
  if (heldFolders.has(path)) throw folderInUse(folder, process.pid);
  while (!createLockFile(path)) removeStaleLock(path, folder);
  heldFolders.add(path);
  return () => {
    heldFolders.delete(path);
    rmSync(path, { force: true });
  };
}

function createLockFile(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Renames the stale file away first, so that of two who find it only one takes it, and a fresh one is put back. */
function removeStaleLock(path: string, folder: string): void {
  const seen = readLockFile(path);
  if (seen !== undefined && isAlive(Number(seen))) throw folderInUse(folder, Number(seen));
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const taken = readLockFile(aside);
  if (taken === seen) rmSync(aside);
  else renameSync(aside, path);
}

function readLockFile(path: string): string | undefined {
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

const folderInUse = (folder: string, pid: number) =>
  new Error(`The data in ${folder} are in use by process ${pid}. Stop it first, or choose another folder.`);

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
