/** Accounts with the stored keys under which possible duplicates meet (`duplicateKeys` makes them). */
import { FieldPath, type QueryDocumentSnapshot } from '@google-cloud/firestore';
import { z } from 'zod';
import type { ComparedAccount } from '../domain/company/find-duplicates';
import { parseAccount } from './account-document';
import { accountsOf, type Database } from './firestore';

/** In the order of their IDs, those behind `after`; withdrawn accounts are among them, without keys. */
export const readComparedAccounts = async (
  db: Database,
  after: string | null,
  limit: number,
): Promise<ComparedAccount[]> => {
  const query = accountsOf(db).orderBy(FieldPath.documentId()).limit(limit);
  const { docs } = await (after === null ? query : query.startAfter(after)).get();
  return docs.map(comparedAccountOf);
};

/** Accounts that have any of the keys, `limit` at most; 30 keys at most. */
export const readAccountsUnderKeys = async (
  db: Database,
  keys: readonly string[],
  limit: number,
): Promise<ComparedAccount[]> => {
  const query = accountsOf(db).where('likeKeys', 'array-contains-any', keys).limit(limit);
  return (await query.get()).docs.map(comparedAccountOf);
};

export const countAccountsUnderKey = async (db: Database, key: string): Promise<number> => {
  const query = accountsOf(db).where('likeKeys', 'array-contains-any', [key]);
  return (await query.count().get()).data().count;
};

const comparedAccountOf = (doc: QueryDocumentSnapshot): ComparedAccount => ({
  account: parseAccount(doc.data()),
  keys: z.array(z.string()).catch([]).parse(doc.get('likeKeys')),
});
