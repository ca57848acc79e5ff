/**
 * The folder of a backup: parts with some hundred documents each, and a list of them that tells whether the backup is complete.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DeployError } from '../deploy-error';

const LIST = 'backup.json';

const listSchema = z.strictObject({
  /** Version of the files' format. */
  form: z.literal(1),
  /** Version of Hachi that made the backup. */
  version: z.string(),
  project: z.string(),
  /** The instant as of which all documents were read. */
  readTime: z.strictObject({ seconds: z.int(), nanoseconds: z.int() }),
  parts: z.array(
    z.strictObject({
      file: z.string().regex(/^[\w-]+\.jsonl$/),
      collection: z.string(),
      documents: z.int(),
      /** Path of the part's last document; the next part begins after it. */
      last: z.string(),
      sha256: z.string(),
    }),
  ),
  /** Collections that are completely backed up. */
  done: z.array(z.string()),
  complete: z.boolean(),
});
export type BackupList = z.output<typeof listSchema>;
export type BackupPart = BackupList['parts'][number];

/** Null where no backup was begun. Throws where the folder holds anything else. */
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

/** The lines of a part. Throws where they differ from what was written. */
export const readPart = (folder: string, part: BackupPart): readonly string[] => {
  const file = join(folder, part.file);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (sha256(text) !== part.sha256)
    throw new DeployError(`${file} is not as it was written: take another backup.`);
  return text.trimEnd().split('\n');
};

/**
 * Only its owner may read the file, since it holds personal data. It is written completely or not at all, since a run may be
 * killed at any moment.
 */
const writeWhole = (folder: string, name: string, text: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
};
