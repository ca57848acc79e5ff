/** layout (POST, scheduled): lays the register's sheet out, repairs it and refreshes its rows: it only writes the truth. */

import { layOutRegister } from '../app/lay-out-register';
import { rowLinks } from '../app/row-links';
import { layoutFunction } from '../contract/layout';
import { isManager } from '../domain/account/team';
import { RegisterRefusedError } from '../sheets/register-refusal';
import type { Wait } from '../sheets/retry';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import { registerSheetOf, type Service } from './service';
import { throwAsSheetProblem } from './sheet-problems';
import { jobTimeLimit } from './time-limit';

/** `wait` is between two tries at Google Sheets: real time unless given. */
export const layoutRoute = (service: Service, wait?: Wait) =>
  endpoint(
    layoutFunction,
    {
      POST: async ({ body: { discardRequests }, caller }) => {
        if (discardRequests && (caller === null || !isManager(caller.member)))
          throw new Problem('ROLE_NOT_ALLOWED');
        const registerSheetId = registerSheetOf(service);
        return layOutRegister(service.clock(), {
          db: service.db,
          sheets: await service.sheets(),
          links: rowLinks(service.links),
          registerSheetId,
          discardRequests,
          isScheduled: caller === null,
          isTimeUp: jobTimeLimit(service, caller),
          wait,
        }).catch(throwAsProblem);
      },
    },
    service.jobEndpointDeps,
  );

const throwAsProblem = (error: unknown): never => {
  if (error instanceof RegisterRefusedError) throw new Problem(error.refusal);
  return throwAsSheetProblem(error);
};
