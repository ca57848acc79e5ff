/** What the functions have sent, mails or messages to rooms: a file each, or in memory. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder, replacePrivateFile } from '../data-folder/private-files';

export interface Mailbox {
  /** As they came, the oldest first. */
  sources(): readonly string[];
  keep(source: string): void;
}

/** Of a million, the names still sort by their numbers. */
const fileName = (number: number, kind: FileKind): string => `${String(number).padStart(6, '0')}.${kind}`;

type FileKind = 'eml' | 'json';

/** `folder` is null where everything is kept in memory; it is made with the first source. */
export const openMailbox = (folder: string | null, kind: FileKind = 'eml'): Mailbox => {
  const sources = folder === null ? [] : storedSources(folder, kind);
  return {
    sources: () => sources,
    keep: (source) => {
      sources.push(source);
      if (folder === null) return;
      makePrivateFolder(folder);
      replacePrivateFile(join(folder, fileName(sources.length, kind)), source);
    },
  };
};

const storedSources = (folder: string, kind: FileKind): string[] => {
  try {
    const names = readdirSync(folder).filter((name) => /^\d{6}\./.test(name) && name.endsWith(`.${kind}`));
    return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};
