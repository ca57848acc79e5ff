/** duplicates (POST, scheduled): compares the whole register now, and lists what may be one company on its tab. */
import { duplicatesRequest } from '../contract';
import { runDuplicates } from '../schedule/duplicates';
import type { Service } from '../service';
import type { Wait } from '../sheets/failures';
import { endpoint } from './endpoint';
import { Problem } from './problems';
import { asSheetProblem } from './sheet-problems';

const MAX_BYTES = 1024;

/** `wait` is between two tries at Google Sheets: real time unless given. */
export const duplicates = (service: Service, wait?: Wait) =>
  endpoint(
    {
      method: 'POST',
      accepts: 'json',
      maxBytes: MAX_BYTES,
      input: duplicatesRequest,
      handle: async ({ from }, caller) => {
        const { registerSheet } = service.config;
        if (registerSheet === null) throw new Problem('REGISTER_SHEET_NOT_SET');
        const until = Date.now() + service.importMilliseconds;
        const run = await runDuplicates(service.clock(), {
          db: service.db,
          sheets: await service.sheets(),
          registerSheetId: registerSheet,
          goesOn: from > 0,
          // A person waits for the answer and asks again; the scheduler asks once.
          enough: () => caller !== null && Date.now() >= until,
          wait,
        }).catch(asSheetProblem);
        return { status: 200, body: run };
      },
    },
    service.jobEntrance,
  );
