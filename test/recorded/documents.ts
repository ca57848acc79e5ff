/** Documents of Firestore as JSON lines: read from one store with their types, and put into another one. */
import {
  type CollectionReference,
  type DocumentReference,
  type Firestore,
  Timestamp,
} from '@google-cloud/firestore';

export interface StoredDocument {
  /** As in `accounts/a_1/events/00000001`. */
  path: string;
  /** As Firestore keeps it; a time is written as `{"$time": [seconds, nanoseconds]}`. */
  data: Readonly<Record<string, unknown>>;
}

type Plain = Readonly<Record<string, unknown>>;

/** Told by the name: in tests there is more than one Object. */
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && value.constructor.name === 'Object';

/** Throws for a type that the product did not store so far. */
const written = (value: unknown): unknown => {
  if (value instanceof Timestamp) return { $time: [value.seconds, value.nanoseconds] };
  if (Array.isArray(value)) return value.map(written);
  if (isPlain(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written(inner)]));
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
  throw new Error(`documents do not hold ${String(value)}`);
};

const read = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(read);
  if (!isPlain(value)) return value;
  const { $time: time } = value;
  if (Array.isArray(time)) return new Timestamp(Number(time[0]), Number(time[1]));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, read(inner)]));
};

/** Everything that is stored, in the order of the paths. */
export const allDocuments = async (db: Firestore): Promise<StoredDocument[]> => {
  const documents: StoredDocument[] = [];
  const below = async (parent: Firestore | DocumentReference): Promise<void> => {
    const collections: CollectionReference[] = await parent.listCollections();
    await Promise.all(
      collections.map(async (collection) => {
        const { docs } = await collection.get();
        for (const doc of docs) documents.push({ path: doc.ref.path, data: written(doc.data()) as Plain });
        await Promise.all(docs.map(({ ref }) => below(ref)));
      }),
    );
  };
  await below(db);
  return documents.sort((a, b) => (a.path < b.path ? -1 : 1));
};

const MOST_WRITES = 200;

export const putDocuments = async (db: Firestore, documents: readonly StoredDocument[]): Promise<void> => {
  for (let from = 0; from < documents.length; from += MOST_WRITES) {
    const batch = db.batch();
    for (const { path, data } of documents.slice(from, from + MOST_WRITES))
      batch.create(db.doc(path), read(data) as Record<string, unknown>);
    await batch.commit();
  }
};
