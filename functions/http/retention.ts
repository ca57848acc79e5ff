/** retention (POST, scheduled): ends stopped erasures and deletes what has expired; for the scheduler and for managers. */
import { runRetentionJob } from '../app/retention-job';
import { retentionFunction } from '../contract/retention';
import { isManager } from '../domain/account/team';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import type { Service } from './service';
import { jobTimeLimit } from './time-limit';

export const retentionRoute = (service: Service) =>
  endpoint(
    retentionFunction,
    {
      POST: async ({ caller, log }) => {
        if (caller !== null && !isManager(caller.member)) throw new Problem('ROLE_NOT_ALLOWED');
        const { erasures, ...run } = await runRetentionJob(
          service.clock(),
          service.db,
          jobTimeLimit(service, caller),
        );
        const { finished, stopped } = erasures;
        if (stopped.length > 0)
          log({
            severity: 'ERROR',
            message: 'Erasures are stopped by documents that cannot be read',
            accounts: stopped.map(({ accountId }) => accountId),
          });
        return { ...run, erasures: { finished, stopped: stopped.length } };
      },
    },
    service.jobEndpointDeps,
  );
