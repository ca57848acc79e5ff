/** accounts (GET): page through or filter the register, or ask what has changed since a cursor. */
import { type AccountsAnswer, accountsQuery } from '../contract/contract';
import { registerRow } from '../domain/register/row';
import { readAccountPage, readChangedAccounts } from '../store/accounts';
import { endpoint } from './endpoint';
import { Problem } from './problems';
import type { Service } from './service';

export const accountsRoute = (service: Service) =>
  endpoint(
    {
      method: 'GET',
      input: accountsQuery,
      handle: async ({ changes, cursor, limit, status, ownerId }) => {
        const page = changes
          ? await readChangedAccounts(service.db, cursor, limit)
          : await readAccountPage(service.db, { status, ownerId }, cursor, limit);
        if (page === null) throw new Problem('CURSOR_UNKNOWN');
        const body: AccountsAnswer = { rows: page.accounts.map(registerRow), cursor: page.cursor };
        return { status: 200, body };
      },
    },
    service.endpointDeps,
  );
