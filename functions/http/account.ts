/** account (GET): an account, its history, what is legal now, and what each move would ask for. */
import { CONTRACT } from '../contract/contract';
import { isRegistered } from '../domain/account/account';
import { toRecord } from '../domain/account/account-record';
import { offeredTransitions } from '../domain/account/offered-transitions';
import { readEntries } from '../store/account-history';
import { loadAccount } from '../store/accounts';
import { readGroup } from '../store/groups';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import { commandContextOf, type Service } from './service';

export const accountRoute = (service: Service) =>
  endpoint(
    CONTRACT.account,
    {
      GET: async ({ query: { id, entries, before }, caller }) => {
        const account = await loadAccount(service.db, id);
        if (account === null) throw new Problem({ code: 'ACCOUNT_UNKNOWN', accountId: id });
        const newest = Math.min(account.version, (before ?? account.version + 1) - 1);
        const [history, group] = await Promise.all([
          readEntries(service.db, id, Math.max(1, newest - entries + 1), newest),
          readGroup(service.db, account),
        ]);
        const context = { ...commandContextOf(caller, 'api', service.clock), links: {}, history: [] };
        return {
          account: toRecord(account),
          history: history.reverse(),
          offers: isRegistered(account) ? offeredTransitions(account, context) : [],
          group,
        };
      },
    },
    service.endpointDeps,
  );
