/** Bad fits whose review is due, found without reading the others. */
import type { Query, QueryDocumentSnapshot } from '@google-cloud/firestore';
import { isReviewDue, newProductsOf } from '../domain/account/bad-fit-review';
import type { Settings } from '../domain/account/team';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { accountsOf, type Database } from './firestore';
import { readAtMost } from './read-at-most';
import { accountsIn, type ReadAccounts, readableAccount, readableAccounts } from './readable-accounts';

/** With how many more are due that were counted and not read. */
interface DueReviews extends ReadAccounts {
  more: number;
}

/**
 * By the day, or since a product was added. Of all bad fits that were judged against the same products one is read to see whether
 * one of today's is missing, and the rest only where it is: what is read beside what is due is as many accounts as there are such sets.
 * At most `limit` are read by the day, the first due first, and as many of those sets: a product that is added makes every bad fit due.
 */
export const readDueReviews = async (
  db: Database,
  today: CalendarDate,
  settings: Settings,
  limit: number,
): Promise<DueReviews> => {
  const byDay = accountsOf(db).where('due.review', '<=', today).orderBy('due.review');
  const [due, ofSets] = await Promise.all([
    readAtMost(byDay, limit),
    readSetsWithNewProducts(db, settings, limit),
  ]);
  const docs = new Map([...due.docs, ...ofSets.docs].map((doc) => [doc.id, doc]));
  const { accounts, unreadable } = readableAccounts([...docs.values()]);
  return {
    accounts: accounts.filter(({ standing }) => isReviewDue(standing, settings, today)),
    unreadable,
    more: due.more + ofSets.more,
  };
};

/** The accounts of each set of products that lacks one of today's; of a set whose first account cannot be read, too. */
const readSetsWithNewProducts = async (
  db: Database,
  settings: Settings,
  limit: number,
): Promise<{ docs: QueryDocumentSnapshot[]; more: number }> => {
  const docs: QueryDocumentSnapshot[] = [];
  let more = 0;
  for (const set of await setsWithNewProducts(db, settings)) {
    const read = await readAtMost(set, limit - docs.length);
    docs.push(...read.docs);
    more += read.more;
  }
  return { docs, more };
};

const setsWithNewProducts = async (db: Database, settings: Settings): Promise<Query[]> => {
  const sets: Query[] = [];
  let set = '';
  for (;;) {
    const next = accountsOf(db).where('judgedAgainst', '>', set).orderBy('judgedAgainst');
    const [first] = (await accountsIn(next, 'judgedAgainst').limit(1).get()).docs;
    if (first === undefined) return sets;
    set = String(first.get('judgedAgainst'));
    const account = readableAccount(first);
    if (account === null || newProductsOf(account.standing, settings).length > 0)
      sets.push(accountsOf(db).where('judgedAgainst', '==', set));
  }
};
