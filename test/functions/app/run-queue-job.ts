/** The queue job as a process of its own, that can be killed; its arguments say where everything is. */
import { runQueueJob } from '../../../functions/app/queue-job';
import { openSheets } from '../../../functions/sheets/client';
import { openFirestore } from '../../../functions/store/firestore';

const run = async ([
  host = '',
  project = '',
  rootUrl = '',
  now = '',
  queueSheetId = '',
]: string[]): Promise<void> => {
  process.env.FIRESTORE_EMULATOR_HOST = host;
  const db = openFirestore(project);
  const sheets = openSheets(rootUrl);
  const done = await runQueueJob(new Date(now), { db, sheets, queueSheetId, links: () => undefined });
  await db.terminate();
  process.stdout.write(`${JSON.stringify(done)}\n`);
};

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
