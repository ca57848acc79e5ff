/** The accounts that a run of the register job compares with their rows. */
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { type RegisterRow, registerRow } from '../domain/register/row';
import { readChangedAccounts } from '../store/account-pages';
import { readAccounts } from '../store/accounts';
import { readDueDecisions } from '../store/due-accounts';
import type { Database } from '../store/firestore';
import type { ReadAccounts } from '../store/readable-accounts';

const ACCOUNTS_PER_PAGE = 500;

export interface AccountsToShow {
  accounts: Map<string, RegisterRow>;
  /** IDs of those that cannot be read. */
  unreadable: ReadonlySet<string>;
  cursor: string | null;
}

/**
 * All accounts where there is no cursor; else those that changed since, those asked for by ID, and clients who have come to await
 * a decision, since a day that passes changes no account. `today` is the team's day.
 */
export const readAccountsToShow = async (
  db: Database,
  since: string | null,
  ids: readonly string[],
  today: CalendarDate,
): Promise<AccountsToShow> => {
  const accounts = new Map<string, RegisterRow>();
  const unreadable = new Set<string>();
  const add = (read: ReadAccounts): void => {
    for (const account of read.accounts) accounts.set(account.id, registerRow(account));
    for (const { id } of read.unreadable) unreadable.add(id);
  };
  if (since !== null) {
    add(await readDueDecisions(db, today));
    add(await readAccounts(db, ids));
  }
  let cursor = since;
  for (;;) {
    const page = await readChangedAccounts(db, cursor ?? undefined, ACCOUNTS_PER_PAGE);
    // The cursor was written by another version of the code: all accounts are read.
    if (page === null) return readAccountsToShow(db, null, ids, today);
    add(page);
    cursor = page.cursor;
    if (page.accounts.length + page.unreadable.length < ACCOUNTS_PER_PAGE)
      return { accounts, unreadable, cursor };
  }
};
