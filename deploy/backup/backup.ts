/** `npm run backup` and `npm run restore`: writes all documents of Hachi to files, and files into an empty Firestore. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openFirestore } from '../../functions/store/firestore';
import { DeployError } from '../deploy-error';
import { restoreBackup } from './restore-backup';
import { takeBackup } from './take-backup';

const HELP = `npm run backup  -- FOLDER --project ID    everything that is stored, to files in FOLDER
npm run restore -- FOLDER --project ID    these files, into the empty Firestore of another project

Ended before its end, the same command goes on. Sign in before: gcloud auth application-default login; or set
FIRESTORE_EMULATOR_HOST. Not verified against Google.`;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    options: { project: { type: 'string' }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [verb, named] = positionals;
  if (values.help) return print(HELP);
  if (named === undefined || values.project === undefined) throw new DeployError(HELP);
  const db = openFirestore(values.project);
  const run = { db, project: values.project, folder: resolve(named), print };
  try {
    if (verb === 'restore') print(`Restored, compared and equal: ${await restoreBackup(run)} documents.`);
    else {
      const { parts } = await takeBackup(run);
      const count = parts.reduce((sum, { documents }) => sum + documents, 0);
      print(`Backed up: ${count} documents in ${parts.length} files in ${run.folder}.`);
    }
  } finally {
    await db.terminate();
  }
};

main().catch((error: unknown) => {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${error instanceof DeployError ? error.message : message}\n`);
  process.exit(1);
});
