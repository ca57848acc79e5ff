/** Keeps two servers from using one folder: by a file with the owner's process ID, which is taken over when that process is dead. */
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { suiteProblem } from '../problems/suite-problem';
import { createPrivateFile } from './private-files';

const LOCK_FILE = 'lock';
/** The file's name, and the one that it has while it is made or taken over. */
export const LOCK_FILE_NAME = /^lock(?:\.[0-9a-f-]{36})?$/;
/** What stands in it; nothing, where an earlier version was killed before it had written. */
export const LOCK_FILE_CONTENT = /^\d{0,20}$/;

/** Lock files that this very process holds. */
const heldLocks = new Set<string>();

/** Returns the function that unlocks the folder. Throws DATA_IN_USE if a living process has locked it. */
export function lockFolder(folder: string): () => void {
  const path = join(realpathSync(folder), LOCK_FILE);
  if (heldLocks.has(path)) throw suiteProblem('DATA_IN_USE', folder, path, process.pid);
  while (!createLockFile(path)) removeStaleLock(path, folder);
  heldLocks.add(path);
  return () => {
    heldLocks.delete(path);
    rmSync(path, { force: true });
  };
}

/** Linked when it is written: nobody ever sees it without the owner's process ID. */
function createLockFile(path: string): boolean {
  const written = `${path}.${randomUUID()}`;
  try {
    createPrivateFile(written, String(process.pid));
    linkSync(written, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(written, { force: true });
  }
}

/** Renames the stale file first, so that only one of two processes removes it; a fresh file is put back. */
function removeStaleLock(path: string, folder: string): void {
  const owner = readLockFile(path);
  if (owner !== undefined && isAlive(Number(owner)))
    throw suiteProblem('DATA_IN_USE', folder, path, Number(owner));
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
function isAlive(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0 || processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return !isZombie(processId);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Whether the process has ended, and its parent has not asked how: the first process of many a container never does. Only Linux
 * tells, by the letter behind the name.
 */
function isZombie(processId: number): boolean {
  try {
    return /\) [ZX] [^)]*$/.test(readFileSync(`/proc/${processId}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
