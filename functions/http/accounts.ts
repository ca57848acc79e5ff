/** accounts (GET): page through the register, filtered and sorted, or ask what has changed since a cursor. */
import { listAccounts } from '../app/list-accounts';
import { dateIn } from '../clock';
import { accountsFunction } from '../contract/accounts';
import { documentProblem } from '../domain/account/unreadable-document';
import { registerRow } from '../domain/register/row';
import { endpoint } from './endpoint';
import { resultOrThrow } from './problem';
import type { Service } from './service';

export const accountsRoute = (service: Service) =>
  endpoint(
    accountsFunction,
    {
      GET: async ({ query, caller: { team } }) => {
        const today = dateIn(team.settings.zone, service.clock());
        const page = resultOrThrow(await listAccounts(service.db, query, team, today));
        return {
          rows: page.accounts.map(registerRow),
          problems: page.unreadable.map(documentProblem),
          cursor: page.cursor,
        };
      },
    },
    service.endpointDeps,
  );
