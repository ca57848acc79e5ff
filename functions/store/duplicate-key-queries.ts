/** Accounts with the stored keys under which possible duplicates meet (`duplicateKeys` makes them). */
import { FieldPath, type QueryDocumentSnapshot } from '@google-cloud/firestore';
import type { ComparedAccount } from '../domain/company/find-duplicates';
import { storedLikeKeys } from './account-keys';
import { accountsOf, type Database } from './firestore';
import { readableAccount } from './readable-accounts';

/** What an account is read from, and the keys; its match keys, several times as much, stay where they are. */
const COMPARED_FIELDS = ['schema', 'state', 'likeKeys'];

/** In the order of their IDs, those behind `after` up to `last`; withdrawn accounts are among them, without keys. */
export const readComparedAccounts = async (
  db: Database,
  after: string | null,
  limit: number,
): Promise<{ accounts: ComparedAccount[]; last: string | null }> => {
  const query = accountsOf(db)
    .orderBy(FieldPath.documentId())
    .select(...COMPARED_FIELDS)
    .limit(limit);
  const { docs } = await (after === null ? query : query.startAfter(after)).get();
  return { accounts: comparedAccountsOf(docs), last: docs.at(-1)?.id ?? null };
};

/** Accounts that have any of the keys, `limit` at most; 30 keys at most. */
export const readAccountsUnderKeys = async (
  db: Database,
  keys: readonly string[],
  limit: number,
): Promise<ComparedAccount[]> => {
  const query = accountsOf(db)
    .where('likeKeys', 'array-contains-any', keys)
    .select(...COMPARED_FIELDS)
    .limit(limit);
  return comparedAccountsOf((await query.get()).docs);
};

export const countAccountsUnderKey = async (db: Database, key: string): Promise<number> => {
  const query = accountsOf(db).where('likeKeys', 'array-contains-any', [key]);
  return (await query.count().get()).data().count;
};

/** Without those that cannot be read. */
const comparedAccountsOf = (docs: readonly QueryDocumentSnapshot[]): ComparedAccount[] =>
  docs.flatMap((doc) => {
    const account = readableAccount(doc);
    const keys = storedLikeKeys.parse(doc.get('likeKeys'));
    return account === null ? [] : [{ account, keys }];
  });
