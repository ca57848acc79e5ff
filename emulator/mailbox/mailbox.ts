/** The mails that the functions have sent: a file each, or in memory. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder, replacePrivateFile } from '../data-folder/private-files';

export interface Mailbox {
  /** As they came, the oldest first. */
  sources(): readonly string[];
  keep(source: string): void;
}

const MAIL_FILE = /^(\d{6})\.eml$/;

/** Of a million, the names still sort by their numbers. */
const fileName = (number: number): string => `${String(number).padStart(6, '0')}.eml`;

/** `folder` is null where everything is kept in memory; it is made with the first mail. */
export const openMailbox = (folder: string | null): Mailbox => {
  const sources = folder === null ? [] : storedMails(folder);
  return {
    sources: () => sources,
    keep: (source) => {
      sources.push(source);
      if (folder === null) return;
      makePrivateFolder(folder);
      replacePrivateFile(join(folder, fileName(sources.length)), source);
    },
  };
};

const storedMails = (folder: string): string[] => {
  try {
    const names = readdirSync(folder).filter((name) => MAIL_FILE.test(name));
    return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};
