/** queue (POST, scheduled): writes the quarterly-check queue now; for the scheduler and for managers. */

import { runQueueJob } from '../app/queue-job';
import { rowLinks } from '../app/row-links';
import { queueFunction } from '../contract/queue';
import { isManager } from '../domain/account/team';
import type { Wait } from '../sheets/retry';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import type { Service } from './service';
import { throwAsSheetProblem } from './sheet-problems';

/** `wait` is between two tries at Google Sheets: real time unless given. */
export const queueRoute = (service: Service, wait?: Wait) =>
  endpoint(
    queueFunction,
    {
      POST: async ({ caller }) => {
        if (caller !== null && !isManager(caller.member)) throw new Problem('ROLE_NOT_ALLOWED');
        const { queueSheet } = service.config;
        if (queueSheet === null) throw new Problem('QUEUE_SHEET_NOT_SET');
        return runQueueJob(service.clock(), {
          db: service.db,
          sheets: await service.sheets(),
          links: rowLinks(service.links),
          queueSheetId: queueSheet,
          isScheduled: caller === null,
          wait,
        }).catch(throwAsSheetProblem);
      },
    },
    service.jobEndpointDeps,
  );
