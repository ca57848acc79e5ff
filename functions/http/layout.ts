/** layout (POST, scheduled): lays the register's sheet out, repairs it and refreshes its rows: it only writes the truth. */

import { runRegisterJob } from '../app/register-job';
import { layoutRequest } from '../contract/contract';
import { isManager } from '../domain/account/team';
import { RegisterRefusedError } from '../sheets/register-refusal';
import type { Wait } from '../sheets/retry';
import { reindexAccounts } from '../store/reindex';
import { endpoint } from './endpoint';
import { Problem } from './problems';
import type { Service } from './service';
import { throwAsSheetProblem } from './sheet-problems';

const MAX_BYTES = 1024;

/** `wait` is between two tries at Google Sheets: real time unless given. */
export const layoutRoute = (service: Service, wait?: Wait) =>
  endpoint(
    {
      method: 'POST',
      accepts: 'json',
      maxBytes: MAX_BYTES,
      input: layoutRequest,
      handle: async ({ discardRequests }, caller) => {
        if (discardRequests && (caller === null || !isManager(caller.member)))
          throw new Problem('ROLE_NOT_ALLOWED');
        const { registerSheet } = service.config;
        if (registerSheet === null) throw new Problem('REGISTER_SHEET_NOT_SET');
        // A new version may find companies by other keys; the scheduled run brings those of before along.
        await reindexAccounts(service.db);
        const run = await runRegisterJob(service.clock(), {
          db: service.db,
          sheets: await service.sheets(),
          registerSheetId: registerSheet,
          discardRequests,
          wait,
        }).catch(throwAsProblem);
        return { status: 200, body: run };
      },
    },
    service.jobEndpointDeps,
  );

const throwAsProblem = (error: unknown): never => {
  if (error instanceof RegisterRefusedError) throw new Problem(error.code, { facts: error.facts });
  return throwAsSheetProblem(error);
};
