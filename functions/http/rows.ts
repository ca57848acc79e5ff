/** rows (POST): what a person decides about rows of a list. */
import { CONTRACT } from '../contract/contract';
import { mayWrite } from '../domain/account/team';
import { type RowChoice, saveRowChoices } from '../store/row-choices';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import type { Service } from './service';

export const rowsRoute = (service: Service) =>
  endpoint(
    CONTRACT.rows,
    {
      POST: async ({ body: { list, rows }, caller }) => {
        if (!mayWrite(caller.member)) throw new Problem('ROLE_NOT_ALLOWED');
        const decided = new Map(
          rows.map((decision): [string, RowChoice | null] => {
            if (decision.is === 'account') return [decision.row, { accountId: decision.accountId }];
            return [decision.row, decision.is === 'undecided' ? null : decision.is];
          }),
        );
        return { list, decided: await saveRowChoices(service.db, list, decided) };
      },
    },
    service.endpointDeps,
  );
