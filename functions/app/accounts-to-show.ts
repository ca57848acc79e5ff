/** The accounts that a run of the register job compares with their rows. */
import { type RegisterRow, registerRow } from '../domain/register/row';
import { readChangedAccounts } from '../store/account-pages';
import { readAccounts } from '../store/accounts';
import type { Database } from '../store/firestore';
import type { ReadAccounts } from '../store/readable-accounts';

const ACCOUNTS_PER_PAGE = 500;

export interface AccountsToShow {
  accounts: Map<string, RegisterRow>;
  /** IDs of those that cannot be read. */
  unreadable: ReadonlySet<string>;
  cursor: string | null;
}

/** All accounts where there is no cursor; else those that changed since, and those asked for by ID. */
export const readAccountsToShow = async (
  db: Database,
  since: string | null,
  ids: readonly string[],
): Promise<AccountsToShow> => {
  const accounts = new Map<string, RegisterRow>();
  const unreadable = new Set<string>();
  const keep = (found: ReadAccounts): void => {
    for (const account of found.accounts) accounts.set(account.id, registerRow(account));
    for (const { id } of found.unreadable) unreadable.add(id);
  };
  if (since !== null)
    for (let from = 0; from < ids.length; from += ACCOUNTS_PER_PAGE)
      keep(await readAccounts(db, ids.slice(from, from + ACCOUNTS_PER_PAGE)));
  let cursor = since;
  for (let found = ACCOUNTS_PER_PAGE; found === ACCOUNTS_PER_PAGE; ) {
    const page = await readChangedAccounts(db, cursor ?? undefined, ACCOUNTS_PER_PAGE);
    if (page === null) return readAccountsToShow(db, null, ids);
    keep(page);
    found = page.accounts.length + page.unreadable.length;
    cursor = page.cursor;
  }
  return { accounts, unreadable, cursor };
};
