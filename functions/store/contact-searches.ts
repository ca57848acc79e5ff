/** Accounts that have a contact, by the whole name, mail address or phone number of the person. */
import { contactKeysOfQuestion } from '../domain/account/contact-keys';
import { hashedContactKey } from './account-keys';
import { accountsOf, type Database } from './firestore';
import { accountsIn, type ReadAccounts, readableAccounts } from './readable-accounts';

/** So many accounts are read at most. */
export const MAX_ACCOUNTS_OF_PERSON = 500;

/** Also accounts that were taken back: they hold what they held. */
export const readAccountsOfPerson = async (
  db: Database,
  question: string,
): Promise<ReadAccounts & { hasMore: boolean }> => {
  const keys = contactKeysOfQuestion(question);
  if (keys.length === 0) return { accounts: [], unreadable: [], hasMore: false };
  const query = accountsOf(db).where('contactKeys', 'array-contains-any', keys.map(hashedContactKey));
  const { docs } = await accountsIn(query)
    .limit(MAX_ACCOUNTS_OF_PERSON + 1)
    .get();
  const read = readableAccounts(docs.slice(0, MAX_ACCOUNTS_OF_PERSON));
  return { ...read, hasMore: docs.length > MAX_ACCOUNTS_OF_PERSON };
};
