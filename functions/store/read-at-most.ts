/** Lists of accounts that may be longer than anybody reads: the first are read, the others counted. */
import type { Query, QueryDocumentSnapshot } from '@google-cloud/firestore';
import { accountsIn } from './readable-accounts';

/** `more` is how many documents the query has beside those that were read; with a limit of 0 all of them are counted. */
export const readAtMost = async (
  query: Query,
  limit: number,
): Promise<{ docs: QueryDocumentSnapshot[]; more: number }> => {
  const docs = limit === 0 ? [] : (await accountsIn(query).limit(limit).get()).docs;
  if (docs.length < limit) return { docs, more: 0 };
  return { docs, more: (await query.count().get()).data().count - docs.length };
};
