/** accounts (GET): page through or filter the register, or ask what has changed since a cursor. */
import { CONTRACT } from '../contract/contract';
import { definedFields } from '../domain/account/defined-fields';
import { documentProblem } from '../domain/account/unreadable-document';
import { registerRow } from '../domain/register/row';
import { readAccountPage, readChangedAccounts } from '../store/account-pages';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import type { Service } from './service';

export const accountsRoute = (service: Service) =>
  endpoint(
    CONTRACT.accounts,
    {
      GET: async ({ query: { changes, cursor, limit, status, ownerId } }) => {
        const page = changes
          ? await readChangedAccounts(service.db, cursor, limit)
          : await readAccountPage(service.db, definedFields({ status, ownerId }), cursor, limit);
        if (page === null) throw new Problem('CURSOR_UNKNOWN');
        return {
          rows: page.accounts.map(registerRow),
          problems: page.unreadable.map(documentProblem),
          cursor: page.cursor,
        };
      },
    },
    service.endpointDeps,
  );
