/** How many accounts each member owns: counts of queries, which cost one read for a thousand accounts. */
import { isOpenStatus, type MemberLoad } from '../domain/account/split-by-load';
import { STATUSES } from '../domain/status/statuses';
import { ownedQuery } from './account-queries';
import type { Database } from './firestore';

const OPEN_STATUSES = STATUSES.filter(isOpenStatus);

/** Of each the accounts that are to be worked on. */
export const readOpenLoads = (
  db: Database,
  ids: readonly string[],
): Promise<Pick<MemberLoad, 'id' | 'open'>[]> =>
  Promise.all(
    ids.map(async (id) => {
      const open = await ownedQuery(db, id, OPEN_STATUSES).count().get();
      return { id, open: open.data().count };
    }),
  );

export const readMemberLoads = (db: Database, ids: readonly string[]): Promise<MemberLoad[]> =>
  Promise.all(
    ids.map(async (id) => {
      const [all, open] = await Promise.all([
        ownedQuery(db, id, null).count().get(),
        ownedQuery(db, id, OPEN_STATUSES).count().get(),
      ]);
      return { id, accounts: all.data().count, open: open.data().count };
    }),
  );
