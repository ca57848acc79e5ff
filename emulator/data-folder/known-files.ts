/** Which files of a data folder are the suite's, by their names: nothing else in it is ever changed or removed. */
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCK_FILE_CONTENT, LOCK_FILE_NAME } from './folder-lock';
import { PARTIAL_FILE } from './private-files';

/** What a part of the suite keeps in the folder: a folder or a file. */
export type DataPart = keyof typeof DATA_PARTS;

/** By the part's name: the files that it may hold, or null where it is a file itself. */
const DATA_PARTS = {
  firestore: [/^firestore\.jsonl(?:\.new)?$/, LOCK_FILE_NAME],
  sheets: [/^[\w%.~!*'()-]+\.jsonl(?:\.tmp)?$/],
  script: [/^apps-script\.json$/],
  'queue-script': [/^apps-script\.json$/],
  mails: [/^\d{6}\.eml$/],
  chats: [/^\d{6}\.json$/],
  'identity.pem': null,
} as const satisfies Record<string, readonly RegExp[] | null>;

export const MARKER_FILE = 'hachi.json';

/** Versions without the marker file: no folder of anything else holds this file. */
const FILE_OF_EARLIER_VERSIONS = 'sheets/hachi-register.jsonl';

export interface FolderContent {
  /** The suite's files, with paths relative to the folder, without its lock files. */
  files: string[];
  locks: string[];
  /** The suite's folders in it. */
  folders: string[];
  /** Everything else, also a symbolic link in the place of a file or folder of the suite. */
  others: string[];
}

/** The content of the folder, which has to exist. */
export function readFolderContent(folder: string): FolderContent {
  const content: FolderContent = { files: [], locks: [], folders: [], others: [] };
  for (const entry of entriesOf(folder)) {
    const patterns = entry.isDirectory() ? patternsOf(entry.name) : null;
    if (patterns) {
      content.folders.push(entry.name);
      for (const below of entriesOf(join(folder, entry.name)))
        sortEntry(content, folder, join(entry.name, below.name), below, isAmong(below.name, patterns));
    } else sortEntry(content, folder, entry.name, entry, isTopFile(entry.name));
  }
  return content;
}

export const isOfEarlierVersion = ({ files }: FolderContent): boolean =>
  files.includes(join(FILE_OF_EARLIER_VERSIONS));

const entriesOf = (folder: string): Dirent[] => readdirSync(folder, { withFileTypes: true });

function sortEntry(
  content: FolderContent,
  folder: string,
  path: string,
  entry: Dirent,
  isKnown: boolean,
): void {
  if (!entry.isFile() || !isKnown) content.others.push(path);
  else if (!LOCK_FILE_NAME.test(entry.name)) content.files.push(path);
  else if (LOCK_FILE_CONTENT.test(readFileSync(join(folder, path), 'utf8'))) content.locks.push(path);
  else content.others.push(path);
}

const patternsOf = (name: string): readonly RegExp[] | null =>
  new Map<string, readonly RegExp[] | null>(Object.entries(DATA_PARTS)).get(name) ?? null;

const isAmong = (name: string, patterns: readonly RegExp[]): boolean => {
  const whole = name.replace(PARTIAL_FILE, '');
  return patterns.some((pattern) => pattern.test(whole));
};

const isTopFile = (name: string): boolean =>
  name.replace(PARTIAL_FILE, '') === MARKER_FILE || isAmong(name, [LOCK_FILE_NAME, /^identity\.pem$/]);
