/**
 * Files and folders that only their owner may read: they hold a team's accounts and the key that signs its identity
 * tokens. Whatever writes into the data folder does so by these functions.
 */
import { chmodSync, existsSync, lstatSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const FOR_OTHERS = 0o077;

/** With the folders above it, where they are missing. One that exists stays as it is. */
export function makePrivateFolder(path: string): void {
  // Step by step: where the system lets nobody make folders, Node.js' own recursive way never ends.
  if (existsSync(path)) return;
  makePrivateFolder(dirname(path));
  try {
    mkdirSync(path, { mode: FOLDER_MODE });
  } catch (error) {
    // Another process may have been faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** A file descriptor. */
export function openPrivateFile(path: string, flags: 'a' | 'a+' | 'w'): number {
  return openSync(path, flags, FILE_MODE);
}

/** Throws EEXIST where the file exists. */
export function createPrivateFile(path: string, content: string): void {
  writeFileSync(path, content, { flag: 'wx', mode: FILE_MODE });
}

/** A crash leaves either the old file or the new one, whole; besides, perhaps, a file that `PARTIAL_FILE` matches. */
export function replacePrivateFile(path: string, content: string | Buffer): void {
  const partial = `${path}.${process.pid}.partial`;
  writeFileSync(partial, content, { mode: FILE_MODE });
  renameSync(partial, path);
}

/** What the name of a file ends in while `replacePrivateFile` writes it. */
export const PARTIAL_FILE = /\.\d+\.partial$/;

/** Takes an existing file or folder away from everybody but its owner. A symbolic link leads elsewhere: it is left alone. */
export function makePrivate(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink() || (entry.mode & FOR_OTHERS) === 0) return;
  chmodSync(path, entry.isDirectory() ? FOLDER_MODE : FILE_MODE);
}
