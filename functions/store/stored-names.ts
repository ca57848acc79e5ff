/** Names of accounts as they stand in the store, also of those that cannot be read. */
import { isAccountId } from '../domain/account/account-id';
import { accountRef, type Database } from './firestore';

/** By account ID, in one read of all; without those that have no name there. */
export const storedNames = async (
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const known = ids.filter(isAccountId);
  if (known.length === 0) return new Map();
  const docs = await db.getAll(...known.map((id) => accountRef(db, id)), { fieldMask: ['state.name'] });
  return new Map(
    docs.flatMap((doc) => {
      const name: unknown = doc.get('state.name');
      return typeof name === 'string' ? [[doc.id, name] as const] : [];
    }),
  );
};
