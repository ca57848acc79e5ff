/** How many accounts each member owns now: counts of queries, which cost one read for a thousand accounts. */
import { isOpenStatus, type MemberLoad } from '../domain/account/split-by-load';
import { STATUSES, type Status } from '../domain/status/statuses';
import { ownedQuery } from './account-queries';
import type { Database } from './firestore';

const OPEN_STATUSES = STATUSES.filter(isOpenStatus);

export const countMemberLoads = (db: Database, ids: readonly string[]): Promise<MemberLoad[]> => {
  const countOf = async (id: string, statuses: readonly Status[] | null): Promise<number> =>
    (await ownedQuery(db, id, statuses).count().get()).data().count;
  return Promise.all(
    ids.map(async (id) => {
      const [accounts, open] = await Promise.all([countOf(id, null), countOf(id, OPEN_STATUSES)]);
      return { id, accounts, open };
    }),
  );
};
