/** changes (GET): what a member has done within a day and can take back. */
import { readChanges } from '../app/read-changes';
import { changesFunction } from '../contract/changes';
import { endpoint } from './endpoint';
import { resultOrThrow } from './problem';
import type { Service } from './service';

export const changesRoute = (service: Service) =>
  endpoint(
    changesFunction,
    {
      GET: async ({ query: { person }, caller }) =>
        resultOrThrow(await readChanges(service.db, person ?? caller.member.id, caller, service.clock())),
    },
    service.endpointDeps,
  );
