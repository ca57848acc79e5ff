/** check (POST, scheduled): reads the whole store and says what in it breaks a rule; for the scheduler and for managers. */
import { resumeCheckJob, runCheckJob } from '../app/check-job';
import { checkFunction } from '../contract/check';
import { isManager } from '../domain/account/team';
import { type CheckPosition, checkPosition } from '../store/check-progress';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import type { Service } from './service';
import { jobTimeLimit } from './time-limit';

export const checkRoute = (service: Service) =>
  endpoint(
    checkFunction,
    {
      POST: async ({ body: { from }, caller, log }) => {
        if (caller !== null && !isManager(caller.member)) throw new Problem('ROLE_NOT_ALLOWED');
        const isTimeUp = jobTimeLimit(service, caller);
        // A person asks again with `next`; the scheduler always asks the same.
        const run =
          caller === null && from === null
            ? await resumeCheckJob(service.clock(), service.db, isTimeUp)
            : await runCheckJob(
                service.clock(),
                service.db,
                from === null ? null : readPosition(from),
                isTimeUp,
              );
        if (run.found > 0) {
          const findings = [...new Set(run.findings.map(({ code }) => code))];
          log({ severity: 'ERROR', message: `The check of the store found ${run.found} faults`, findings });
        }
        return { ...run, next: run.next === null ? null : writePosition(run.next) };
      },
    },
    service.jobEndpointDeps,
  );

const writePosition = (position: CheckPosition): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

const readPosition = (from: string): CheckPosition => {
  try {
    return checkPosition.parse(JSON.parse(Buffer.from(from, 'base64url').toString('utf8')));
  } catch {
    throw new Problem('CURSOR_UNKNOWN');
  }
};
