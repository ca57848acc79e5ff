/** Behind every torture: the check of the store finds nothing. */
import type { Firestore } from '@google-cloud/firestore';
import { runCheckJob } from '../../functions/app/check-job';
import type { TortureRun } from './torture-run';

export const expectSoundStore = async (db: Firestore, run: TortureRun): Promise<void> => {
  const { checked, findings } = await runCheckJob(new Date(), db, null, () => false);
  run.count('accounts checked', checked.accounts);
  run.count('entries checked', checked.entries);
  for (const { code, document, detail } of findings) run.violation(`${document}: ${code} (${detail})`);
};
