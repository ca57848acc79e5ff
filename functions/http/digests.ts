/** digests (POST, scheduled): sends the digests that are due; for the scheduler and for managers. */
import { type DigestRun, runDigestJob } from '../app/digest-job';
import { rowLinks } from '../app/row-links';
import { type DigestsAnswer, digestsFunction } from '../contract/digests';
import { isManager } from '../domain/account/team';
import { DELIVERY_TEXTS } from '../domain/digest/delivery-texts';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import type { Service } from './service';
import { jobTimeLimit } from './time-limit';

export const digestsRoute = (service: Service) =>
  endpoint(
    digestsFunction,
    {
      POST: async ({ caller, log }) => {
        if (caller !== null && !isManager(caller.member)) throw new Problem('ROLE_NOT_ALLOWED');
        const answer = answerOf(
          await runDigestJob(service.clock(), {
            db: service.db,
            senders: await service.digestSenders(),
            links: rowLinks(service.links),
            isTimeUp: jobTimeLimit(service, caller),
          }),
        );
        const troubled = answer.results.filter(({ problem }) => problem !== null);
        if (troubled.length > 0)
          log({
            severity: 'ERROR',
            message: `${answer.failed} digests failed, ${answer.uncertain} may not have arrived`,
            digests: troubled.map(({ memberId, channel, problem, status }) => ({
              memberId,
              channel,
              problem,
              status,
            })),
          });
        return answer;
      },
    },
    service.jobEndpointDeps,
  );

const answerOf = ({ results, ...run }: DigestRun): DigestsAnswer => {
  const count = (wanted: string): number => results.filter(({ result }) => result === wanted).length;
  return {
    ...run,
    ...{ sent: count('sent'), failed: count('failed'), uncertain: count('uncertain') },
    results: results.map((result) => ({
      ...result,
      message: result.problem === null ? null : DELIVERY_TEXTS[result.problem],
    })),
  };
};
