/** account (GET): an account, its history, what is legal now, and what each move would ask for. */
import { viewAccount } from '../app/account-view';
import { commandContextOf } from '../app/command-context';
import { CONTRACT } from '../contract/contract';
import { endpoint } from './endpoint';
import { resultOrThrow } from './problem';
import type { Service } from './service';

export const accountRoute = (service: Service) =>
  endpoint(
    CONTRACT.account,
    {
      GET: async ({ query, caller }) =>
        resultOrThrow(await viewAccount(service.db, query, commandContextOf(caller, 'api', service.clock()))),
    },
    service.endpointDeps,
  );
