/** layout (POST, scheduled): lays the register's sheet out, repairs it and refreshes its rows: it only writes the truth. */
import { layoutRequest } from '../contract';
import { isManager } from '../domain/team';
import { runRegister } from '../schedule/register';
import type { Service } from '../service';
import type { Wait } from '../sheets/failures';
import { RegisterRefused } from '../sheets/register-refused';
import { rekey } from '../store/rekey';
import { endpoint } from './endpoint';
import { Problem } from './problems';
import { asSheetProblem } from './sheet-problems';

const MAX_BYTES = 1024;

/** `wait` is between two tries at Google Sheets: real time unless given. */
export const layout = (service: Service, wait?: Wait) =>
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
        await rekey(service.db);
        const run = await runRegister(service.clock(), {
          db: service.db,
          sheets: await service.sheets(),
          registerSheetId: registerSheet,
          discardRequests,
          wait,
        }).catch(asProblem);
        return { status: 200, body: run };
      },
    },
    service.jobEntrance,
  );

const asProblem = (error: unknown): never => {
  if (error instanceof RegisterRefused) throw new Problem(error.code, { facts: error.facts });
  return asSheetProblem(error);
};
