/** What the function `layout` does: the stored keys are brought up to date, then the register is laid out and refreshed. */
import { reindexAccounts } from '../store/reindex';
import { type RegisterJobDeps, runRegisterJob } from './register-job';
import type { RegisterRun } from './register-run';

/** Throws as `runRegisterJob` does. A new version of the product may find companies by other keys than the stored ones. */
export const layOutRegister = async (now: Date, deps: RegisterJobDeps): Promise<RegisterRun> => {
  await reindexAccounts(deps.db);
  return runRegisterJob(now, deps);
};
