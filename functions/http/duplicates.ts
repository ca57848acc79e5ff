/** duplicates (POST, scheduled): compares the whole register now, and lists what may be one company on its tab. */

import { runDuplicatesJob } from '../app/duplicates-job';
import { duplicatesRequest } from '../contract/contract';
import type { Wait } from '../sheets/retry';
import { endpoint } from './endpoint';
import { Problem } from './problems';
import type { Service } from './service';
import { throwAsSheetProblem } from './sheet-problems';

const MAX_BYTES = 1024;

/** `wait` is between two tries at Google Sheets: real time unless given. */
export const duplicatesRoute = (service: Service, wait?: Wait) =>
  endpoint(
    {
      method: 'POST',
      accepts: 'json',
      maxBytes: MAX_BYTES,
      input: duplicatesRequest,
      handle: async ({ from }, caller) => {
        const { registerSheet } = service.config;
        if (registerSheet === null) throw new Problem('REGISTER_SHEET_NOT_SET');
        const until = Date.now() + service.maxRunMilliseconds;
        const run = await runDuplicatesJob(service.clock(), {
          db: service.db,
          sheets: await service.sheets(),
          registerSheetId: registerSheet,
          goesOn: from > 0,
          // A person waits for the answer and asks again; the scheduler asks once.
          enough: () => caller !== null && Date.now() >= until,
          wait,
        }).catch(throwAsSheetProblem);
        return { status: 200, body: run };
      },
    },
    service.jobEndpointDeps,
  );
