/** How many accounts each member owns: counts of queries, which cost one read for a thousand accounts. */
import { isOpenStatus, type MemberLoad } from '../domain/account/split-by-load';
import { STATUSES } from '../domain/status/statuses';
import { ownedQuery } from './account-queries';
import type { Database } from './firestore';

const OPEN_STATUSES = STATUSES.filter(isOpenStatus);

export type OpenLoad = Pick<MemberLoad, 'id' | 'open'>;

/** Of each the accounts that are to be worked on. */
export const readOpenLoads = (db: Database, ids: readonly string[]): Promise<OpenLoad[]> =>
  Promise.all(
    ids.map(async (id) => {
      const open = await ownedQuery(db, id, OPEN_STATUSES).count().get();
      return { id, open: open.data().count };
    }),
  );

/** `known` are not counted again. */
export const readMemberLoads = async (
  db: Database,
  ids: readonly string[],
  known: readonly OpenLoad[] = [],
): Promise<MemberLoad[]> => {
  const unknown = ids.filter((id) => !known.some((load) => load.id === id));
  const [accounts, read] = await Promise.all([
    Promise.all(ids.map((id) => ownedQuery(db, id, null).count().get())),
    readOpenLoads(db, unknown),
  ]);
  const open = new Map([...known, ...read].map((load) => [load.id, load.open]));
  return ids.map((id, index) => ({
    id,
    accounts: accounts[index]?.data().count ?? 0,
    open: open.get(id) ?? 0,
  }));
};
