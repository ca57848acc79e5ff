/** The folder that keeps everything of the local suite between starts: whose it is, who uses it, who may read it, and its emptying. */
import { existsSync, lstatSync, readFileSync, realpathSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { suiteProblem } from '../problems/suite-problem';
import { lockFolder } from './folder-lock';
import { type DataPart, isOfEarlierVersion, MARKER_FILE, readFolderContent } from './known-files';
import { makePrivate, makePrivateFolder, replacePrivateFile } from './private-files';

export interface DataFolder {
  /** The path of a part of the suite in the folder. */
  pathOf(part: DataPart): string;
  /**
   * To be called when nothing else can keep the suite from starting: empties the folder where that was wanted, and takes
   * what is left away from everybody but its owner.
   */
  prepare(): void;
  /** Unlocks the folder. */
  close(): void;
}

/** What the marker file says. */
interface Marker {
  /** How the files are laid out. */
  format: number;
  /** A removal was begun; it goes on at the next start. */
  resetting?: true;
}

const FORMAT = 1;

/**
 * Locks the folder, which is made where it is missing, and changes nothing else. With `reset`, `prepare` will remove what
 * is the suite's in it, by name. Throws a SuiteProblem where another suite uses the folder, where it is not one of
 * Hachi's (then nothing is written into it), and where it is to be emptied and holds something else, too.
 */
export function openDataFolder(
  path: string,
  { reset, home = homedir() }: { reset: boolean; home?: string },
): DataFolder {
  if (path.trim() === '') throw suiteProblem('DATA_NAME_EMPTY');
  makeMissingFolder(path);
  const folder = realpathSync(path);
  refuseForeign(folder, home);
  const unlock = lockFolder(folder);
  const { others } = readFolderContent(folder);
  if (reset && others.length > 0) {
    unlock();
    throw suiteProblem('DATA_HOLDS_MORE', folder, others);
  }
  return {
    pathOf: (part) => join(folder, part),
    prepare() {
      if (reset || readMarker(folder)?.resetting) removeOwnFiles(folder);
      else writeMarker(folder, { format: FORMAT });
      const { files, locks, folders } = readFolderContent(folder);
      for (const own of ['.', ...folders, ...files, ...locks]) makePrivate(join(folder, own));
    },
    close: unlock,
  };
}

function makeMissingFolder(path: string): void {
  if (!existsSync(path)) {
    // A symbolic link that leads nowhere exists all the same.
    if (lstatSync(path, { throwIfNoEntry: false })) throw suiteProblem('DATA_NOT_A_FOLDER', resolve(path));
    makePrivateFolder(path);
  }
  if (!statSync(path).isDirectory()) throw suiteProblem('DATA_NOT_A_FOLDER', resolve(path));
}

/** An empty folder becomes one of Hachi's, but neither somebody's home nor a whole disk. */
function refuseForeign(folder: string, home: string): void {
  const marker = readMarker(folder);
  if (marker) {
    if (marker.format > FORMAT) throw suiteProblem('DATA_NEWER', folder);
    return;
  }
  const content = readFolderContent(folder);
  if (isOfEarlierVersion(content)) return;
  const names = [...content.others, ...content.folders, ...content.files.filter(isNoMarkerDraft)];
  if (names.length > 0 || isRootOrHome(folder, home)) throw suiteProblem('DATA_NOT_OURS', folder, names);
}

/** A draft of the marker file is left where the very first start was killed. */
const isNoMarkerDraft = (file: string): boolean => !file.startsWith(`${MARKER_FILE}.`);

const isRootOrHome = (folder: string, home: string): boolean =>
  folder === dirname(folder) || (existsSync(home) && folder === realpathSync(home));

/** Null where there is none, and where a file of that name is something else's. */
function readMarker(folder: string): Marker | null {
  const path = join(folder, MARKER_FILE);
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  try {
    const { product, format, resetting } = JSON.parse(readFileSync(path, 'utf8'));
    if (product !== 'hachi' || !Number.isInteger(format)) return null;
    return { format, ...(resetting === true && { resetting }) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

const writeMarker = (folder: string, marker: Marker): void =>
  replacePrivateFile(join(folder, MARKER_FILE), `${JSON.stringify({ product: 'hachi', ...marker })}\n`);

/** Killed in the middle, it goes on at the next start: half of the files would be no state of the suite at all. */
function removeOwnFiles(folder: string): void {
  writeMarker(folder, { format: FORMAT, resetting: true });
  const remove = (path: string): void => rmSync(join(folder, path), { force: true });
  const { folders } = readFolderContent(folder);
  // Earlier versions lock this folder only.
  const unlockStore = folders.includes('firestore') ? lockFolder(join(folder, 'firestore')) : () => undefined;
  try {
    for (const file of readFolderContent(folder).files) if (file !== MARKER_FILE) remove(file);
  } finally {
    unlockStore();
  }
  for (const lock of readFolderContent(folder).locks) if (dirname(lock) !== '.') remove(lock);
  for (const own of folders) removeIfEmpty(join(folder, own));
  writeMarker(folder, { format: FORMAT });
}

/** What is not the suite's may have come into it only just now. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
  }
}
