/** The embedded Firestore: its documents, journal, clock and transactions, and the calls that read and change them. */
import { isDeepStrictEqual } from 'node:util';
import { lockFolder } from '../data-folder/folder-lock';
import { makePrivateFolder } from '../data-folder/private-files';
import { Documents } from './documents';
import { FirestoreJournal } from './journal';
import { checkCommit } from './limits';
import {
  type CommitRequest,
  type FirestoreValue,
  type FirestoreWrite,
  invalidArgument,
  type Timestamp,
  unimplemented,
} from './messages';
import type { FirestoreQuery } from './parse-query';
import type { Transaction } from './read-locks';
import { parseDatabase } from './resource-names';
import { runQuery } from './run-query';
import { type StoredDocument, toMicros } from './stored-document';
import { type Attempt, Transactions } from './transactions';
import { applyWrite, checkWriteSequence, documentNameOf } from './write';

export type CommitResult = {
  /** Microseconds since 1970. */
  commitTime: number;
  results: { updateTime: number | undefined; transformResults: FirestoreValue[] }[];
};

export type EmbeddedStoreOptions = {
  /** Folder of the journal; null keeps everything in memory only. */
  dataDir: string | null;
  /** How long a transaction for which others wait may be idle, in milliseconds. */
  idleMs: number;
  nowMs: () => number;
};

export class EmbeddedStore {
  readonly documents = new Documents();
  readonly transactions: Transactions;
  private readonly journal: FirestoreJournal | undefined;
  private readonly unlock: (() => void) | undefined;
  private lastMicros = 0;
  private lastCommitMicros = 0;

  constructor(private readonly options: EmbeddedStoreOptions) {
    this.transactions = new Transactions(options.idleMs, options.nowMs, (readTime) =>
      this.checkReadTime(readTime),
    );
    if (options.dataDir === null) return;
    makePrivateFolder(options.dataDir);
    this.unlock = lockFolder(options.dataDir);
    try {
      this.journal = new FirestoreJournal(
        options.dataDir,
        (change) => {
          const [name, document] = typeof change === 'string' ? [change, undefined] : [change.name, change];
          this.documents.replace(name, document);
          this.lastMicros = Math.max(this.lastMicros, document?.updateTime ?? 0);
          this.lastCommitMicros = this.lastMicros;
        },
        () => this.documents.all(),
      );
    } catch (error) {
      this.unlock();
      throw error;
    }
  }

  /** The time of a read, in microseconds since 1970: everything committed so far is before it, every later commit after it. */
  readTime(): number {
    this.lastMicros = Math.max(this.lastMicros, Math.floor(this.options.nowMs() * 1000));
    return this.lastMicros;
  }

  /** Throws unless the present state is still the one at that time, since no older state is kept. */
  checkReadTime(readTime: Timestamp): void {
    const micros = toMicros(readTime);
    if (micros > this.readTime()) throw invalidArgument('read_time cannot be in the future.');
    if (micros < this.lastCommitMicros) throw unimplemented('reads as of a time before the last commit');
  }

  read(names: string[], transaction: Transaction | undefined): Promise<(StoredDocument | undefined)[]> {
    if (!transaction) return Promise.resolve(names.map((name) => this.documents.get(name)));
    if (transaction.readOnly) {
      const { past } = transaction;
      return Promise.resolve(
        names.map((name) => (past.has(name) ? past.get(name) : this.documents.get(name))),
      );
    }
    return this.transactions.run<(StoredDocument | undefined)[]>(transaction, () => {
      const blockers = this.transactions.locks.holdersOf(names, transaction);
      if (blockers.size > 0) return { blockers };
      this.transactions.locks.holdDocuments(transaction, names);
      return { done: names.map((name) => this.documents.get(name)) };
    });
  }

  query(query: FirestoreQuery, transaction: Transaction | undefined): Promise<StoredDocument[]> {
    if (!transaction) return Promise.resolve(runQuery(query, this.documents));
    if (transaction.readOnly) return Promise.resolve(runQuery(query, this.documents, transaction.past));
    return this.transactions.run<StoredDocument[]>(transaction, () => {
      const queriers = this.transactions.locks.queriersOf(query, transaction);
      if (queriers.size > 0) return { blockers: queriers };
      const documents = runQuery(query, this.documents);
      const names = documents.map(({ name }) => name);
      const blockers = this.transactions.locks.holdersOf(names, transaction);
      if (blockers.size > 0) return { blockers };
      this.transactions.locks.holdQuery(transaction, query);
      this.transactions.locks.holdDocuments(transaction, names);
      return { done: documents };
    });
  }

  /** Makes all writes or none, once no other transaction holds a lock on the documents. */
  commit({ database, writes = [], transaction: id }: CommitRequest): Promise<CommitResult> {
    const prefix = `${parseDatabase(database)}/documents/`;
    checkCommit(writes);
    checkWriteSequence(writes);
    const names = writes.map(documentNameOf);
    const foreign = names.find((name) => !name.startsWith(prefix));
    if (foreign !== undefined)
      throw invalidArgument(`Document name "${foreign}" is not in database "${database}".`);
    const transaction = id && id.length > 0 ? this.transactions.find(id) : undefined;
    if (transaction?.readOnly && writes.length > 0)
      throw invalidArgument('Cannot modify entities in a read-only transaction.');
    return this.transactions.run(transaction, () => this.tryCommit(writes, names, transaction));
  }

  private tryCommit(
    writes: FirestoreWrite[],
    names: string[],
    transaction: Transaction | undefined,
  ): Attempt<CommitResult> {
    const holders = this.transactions.locks.holdersOf(names, transaction);
    if (holders.size > 0) return { blockers: holders };
    const commitTime = Math.max(this.lastMicros + 1, Math.floor(this.options.nowMs() * 1000));
    const staged = new Map<string, StoredDocument | undefined>();
    const transformResults: FirestoreValue[][] = [];
    for (const write of writes) {
      const name = documentNameOf(write);
      const stored = this.documents.get(name);
      const written = applyWrite(write, staged.has(name) ? staged.get(name) : stored, stored, commitTime);
      staged.set(name, written.after);
      transformResults.push(written.transformResults);
    }
    for (const [name, after] of staged) {
      const before = this.documents.get(name);
      if (before && after && isUnchanged(before, after)) staged.set(name, before);
    }
    const touched = [...staged].flatMap(([name, after]) => [this.documents.get(name), after]);
    const readers = this.transactions.locks.readersOf(
      touched.filter((document) => document !== undefined),
      transaction,
    );
    if (readers.size > 0) return { blockers: readers };

    this.record(staged);
    this.lastMicros = commitTime;
    this.lastCommitMicros = commitTime;
    for (const [name, after] of staged) {
      this.transactions.remember(name, this.documents.get(name));
      this.documents.replace(name, after);
    }
    if (transaction) this.transactions.end(transaction);
    const results = names.map((name, i) => ({
      updateTime: staged.get(name)?.updateTime,
      transformResults: transformResults[i] ?? [],
    }));
    return { done: { commitTime, results } };
  }

  private record(staged: Map<string, StoredDocument | undefined>): void {
    const changes = [...staged].filter(([name, after]) => this.documents.get(name) !== after);
    if (changes.length > 0) this.journal?.append(changes.map(([name, after]) => after ?? name));
  }

  stop(): void {
    this.transactions.stop();
    this.documents.stop();
    this.journal?.close();
    this.unlock?.();
  }
}

/** A commit that does not change a document keeps its update time; one that deletes and creates it again does not. */
const isUnchanged = (before: StoredDocument, after: StoredDocument) =>
  before.createTime === after.createTime &&
  // The same fields in another order have the same length.
  before.fieldBytes.length === after.fieldBytes.length &&
  (before.fieldBytes.equals(after.fieldBytes) || isDeepStrictEqual(before.fields, after.fields));
