/** The accounts that a run of the register job compares with their rows. */
import type { Account } from '../domain/account/account';
import { type RegisterRow, registerRow } from '../domain/register/row';
import { readChangedAccounts } from '../store/account-pages';
import { readAccounts } from '../store/accounts';
import type { Database } from '../store/firestore';

const ACCOUNTS_PER_PAGE = 500;

/** All accounts where there is no cursor; else those that changed since, and those asked for by ID. */
export const readAccountsToShow = async (
  db: Database,
  since: string | null,
  ids: readonly string[],
): Promise<{ accounts: Map<string, RegisterRow>; cursor: string | null }> => {
  const accounts = new Map<string, RegisterRow>();
  const keep = (found: readonly Account[]): void => {
    for (const account of found) accounts.set(account.id, registerRow(account));
  };
  if (since !== null)
    for (let from = 0; from < ids.length; from += ACCOUNTS_PER_PAGE)
      keep(await readAccounts(db, ids.slice(from, from + ACCOUNTS_PER_PAGE)));
  let cursor = since;
  for (let found = ACCOUNTS_PER_PAGE; found === ACCOUNTS_PER_PAGE; ) {
    const page = await readChangedAccounts(db, cursor ?? undefined, ACCOUNTS_PER_PAGE);
    if (page === null) return readAccountsToShow(db, null, ids);
    keep(page.accounts);
    found = page.accounts.length;
    cursor = page.cursor;
  }
  return { accounts, cursor };
};
