/** approvals (GET): the proposals that wait for a manager, each with what has to be known to answer it. */
import { commandContextOf } from '../app/command-context';
import { listApprovals } from '../app/list-approvals';
import { approvalsFunction } from '../contract/approvals';
import { endpoint } from './endpoint';
import { resultOrThrow } from './problem';
import type { Service } from './service';

export const approvalsRoute = (service: Service) =>
  endpoint(
    approvalsFunction,
    {
      GET: async ({ query, caller }) =>
        resultOrThrow(
          await listApprovals(service.db, query, commandContextOf(caller, 'api', service.clock())),
        ),
    },
    service.endpointDeps,
  );
