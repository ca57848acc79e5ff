/** Brings the stored keys of accounts up to date when the code makes other ones: in pages, resumable, harmless when run twice. */
import { FieldPath } from '@google-cloud/firestore';
import { z } from 'zod';
import { MATCH_KEYS_VERSION } from '../domain/company/match-keys';
import { searchKeysOf } from './account-document';
import { isContention } from './contention';
import { accountsOf, type Database, reindexProgressRef } from './firestore';
import { readableAccount } from './unreadable-document';

const progress = z.object({ version: z.int(), after: z.string().nullable(), done: z.boolean() });
const ACCOUNTS_PER_PAGE = 200;

/** Goes on where it stopped, for `pages` pages at most; answers how many accounts got other keys, and whether all have been seen. */
export const reindexAccounts = async (
  db: Database,
  pages = 50,
): Promise<{ changed: number; done: boolean }> => {
  const known = progress.safeParse((await reindexProgressRef(db).get()).data()).data;
  const isCurrent = known?.version === MATCH_KEYS_VERSION;
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
      const stored = [doc.get('matchKeys'), doc.get('likeKeys')];
      if (JSON.stringify([matchKeys, likeKeys]) === JSON.stringify(stored)) return;
      try {
        // No change to the account: its version and the time of its last change stay.
        await doc.ref.update({ matchKeys, likeKeys }, { lastUpdateTime: doc.updateTime });
        changed += 1;
      } catch (error) {
        // Whoever was faster has written the new keys along.
        if (!isContention(error)) throw error;
      }
    });
    await Promise.all(writes);
    after = docs.at(-1)?.id ?? after;
    const done = docs.length < ACCOUNTS_PER_PAGE;
    await reindexProgressRef(db).set({ version: MATCH_KEYS_VERSION, after, done });
    if (done) return { changed, done };
  }
  return { changed, done: false };
};
