/** The folder of a backup: parts of some hundred documents, and a list of them, which says whether it is whole. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DeployError } from '../deploy-error';

const LIST = 'backup.json';

const listSchema = z.strictObject({
  /** Of these files. */
  form: z.literal(1),
  /** Of Hachi that made it. */
  version: z.string(),
  project: z.string(),
  /** All documents are as they were then. */
  readTime: z.strictObject({ seconds: z.int(), nanoseconds: z.int() }),
  parts: z.array(
    z.strictObject({
      file: z.string().regex(/^[\w-]+\.jsonl$/),
      collection: z.string(),
      documents: z.int(),
      /** Path of its last document: the next part begins behind it. */
      last: z.string(),
      sha256: z.string(),
    }),
  ),
  /** Collections that are out as a whole. */
  done: z.array(z.string()),
  complete: z.boolean(),
});
export type BackupList = z.output<typeof listSchema>;
export type BackupPart = BackupList['parts'][number];

/** Null where nothing was begun. Throws where the folder holds anything else. */
export const readBackupList = (folder: string): BackupList | null => {
  const file = join(folder, LIST);
  if (existsSync(file)) return listSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (existsSync(folder) && readdirSync(folder).some((name) => !name.endsWith('.new')))
    throw new DeployError(
      `${folder} holds something else: name an empty folder, or one that does not exist yet.`,
    );
  return null;
};

export const writeBackupList = (folder: string, list: BackupList): void =>
  writeWhole(folder, LIST, `${JSON.stringify(list, null, 1)}\n`);

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const writePart = (folder: string, file: string, lines: readonly string[]): string => {
  const text = `${lines.join('\n')}\n`;
  writeWhole(folder, file, text);
  return sha256(text);
};

/** The lines of a part. Throws where they are not those that were written. */
export const readPart = (folder: string, part: BackupPart): readonly string[] => {
  const file = join(folder, part.file);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (sha256(text) !== part.sha256)
    throw new DeployError(`${file} is not as it was written: take another backup.`);
  return text.trimEnd().split('\n');
};

/** For its owner only, for it holds all that is known of people; whole or not at all, for a run may be killed at any moment. */
const writeWhole = (folder: string, name: string, text: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
};
