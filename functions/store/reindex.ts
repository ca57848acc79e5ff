/**
 * Brings the keys and fields that queries ask for up to date where the code makes other ones than are stored: in pages, resumable,
 * harmless when run twice.
 */
import { type DocumentSnapshot, FieldPath, type QueryDocumentSnapshot } from '@google-cloud/firestore';
import * as z from 'zod';
import { isSameValue } from '../domain/account/account-change';
import { MATCH_KEYS_VERSION } from '../domain/company/match-keys';
import { ACCOUNT_DOCUMENT, accountPlace } from './account-document';
import { QUERY_FIELDS_VERSION, queryFieldsOf } from './account-fields';
import { searchKeysOf } from './account-keys';
import { retryOnContention } from './contention';
import { checkedDocument, checkedFields, documentKind, readDocumentOrNull } from './document-kind';
import { accountsOf, type Database, reindexProgressRef } from './firestore';
import { readableAccount } from './readable-accounts';
import { StoreWrite } from './store-write';

const progress = z.object({
  version: z.int(),
  fields: z.int().default(0),
  after: z.string().nullable(),
  done: z.boolean(),
});
const PROGRESS_DOCUMENT = documentKind({ kind: 'reindex', parse: (data) => progress.parse(data) });
const PROGRESS_PLACE = { accountId: null, id: 'matchKeys' };
const ACCOUNTS_PER_PAGE = 200;

/** Goes on where it stopped, for `pages` pages at most; answers how many accounts got others, and whether all have been seen. */
export const reindexAccounts = async (
  db: Database,
  pages = 50,
): Promise<{ changed: number; done: boolean }> => {
  const saved = await readProgress(db);
  if (saved?.done === true) return { changed: 0, done: true };
  let after = saved?.after ?? null;
  let changed = 0;
  for (let page = 0; page < pages; page += 1) {
    const query = accountsOf(db).orderBy(FieldPath.documentId()).limit(ACCOUNTS_PER_PAGE);
    const { docs } = await (after === null ? query : query.startAfter(after)).get();
    const areChanged = await Promise.all(docs.map((doc) => reindexAccount(db, doc)));
    changed += areChanged.filter(Boolean).length;
    after = docs.at(-1)?.id ?? after;
    const done = docs.length < ACCOUNTS_PER_PAGE;
    await saveProgress(db, { version: MATCH_KEYS_VERSION, fields: QUERY_FIELDS_VERSION, after, done });
    if (done) return { changed, done };
  }
  return { changed, done: false };
};

/** Whether every account is found by the keys and fields that this code makes. */
export const isReindexed = async (db: Database): Promise<boolean> => (await readProgress(db))?.done === true;

/** Null where it is about what another version of the code makes. */
const readProgress = async (db: Database): Promise<z.output<typeof progress> | null> => {
  const stored = (await reindexProgressRef(db).get()).data();
  const saved = readDocumentOrNull(PROGRESS_DOCUMENT, PROGRESS_PLACE, stored);
  return saved?.version === MATCH_KEYS_VERSION && saved.fields === QUERY_FIELDS_VERSION ? saved : null;
};

/** Somebody who changes the account meanwhile leaves the keys that the change does not concern: then it is read again. */
const reindexAccount = (db: Database, doc: QueryDocumentSnapshot): Promise<boolean> => {
  let read: DocumentSnapshot = doc;
  return retryOnContention(`account ${doc.id}`, async () => {
    const isWritten = await reindexAsRead(db, read);
    if (isWritten === null) read = await doc.ref.get();
    return isWritten;
  });
};

/**
 * No change to the account: its version and the time of its last change stay. False where nothing differs, null where somebody was
 * faster.
 */
const reindexAsRead = async (db: Database, doc: DocumentSnapshot): Promise<boolean | null> => {
  const account = readableAccount(doc);
  if (account === null) return false;
  const fields = { ...queryFieldsOf(account), ...searchKeysOf(account) };
  if (Object.entries(fields).every(([name, value]) => isSameValue(value, doc.get(name)))) return false;
  const update = checkedFields(ACCOUNT_DOCUMENT, accountPlace(doc.id), doc.data(), fields);
  const { updateTime } = doc;
  const write = new StoreWrite(db).updateDocument(
    doc.ref,
    update,
    updateTime === undefined ? null : { lastUpdateTime: updateTime },
  );
  return (await write.commitIfFirst()) ? true : null;
};

const saveProgress = async (db: Database, position: z.output<typeof progress>): Promise<void> => {
  const document = checkedDocument(PROGRESS_DOCUMENT, PROGRESS_PLACE, position);
  await new StoreWrite(db).setDocument(reindexProgressRef(db), document).commit();
};
