/** The contacts of the accounts that were changed last, as many as a tab has room for. */
import type { Account } from '../domain/account/account';
import { type ContactFacts, type ContactRow, contactRows } from '../domain/queue/contact-rows';
import type { Database } from '../store/firestore';
import { readRecentlyChanged } from '../store/recently-changed';

const MAX_CONTACTS = 1_000;

export interface RecentContacts {
  rows: readonly ContactRow[];
  /** Accounts that were read, with and without contacts. */
  accounts: number;
  /** There are other accounts. */
  hasMore: boolean;
}

/** Reads whole accounts: of each one all contacts are listed, or none. */
export const readContacts = async (
  db: Database,
  facts: ContactFacts,
  maxContacts = MAX_CONTACTS,
): Promise<RecentContacts> => {
  const read = await readRecentlyChanged(db);
  const shown: Account[] = [];
  let contacts = 0;
  for (const account of read.accounts) {
    contacts += Object.keys(account.contacts).length;
    if (contacts > maxContacts && shown.length > 0) break;
    shown.push(account);
  }
  return {
    rows: contactRows(shown, facts),
    accounts: shown.length,
    hasMore: read.hasMore || shown.length < read.accounts.length,
  };
};
