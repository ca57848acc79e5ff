/** The work of one attempt: what it has read of Firestore, and what it is going to write in one batch. */
import { setImmediate } from 'node:timers/promises';
import type { DocumentSnapshot } from '@google-cloud/firestore';
import type { DetailsInput } from '../domain/account/account';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { duplicateKeys } from '../domain/company/duplicates';
import { storedLikeKeys } from './account-keys';
import { type CorporateNumberHolders, CorporateNumbers, NUMBER_FIELDS } from './corporate-numbers';
import type { CheckedDocument } from './document-kind';
import { type DuplicateCandidates, readDuplicateCandidates } from './duplicate-candidates';
import { DuplicateKeyIndex } from './duplicate-key-index';
import {
  accountRef,
  accountsOf,
  type Database,
  erasureRef,
  numberRef,
  readExisting,
  requestRef,
} from './firestore';
import {
  type AccountWrite,
  documentsOrObstacle,
  LOADED_FIELDS,
  type LoadedAccount,
  loadedAccountOf,
  type WriteObstacle,
  writeLoadedAccount,
} from './loaded-account';
import type { PendingErasure } from './pending-erasures';
import { StoreWrite } from './store-write';
import { parseStoredReply, REPLY_FIELDS, type StoredReply } from './stored-reply';
import { UnreadableDocumentError } from './unreadable-document';

/** Accounts whose documents are made before other calls of the functions get a turn. */
const ACCOUNTS_PER_TURN = 10;

/** What is read of the documents of a block. Most of an account's are the keys that it is found by. */
const READ_FIELDS = [...new Set([...LOADED_FIELDS, ...REPLY_FIELDS, ...NUMBER_FIELDS])];

/** What one attempt is going to need, as far as its requests alone say it. */
export interface UnitOfWorkReads {
  /** Accounts that are read at once; others are read when they are asked for. */
  accountIds: readonly string[];
  /** Requests that may have been answered before. */
  requestIds: readonly string[];
  /** 13 digits each. */
  corporateNumbers: readonly string[];
  /** Companies whose likely duplicates are asked for, each with the request that asks. */
  newCompanies: readonly { requestId: string; details: DetailsInput }[];
  /** True where most of the accounts do not exist yet: they are looked for in another way, which reads only what exists. */
  mostlyNew: boolean;
}

export class UnitOfWork {
  private readonly accounts = new Map<string, LoadedAccount>();
  private readonly replies = new Map<string, StoredReply>();
  /** By account ID or request ID what was read and cannot be understood. */
  private readonly unreadable = new Map<string, UnreadableDocumentError>();
  /** Accounts that are written though nothing of them changes. */
  private readonly lockedIds = new Set<string>();
  private readonly numbers: CorporateNumbers;
  private readonly duplicates = new DuplicateKeyIndex();
  /** By the request of a new company: how many accounts have its name, where that was counted. */
  private readonly sameNameCounts = new Map<string, number | null>();
  private newReplies = 0;
  private readonly write: StoreWrite;

  private constructor(
    private readonly db: Database,
    /** Whether new companies of this block are compared with what is there. */
    private readonly comparesCompanies: boolean,
    holders: CorporateNumberHolders,
  ) {
    this.write = new StoreWrite(db);
    this.numbers = new CorporateNumbers(db, holders);
  }

  /** Reads for the whole block at once. `holders` are corporate numbers that need not be read again. */
  static async open(
    db: Database,
    reads: UnitOfWorkReads,
    holders: CorporateNumberHolders = new Map(),
  ): Promise<UnitOfWork> {
    const { mostlyNew, newCompanies, accountIds, requestIds, corporateNumbers } = reads;
    const work = new UnitOfWork(db, newCompanies.length > 0, holders);
    const ids = [...new Set(accountIds)];
    if (mostlyNew) await work.readMostlyNew(ids);
    const details = newCompanies.map((company) => company.details);
    const [candidates] = await Promise.all([
      readDuplicateCandidates(db, details),
      work.readDocuments(
        mostlyNew ? [] : ids,
        [...new Set(requestIds)],
        [...new Set(corporateNumbers)].filter((number) => !holders.has(number)),
      ),
    ]);
    work.addCandidates(newCompanies, candidates);
    return work;
  }

  private async readMostlyNew(ids: readonly string[]): Promise<void> {
    const existing = await readExisting(accountsOf(this.db), ids);
    for (const id of ids) this.keepUnlessUnreadable(id, () => this.addLoaded(id, existing.get(id)));
  }

  private async readDocuments(
    accountIds: readonly string[],
    requestIds: readonly string[],
    numbers: readonly string[],
  ): Promise<void> {
    const refs = [
      ...accountIds.map((id) => accountRef(this.db, id)),
      ...requestIds.map((id) => requestRef(this.db, id)),
      ...numbers.map((number) => numberRef(this.db, number)),
    ];
    // getAll answers in the order of the references.
    const snapshots = (
      refs.length === 0 ? [] : await this.db.getAll(...refs, { fieldMask: READ_FIELDS })
    ).values();
    for (const id of accountIds) {
      const snapshot = snapshots.next().value;
      this.keepUnlessUnreadable(id, () => this.addLoaded(id, snapshot));
    }
    for (const id of requestIds) {
      const snapshot = snapshots.next().value;
      if (snapshot?.exists)
        this.keepUnlessUnreadable(id, () => this.replies.set(id, parseStoredReply(id, snapshot.data())));
    }
    for (const number of numbers) this.numbers.remember(number, snapshots.next().value);
  }

  private addCandidates(
    newCompanies: UnitOfWorkReads['newCompanies'],
    { docs, counts }: DuplicateCandidates,
  ): void {
    for (const doc of docs) {
      if (!this.accounts.has(doc.id)) this.keepUnlessUnreadable(doc.id, () => this.addLoaded(doc.id, doc));
      // An unreadable account cannot be compared, so it is no candidate.
      if (this.accounts.has(doc.id)) this.duplicates.add(doc.id, storedLikeKeys.parse(doc.get('likeKeys')));
    }
    for (const [index, { requestId }] of newCompanies.entries())
      this.sameNameCounts.set(requestId, counts[index] ?? null);
  }

  private addLoaded(id: string, snapshot: DocumentSnapshot | undefined): LoadedAccount {
    const loaded = loadedAccountOf(id, snapshot);
    this.accounts.set(id, loaded);
    return loaded;
  }

  /** What is read for many requests at once is a problem of those alone that ask for it. */
  private keepUnlessUnreadable(id: string, keep: () => unknown): void {
    try {
      keep();
    } catch (error) {
      if (!(error instanceof UnreadableDocumentError)) throw error;
      this.unreadable.set(id, error);
    }
  }

  private refuseUnreadable(id: string): void {
    const error = this.unreadable.get(id);
    if (error !== undefined) throw error;
  }

  /** The answer that an earlier call stored under this key. Throws an UnreadableDocumentError. */
  storedReply(requestId: string): StoredReply | undefined {
    this.refuseUnreadable(requestId);
    return this.replies.get(requestId);
  }

  /** The account as this attempt sees it; a blank one where there is none. Throws an UnreadableDocumentError. */
  async load(id: string): Promise<LoadedAccount> {
    this.refuseUnreadable(id);
    return this.accounts.get(id) ?? this.addLoaded(id, await accountRef(this.db, id).get());
  }

  /** IDs of the accounts that may be this new company, stored or of this block. */
  duplicateCandidateIds(details: DetailsInput): string[] {
    return this.duplicates.candidateIds(details);
  }

  /** How many accounts had the name of the request's company before this block; null where all of them were read. */
  countSameName(requestId: string): number | null {
    return this.sameNameCounts.get(requestId) ?? null;
  }

  /** ID of another account that has the corporate number, by this block or stored; null where none has it. */
  async otherNumberHolder(number: string, accountId: string): Promise<string | null> {
    const inBlock = [...this.accounts.values()].find(
      ({ account, entries }) =>
        entries.length > 0 && account.id !== accountId && account.corporateNumber === number,
    );
    const holderId = inBlock?.account.id ?? (await this.numbers.holderOf(number));
    return holderId === accountId ? null : holderId;
  }

  /** Takes what a request makes of its accounts, on the team's day, and answers null; or nothing of it, and answers why. */
  stage(writes: readonly AccountWrite[], today: CalendarDate): WriteObstacle | null {
    const staged: (AccountWrite & Pick<LoadedAccount, 'documents'>)[] = [];
    for (const write of writes) {
      const documents = documentsOrObstacle(write, today);
      if ('obstacle' in documents) return documents.obstacle;
      staged.push({ ...write, documents });
    }
    for (const { loaded, account, entry, documents } of staged) {
      loaded.account = account;
      loaded.entries.push(entry);
      loaded.documents = documents;
      // The next request of the block may be about the same company, so this new account is a candidate for it.
      if (this.comparesCompanies && account.version === 1)
        this.duplicates.add(account.id, duplicateKeys(account));
    }
    return null;
  }

  /** Writes the account with the batch, under its precondition, so that of two attempts that lock it one fails. */
  lock(accountId: string): void {
    this.lockedIds.add(accountId);
  }

  /** `document` is that of the reply. */
  storeReply(requestId: string, reply: StoredReply, document: CheckedDocument): void {
    this.replies.set(requestId, reply);
    this.newReplies += 1;
    this.write.createDocument(requestRef(this.db, requestId), document);
  }

  /** With the commit the erasure is due, whatever happens to this process: see finish-erasures. `document` is that of the erasure. */
  storeErasure({ accountId, version }: PendingErasure, document: CheckedDocument): void {
    this.write.createDocument(erasureRef(this.db, accountId, version), document);
  }

  /** Writes all that was staged at once, or nothing: false where somebody else was faster on one of the documents. */
  async commit(): Promise<boolean> {
    const changed = [...this.accounts.values()].filter(({ entries }) => entries.length > 0);
    for (const [index, loaded] of changed.entries()) {
      if (index % ACCOUNTS_PER_TURN === ACCOUNTS_PER_TURN - 1) await setImmediate();
      writeLoadedAccount(this.db, this.write, loaded);
    }
    this.numbers.addTo(this.write, changed);
    this.writeLocks(changed);
    if (changed.length === 0 && this.newReplies === 0) return true;
    // An ambiguous commit that is tried again is not the first: its request document tells that it went through.
    return this.write.commitIfFirst();
  }

  /** An account that is changed has its precondition already. */
  private writeLocks(changed: readonly LoadedAccount[]): void {
    for (const { account } of changed) this.lockedIds.delete(account.id);
    for (const id of this.lockedIds) {
      const updateTime = this.accounts.get(id)?.updateTime;
      if (updateTime !== undefined)
        this.write.touchDocument(accountRef(this.db, id), 'linkedAt', { lastUpdateTime: updateTime });
    }
  }
}
