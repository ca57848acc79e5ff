/** Keeps two servers from using one folder: by a file with the owner's process ID, which is taken over when that process is dead. */
import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Folders that this very process holds. */
const heldFolders = new Set<string>();

/** Returns the function that unlocks the folder. Throws if a living process has locked it. */
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

/** Renames the stale file first, so that only one of two processes removes it; a fresh file is put back. */
function removeStaleLock(path: string, folder: string): void {
  const owner = readLockFile(path);
  if (owner !== undefined && isAlive(Number(owner))) throw folderInUse(folder, Number(owner));
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const renamedOwner = readLockFile(aside);
  if (renamedOwner === owner) rmSync(aside);
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

/** This process's own ID in the file is that of an earlier process, as happens in containers. */
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
