/** Requests of cells that were sent back, one document a member and cell: the latest one stands for those before it. */
import { sentBackSchema } from '../schema/sent-back';
import { checkedDocument, documentKind, readDocumentOrNull } from './document-kind';
import { sentBackExpiry } from './expired-documents';
import { type Database, digest, sentBackOf } from './firestore';
import { StoreWrite } from './store-write';

type SentBack = ReturnType<(typeof sentBackSchema)['parse']>;

export const SENT_BACK_DOCUMENT = documentKind({
  kind: 'sentBack',
  parse: (data) => sentBackSchema.parse(data),
});

/** The cell by what is sure to be its own: its column, and the part of an account that its row is about. */
export const sentBackId = (by: string, accountId: string, cell: string): string =>
  digest(JSON.stringify([by, accountId, cell]));

const placeOf = ({ accountId, id }: Pick<SentBack, 'accountId' | 'id'>) => ({ accountId, id });

/** Below what one commit takes. */
const DOCUMENTS_PER_COMMIT = 200;

export const saveSentBack = async (db: Database, all: readonly SentBack[]): Promise<void> => {
  for (let from = 0; from < all.length; from += DOCUMENTS_PER_COMMIT) {
    const write = new StoreWrite(db);
    for (const one of all.slice(from, from + DOCUMENTS_PER_COMMIT)) {
      const document = { ...one, expireAt: sentBackExpiry(one.at) };
      write.setDocument(
        sentBackOf(db).doc(one.id),
        checkedDocument(SENT_BACK_DOCUMENT, placeOf(one), document),
      );
    }
    await write.commit();
  }
};

/** Of that member, or of everybody, in any order, `limit` at most; what cannot be read is passed over. */
export const readSentBack = async (db: Database, by: string | null, limit: number): Promise<SentBack[]> => {
  const all = sentBackOf(db);
  const { docs } = await (by === null ? all : all.where('by', '==', by)).limit(limit).get();
  return docs.flatMap(
    (doc) => readDocumentOrNull(SENT_BACK_DOCUMENT, { accountId: null, id: doc.id }, doc.data()) ?? [],
  );
};

/** Those of the IDs that are that member's. */
export const forgetSentBack = async (db: Database, by: string, ids: readonly string[]): Promise<number> => {
  if (ids.length === 0) return 0;
  const docs = await db.getAll(...ids.map((id) => sentBackOf(db).doc(id)), { fieldMask: ['by'] });
  const own = docs.filter((doc) => doc.get('by') === by);
  const write = new StoreWrite(db);
  for (const { ref } of own) write.deleteDocument(ref);
  await write.commit();
  return own.length;
};
