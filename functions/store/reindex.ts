/**
 * Brings the keys and fields that queries ask for up to date where the code makes other ones than are stored: in pages, resumable,
 * harmless when run twice.
 */
import { FieldPath } from '@google-cloud/firestore';
import { z } from 'zod';
import { isSameValue } from '../domain/account/account-change';
import { MATCH_KEYS_VERSION } from '../domain/company/match-keys';
import { QUERY_FIELDS_VERSION, queryFieldsOf, searchKeysOf } from './account-document';
import { isContention } from './contention';
import { accountsOf, type Database, reindexProgressRef } from './firestore';
import { readableAccount } from './unreadable-document';

const progress = z.object({
  version: z.int(),
  fields: z.int().default(0),
  after: z.string().nullable(),
  done: z.boolean(),
});
const ACCOUNTS_PER_PAGE = 200;

/** Goes on where it stopped, for `pages` pages at most; answers how many accounts got others, and whether all have been seen. */
export const reindexAccounts = async (
  db: Database,
  pages = 50,
): Promise<{ changed: number; done: boolean }> => {
  const known = progress.safeParse((await reindexProgressRef(db).get()).data()).data;
  const isCurrent = known?.version === MATCH_KEYS_VERSION && known.fields === QUERY_FIELDS_VERSION;
  if (isCurrent && known.done) return { changed: 0, done: true };
  let after = isCurrent ? known.after : null;
  let changed = 0;
  for (let page = 0; page < pages; page += 1) {
    const query = accountsOf(db).orderBy(FieldPath.documentId()).limit(ACCOUNTS_PER_PAGE);
    const { docs } = await (after === null ? query : query.startAfter(after)).get();
    const writes = docs.map(async (doc) => {
      const account = readableAccount(doc);
      if (account === null) return;
      const { matchKeys, likeKeys } = searchKeysOf(account);
      const fields = { ...queryFieldsOf(account), matchKeys, likeKeys };
      if (Object.entries(fields).every(([name, value]) => isSameValue(value, doc.get(name)))) return;
      try {
        // No change to the account: its version and the time of its last change stay.
        await doc.ref.update(fields, { lastUpdateTime: doc.updateTime });
        changed += 1;
      } catch (error) {
        // Whoever was faster has written the new ones along.
        if (!isContention(error)) throw error;
      }
    });
    await Promise.all(writes);
    after = docs.at(-1)?.id ?? after;
    const done = docs.length < ACCOUNTS_PER_PAGE;
    await reindexProgressRef(db).set({
      version: MATCH_KEYS_VERSION,
      fields: QUERY_FIELDS_VERSION,
      after,
      done,
    });
    if (done) return { changed, done };
  }
  return { changed, done: false };
};
