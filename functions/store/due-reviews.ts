/** Bad fits whose review is due, found without reading the others. */
import type { QuerySnapshot } from '@google-cloud/firestore';
import { isReviewDue, newProductsOf } from '../domain/account/bad-fit-review';
import type { Settings } from '../domain/account/team';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { accountsOf, type Database } from './firestore';
import { type ReadAccounts, readableAccount, readableAccounts } from './readable-accounts';

/**
 * By the day, or since a product was added. Of all bad fits that were judged against the same products one is read to see whether
 * one of today's is missing, and the rest only where it is: what is read beside what is due is as many accounts as there are such sets.
 */
export const readDueReviews = async (
  db: Database,
  today: CalendarDate,
  settings: Settings,
): Promise<ReadAccounts> => {
  const byDay = accountsOf(db).where('due.review', '<=', today).orderBy('due.review');
  const [due, sets] = await Promise.all([byDay.get(), readSetsWithNewProducts(db, settings)]);
  const docs = new Map([due, ...sets].flatMap((read) => read.docs.map((doc) => [doc.id, doc])));
  const { accounts, unreadable } = readableAccounts([...docs.values()]);
  return {
    accounts: accounts.filter(({ standing }) => isReviewDue(standing, settings, today)),
    unreadable,
  };
};

/** The accounts of each set of products that lacks one of today's; of a set whose first account cannot be read, too. */
const readSetsWithNewProducts = async (db: Database, settings: Settings): Promise<QuerySnapshot[]> => {
  const sets: QuerySnapshot[] = [];
  let set = '';
  for (;;) {
    const next = accountsOf(db).where('judgedAgainst', '>', set).orderBy('judgedAgainst').limit(1);
    const [first] = (await next.get()).docs;
    if (first === undefined) return sets;
    set = String(first.get('judgedAgainst'));
    const account = readableAccount(first);
    if (account === null || newProductsOf(account.standing, settings).length > 0)
      sets.push(await accountsOf(db).where('judgedAgainst', '==', set).get());
  }
};
