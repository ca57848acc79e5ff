/** duplicates (POST, scheduled): compares the whole register, in one or several calls, and lists what may be one company on its tab. */

import { runDuplicatesJob } from '../app/duplicates-job';
import { rowLinks } from '../app/row-links';
import { duplicatesFunction } from '../contract/duplicates';
import type { Wait } from '../sheets/retry';
import { endpoint } from './endpoint';
import { registerSheetOf, type Service } from './service';
import { throwAsSheetProblem } from './sheet-problems';
import { jobTimeLimit } from './time-limit';

/** `wait` is between two tries at Google Sheets: real time unless given. */
export const duplicatesRoute = (service: Service, wait?: Wait) =>
  endpoint(
    duplicatesFunction,
    {
      POST: async ({ body: { from }, caller }) => {
        const registerSheetId = registerSheetOf(service);
        return runDuplicatesJob(service.clock(), {
          db: service.db,
          sheets: await service.sheets(),
          links: rowLinks(service.links),
          registerSheetId,
          // A person asks again with `next`; the scheduler always asks the same, and goes on where its last run ended.
          resume: caller === null || from > 0,
          isTimeUp: jobTimeLimit(service, caller),
          wait,
        }).catch(throwAsSheetProblem);
      },
    },
    service.jobEndpointDeps,
  );
