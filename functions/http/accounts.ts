/** accounts (GET): page through or filter the register, or ask what has changed since a cursor. */
import { type AccountsAnswer, accountsQuery } from '../contract';
import { registerRow } from '../domain/register-row';
import type { Service } from '../service';
import { changedAccounts, pageAccounts } from '../store/accounts';
import { endpoint } from './endpoint';
import { Problem } from './problems';

export const accounts = (service: Service) =>
  endpoint(
    {
      method: 'GET',
      input: accountsQuery,
      handle: async ({ changes, cursor, limit, status, ownerId }) => {
        const page = changes
          ? await changedAccounts(service.db, cursor, limit)
          : await pageAccounts(service.db, { status, ownerId }, cursor, limit);
        if (page === null) throw new Problem('CURSOR_UNKNOWN');
        const body: AccountsAnswer = { rows: page.accounts.map(registerRow), cursor: page.cursor };
        return { status: 200, body };
      },
    },
    service.entrance,
  );
