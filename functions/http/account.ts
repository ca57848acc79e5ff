/** account (GET): an account, its history, what is legal now, and what each move would ask for. */
import { type AccountAnswer, accountQuery } from '../contract';
import { exists } from '../domain/account';
import { offers } from '../domain/move';
import { frameOf, type Service } from '../service';
import { readAccount, readEntries } from '../store/accounts';
import { readGroup } from '../store/groups';
import { endpoint } from './endpoint';
import { Problem } from './problems';

export const account = (service: Service) =>
  endpoint(
    {
      method: 'GET',
      input: accountQuery,
      handle: async ({ id, entries, before }, caller) => {
        const found = await readAccount(service.db, id);
        if (found === null) throw new Problem('ACCOUNT_UNKNOWN', { facts: { accountId: id } });
        const newest = Math.min(found.version, (before ?? found.version + 1) - 1);
        const [history, group] = await Promise.all([
          readEntries(service.db, id, Math.max(1, newest - entries + 1), newest),
          readGroup(service.db, found),
        ]);
        const context = { ...frameOf(caller, 'api', service.clock), links: {}, history: [] };
        const body: AccountAnswer = {
          account: found,
          history: history.reverse(),
          offers: exists(found) ? offers(found, context) : [],
          group,
        };
        return { status: 200, body };
      },
    },
    service.entrance,
  );
