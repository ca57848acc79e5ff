/** account: an account, its history, what is legal now, and what each move would ask for (GET); made again from its history (POST). */
import { viewAccount } from '../app/account-view';
import { commandContextOf } from '../app/command-context';
import { mendAccount } from '../app/mend-account';
import { accountFunction } from '../contract/account';
import { isManager } from '../domain/account/team';
import { endpoint } from './endpoint';
import { Problem, resultOrThrow } from './problem';
import type { Service } from './service';

export const accountRoute = (service: Service) =>
  endpoint(
    accountFunction,
    {
      GET: async ({ query, caller }) =>
        resultOrThrow(await viewAccount(service.db, query, commandContextOf(caller, 'api', service.clock()))),
      POST: async ({ body: { mend }, caller: { member }, log }) => {
        if (!isManager(member)) throw new Problem('ROLE_NOT_ALLOWED');
        const answer = resultOrThrow(await mendAccount(service.db, mend));
        if (answer.mended) log({ severity: 'WARNING', message: `Mended account ${mend}` });
        return answer;
      },
    },
    service.endpointDeps,
  );
