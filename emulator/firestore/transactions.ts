/**
 * Transactions with locks: what one has read, nobody else changes before it ends; others wait. In a deadlock the youngest is
 * aborted. A retry keeps the age of the first attempt, so that no transaction always loses.
 */
import { randomBytes } from 'node:crypto';
import { status } from '@grpc/grpc-js';
import { GrpcRefusal, invalidArgument, type Timestamp, type TransactionOptions } from './messages';
import { ReadLocks, type Transaction } from './read-locks';
import type { StoredDocument } from './stored-document';

/** Either the work is done, or these transactions must end first. */
export type Attempt<T> = { done: T } | { blockers: Set<Transaction> };

type WaitingWork = {
  age: number;
  owner: Transaction | undefined;
  blockers: Set<Transaction>;
  retry(): boolean;
  fail(error: Error): void;
};

/** Firestore's own limit for an idle transaction. */
const EXPIRY_MS = 60_000;

export class Transactions {
  readonly locks = new ReadLocks();
  /** By ID in hexadecimal digits. */
  private readonly known = new Map<string, Transaction>();
  private readonly snapshots = new Set<Transaction>();
  private waiting: WaitingWork[] = [];
  /** Whether locks were released since the waiting work was last retried. */
  private freed = false;
  private nextAge = 0;
  private nextSweep = 0;
  private timer: NodeJS.Timeout | undefined;

  /** A transaction that others wait for is aborted after `idleMs` without a call. */
  constructor(
    private readonly idleMs: number,
    private readonly nowMs: () => number,
    /** Throws where the state at that time cannot be read. */
    private readonly checkReadTime: (readTime: Timestamp) => void,
  ) {}

  begin({ readOnly, readWrite }: TransactionOptions): Transaction {
    if (readOnly?.readTime) this.checkReadTime(readOnly.readTime);
    this.sweep();
    const retried = readWrite?.retryTransaction && this.known.get(readWrite.retryTransaction.toString('hex'));
    const transaction: Transaction = {
      id: randomBytes(16),
      age: retried ? retried.age : this.nextAge++,
      readOnly: readOnly !== undefined,
      state: 'active',
      lastUsed: this.nowMs(),
      documents: new Set(),
      queries: [],
      past: new Map(),
    };
    this.known.set(transaction.id.toString('hex'), transaction);
    if (transaction.readOnly) this.snapshots.add(transaction);
    return transaction;
  }

  find(id: Buffer): Transaction {
    const transaction = this.known.get(id.toString('hex'));
    if (!transaction || transaction.state === 'ended') {
      throw invalidArgument('The referenced transaction has expired or is no longer valid.');
    }
    if (transaction.state === 'aborted') throw abortedRefusal();
    transaction.lastUsed = this.nowMs();
    return transaction;
  }

  /** Does the work as soon as no transaction blocks it. Without an owner the work holds no locks while it waits. */
  run<T>(owner: Transaction | undefined, attempt: () => Attempt<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const entry: WaitingWork = {
        age: owner?.age ?? this.nextAge++,
        owner,
        blockers: new Set(),
        fail: reject,
        retry: () => {
          try {
            for (;;) {
              const outcome = attempt();
              if ('done' in outcome) {
                if (owner) owner.lastUsed = this.nowMs();
                resolve(outcome.done);
                return true;
              }
              entry.blockers = outcome.blockers;
              const victim = owner && this.youngestInDeadlock(owner, outcome.blockers);
              if (!victim) return false;
              this.abort(victim);
              if (victim === owner) throw abortedRefusal();
            }
          } catch (error) {
            reject(error);
            return true;
          }
        },
      };
      if (!entry.retry()) {
        this.waiting.push(entry);
        this.waiting.sort((a, b) => a.age - b.age);
        this.watchIdle();
      }
      this.serve();
    });
  }

  /** Keeps what a commit replaces for the read-only transactions that still look at it. */
  remember(name: string, before: StoredDocument | undefined): void {
    for (const { past } of this.snapshots) if (!past.has(name)) past.set(name, before);
  }

  rollBack(transaction: Transaction): void {
    this.end(transaction);
    this.serve();
  }

  /** To be called within a run, when the transaction's commit is done. */
  end(transaction: Transaction): void {
    this.release(transaction, 'ended');
  }

  stop(): void {
    clearTimeout(this.timer);
    for (const { fail } of this.waiting) fail(new GrpcRefusal(status.UNAVAILABLE, 'The server is stopping.'));
    this.waiting = [];
  }

  /** The youngest of the transactions in a deadlock with `owner`; undefined without a deadlock. */
  private youngestInDeadlock(owner: Transaction, blockers: Set<Transaction>): Transaction | undefined {
    const seen = new Set<Transaction>();
    const pathToOwner = (from: Set<Transaction>): Transaction[] | undefined => {
      for (const transaction of from) {
        if (transaction === owner) return [owner];
        if (seen.has(transaction)) continue;
        seen.add(transaction);
        for (const waiting of this.waiting) {
          const path = waiting.owner === transaction && pathToOwner(waiting.blockers);
          if (path) return [transaction, ...path];
        }
      }
      return undefined;
    };
    return pathToOwner(blockers)?.reduce((a, b) => (b.age > a.age ? b : a));
  }

  private abort(transaction: Transaction): void {
    this.release(transaction, 'aborted');
    for (const { owner, fail } of this.waiting) if (owner === transaction) fail(abortedRefusal());
    this.waiting = this.waiting.filter(({ owner }) => owner !== transaction);
  }

  private release(transaction: Transaction, state: 'aborted' | 'ended'): void {
    transaction.state = state;
    this.freed = true;
    this.snapshots.delete(transaction);
    this.locks.release(transaction);
    transaction.past.clear();
  }

  /** Retries the waiting work, the oldest first, until no more locks are released. */
  private serve(): void {
    while (this.freed) {
      this.freed = false;
      for (const entry of [...this.waiting]) {
        if (!this.waiting.includes(entry) || !entry.retry()) continue;
        this.waiting = this.waiting.filter((other) => other !== entry);
      }
    }
  }

  private watchIdle(): void {
    if (this.timer || this.waiting.length === 0) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      const busy = new Set(this.waiting.map(({ owner }) => owner));
      const since = this.nowMs() - this.idleMs;
      for (const { blockers } of [...this.waiting]) {
        for (const blocker of blockers) {
          if (blocker.state === 'active' && blocker.lastUsed <= since && !busy.has(blocker))
            this.abort(blocker);
        }
      }
      this.serve();
      this.watchIdle();
    }, this.idleMs / 10);
    this.timer.unref();
  }

  /** Ends, at most once a second, the transactions that have been idle for too long. */
  private sweep(): void {
    const now = this.nowMs();
    if (now < this.nextSweep) return;
    this.nextSweep = now + 1000;
    for (const [id, transaction] of this.known) {
      if (transaction.lastUsed > now - EXPIRY_MS) continue;
      this.known.delete(id);
      this.release(transaction, 'ended');
    }
    this.serve();
  }
}

const abortedRefusal = () =>
  new GrpcRefusal(status.ABORTED, 'The transaction was aborted to let others go on. Please retry.');
