/** What active transactions have read; nobody else may change it before they end. */

import type { FirestoreQuery } from './parse-query';
import { matchesQuery } from './run-query';
import type { StoredDocument } from './stored-document';

export type Transaction = {
  readonly id: Buffer;
  /** The order in which transactions began, retries by their first attempt; smaller is older. */
  readonly age: number;
  readonly readOnly: boolean;
  state: 'active' | 'aborted' | 'ended';
  /** When it was last called, in milliseconds since 1970. */
  lastUsed: number;
  /** Names of the documents that it has read. */
  readonly documents: Set<string>;
  readonly queries: FirestoreQuery[];
  /** For a read-only transaction, the earlier states of documents that have changed since it began. */
  readonly past: Map<string, StoredDocument | undefined>;
};

export class ReadLocks {
  private readonly holders = new Map<string, Transaction>();
  private readonly transactionsWithQueries = new Set<Transaction>();

  /** Other transactions that have read one of these documents. */
  holdersOf(names: Iterable<string>, owner: Transaction | undefined): Set<Transaction> {
    const blockers = new Set<Transaction>();
    for (const name of names) {
      const holder = this.holders.get(name);
      if (holder && holder !== owner) blockers.add(holder);
    }
    return blockers;
  }

  /** Other transactions with a query of which one of these documents is a result. */
  readersOf(documents: Iterable<StoredDocument>, owner: Transaction | undefined): Set<Transaction> {
    const blockers = new Set<Transaction>();
    if (this.transactionsWithQueries.size === 0) return blockers;
    for (const document of documents) {
      for (const other of this.transactionsWithQueries) {
        if (other !== owner && other.queries.some((query) => matchesQuery(query, document)))
          blockers.add(other);
      }
    }
    return blockers;
  }

  /** Other transactions that have queried the same collections: they might write a result of this query. */
  queriersOf(query: FirestoreQuery, owner: Transaction): Set<Transaction> {
    const overlaps = (other: FirestoreQuery) =>
      other.database === query.database &&
      (other.collectionId === query.collectionId || other.collectionId === '' || query.collectionId === '') &&
      (other.collection === undefined ||
        query.collection === undefined ||
        other.collection === query.collection);
    return new Set(
      [...this.transactionsWithQueries].filter((other) => other !== owner && other.queries.some(overlaps)),
    );
  }

  holdDocuments(owner: Transaction, names: Iterable<string>): void {
    for (const name of names) {
      owner.documents.add(name);
      this.holders.set(name, owner);
    }
  }

  holdQuery(owner: Transaction, query: FirestoreQuery): void {
    owner.queries.push(query);
    this.transactionsWithQueries.add(owner);
  }

  release(transaction: Transaction): void {
    for (const name of transaction.documents) {
      if (this.holders.get(name) === transaction) this.holders.delete(name);
    }
    this.transactionsWithQueries.delete(transaction);
    transaction.documents.clear();
    transaction.queries.length = 0;
  }
}
