/** account (GET): an account, its history, what is legal now, and what each move would ask for. */
import { viewAccount } from '../app/account-view';
import { CONTRACT } from '../contract/contract';
import { endpoint } from './endpoint';
import { resultOrThrow } from './problem';
import { commandContextOf, type Service } from './service';

export const accountRoute = (service: Service) =>
  endpoint(
    CONTRACT.account,
    {
      GET: async ({ query, caller }) =>
        resultOrThrow(await viewAccount(service.db, query, commandContextOf(caller, 'api', service.clock))),
    },
    service.endpointDeps,
  );
