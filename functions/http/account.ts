/** account (GET): an account, its history, what is legal now, and what each move would ask for. */
import { type AccountAnswer, accountQuery } from '../contract/contract';
import { isRegistered } from '../domain/account/account';
import { offeredTransitions } from '../domain/account/offered-transitions';
import { loadAccount, readEntries } from '../store/accounts';
import { readGroup } from '../store/groups';
import { endpoint } from './endpoint';
import { Problem } from './problems';
import { commandContextOf, type Service } from './service';

export const accountRoute = (service: Service) =>
  endpoint(
    {
      method: 'GET',
      input: accountQuery,
      handle: async ({ id, entries, before }, caller) => {
        const found = await loadAccount(service.db, id);
        if (found === null) throw new Problem('ACCOUNT_UNKNOWN', { facts: { accountId: id } });
        const newest = Math.min(found.version, (before ?? found.version + 1) - 1);
        const [history, group] = await Promise.all([
          readEntries(service.db, id, Math.max(1, newest - entries + 1), newest),
          readGroup(service.db, found),
        ]);
        const context = { ...commandContextOf(caller, 'api', service.clock), links: {}, history: [] };
        const body: AccountAnswer = {
          account: found,
          history: history.reverse(),
          offers: isRegistered(found) ? offeredTransitions(found, context) : [],
          group,
        };
        return { status: 200, body };
      },
    },
    service.endpointDeps,
  );
