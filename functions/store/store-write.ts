/** The one way in which documents are written: several at once, all or none, each of a kind that can be read again. */
import {
  type DocumentData,
  type DocumentReference,
  FieldValue,
  type Timestamp,
  Transaction,
  type WriteBatch,
} from '@google-cloud/firestore';
import { isContention } from './contention';
import type { CheckedDocument } from './document-kind';
import type { Database } from './firestore';

/** The precondition of an update: nobody has written the document since that time. */
interface Since {
  lastUpdateTime: Timestamp;
}

/** Fields that the commit sets to its own time. */
export type TimeField = 'changedAt' | 'linkedAt' | 'startedAt';

/** The writes that a batch and a transaction have in common. */
interface Writes {
  create: (ref: DocumentReference, data: DocumentData) => unknown;
  set: (ref: DocumentReference, data: DocumentData) => unknown;
  update: (ref: DocumentReference, data: DocumentData, precondition: Partial<Since>) => unknown;
  delete: (ref: DocumentReference) => unknown;
}

export class StoreWrite {
  /** Null within a transaction, which commits by itself. */
  private readonly batch: WriteBatch | null;
  private readonly writes: Writes;

  constructor(target: Database | Transaction) {
    const writes = target instanceof Transaction ? target : target.batch();
    this.writes = writes;
    this.batch = writes instanceof Transaction ? null : writes;
  }

  /** Fails as a whole where there is such a document. */
  createDocument(ref: DocumentReference, document: CheckedDocument, time?: TimeField): this {
    this.writes.create(ref, withTime(document, time));
    return this;
  }

  /** Fails as a whole where there is none, or somebody has written it since. Fields that are not named stay. */
  updateDocument(
    ref: DocumentReference,
    fields: CheckedDocument,
    since: Since | null,
    time?: TimeField,
  ): this {
    this.writes.update(ref, withTime(fields, time), since ?? {});
    return this;
  }

  /** Writes the document, whatever was there before. */
  setDocument(ref: DocumentReference, document: CheckedDocument, time?: TimeField): this {
    this.writes.set(ref, withTime(document, time));
    return this;
  }

  /** Changes nothing but the time: of two writes that touch one document, the one that was not read since fails. */
  touchDocument(ref: DocumentReference, time: TimeField, since: Since): this {
    this.writes.update(ref, { [time]: FieldValue.serverTimestamp() }, since);
    return this;
  }

  deleteDocument(ref: DocumentReference): this {
    this.writes.delete(ref);
    return this;
  }

  /** False where somebody else was faster: then nothing was written, and the caller reads and decides again. */
  async commitIfFirst(): Promise<boolean> {
    try {
      await this.commit();
      return true;
    } catch (error) {
      if (isContention(error)) return false;
      throw error;
    }
  }

  /** As `commitIfFirst` of something that is to be written: the time of the commit; null where somebody else was faster. */
  async commitTimeIfFirst(): Promise<Timestamp | null> {
    try {
      return await this.commit();
    } catch (error) {
      if (isContention(error)) return null;
      throw error;
    }
  }

  /** Answers the time of the commit; null where nothing was to be written. */
  async commit(): Promise<Timestamp | null> {
    return (await this.batch?.commit())?.[0]?.writeTime ?? null;
  }
}

const withTime = (document: CheckedDocument, time: TimeField | undefined): CheckedDocument =>
  time === undefined ? document : { ...document, [time]: FieldValue.serverTimestamp() };
