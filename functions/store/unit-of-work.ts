/** The work of one attempt: what it has read of Firestore, and what it is going to write in one batch. */
import { type DocumentSnapshot, FieldValue, type Timestamp, type WriteBatch } from '@google-cloud/firestore';
import { z } from 'zod';
import { type Account, blankAccount, type DetailsInput } from '../domain/account/account';
import type { LinkedAccount } from '../domain/account/decision-context';
import type { HistoryEntry } from '../domain/account/history';
import { mergeOf, successorIdOf } from '../domain/account/standing';
import { duplicateKeys, type SameNameAccounts } from '../domain/company/duplicates';
import type { RegisterRow } from '../domain/register/row';
import { accountDocument, accountDocumentUpdate, parseAccount } from './account-document';
import { isContention } from './contention';
import { type CorporateNumberHolders, CorporateNumbers } from './corporate-numbers';
import { readDuplicateCandidates } from './duplicate-candidates';
import {
  accountRef,
  accountsOf,
  type Database,
  entryRef,
  numberRef,
  readExisting,
  requestRef,
} from './firestore';

/** The account as one attempt sees it, with what was decided on it so far and is not committed yet. */
export interface LoadedAccount {
  account: Account;
  readonly stored: Account | null;
  readonly updateTime: Timestamp | undefined;
  readonly batches: readonly string[];
  /** Entries of this attempt. */
  entries: HistoryEntry[];
}

/** What one request makes of one account. */
export interface AccountWrite {
  loaded: LoadedAccount;
  account: Account;
  entry: HistoryEntry;
}

const storedRequest = z.object({
  hash: z.string(),
  by: z.string(),
  row: z.custom<RegisterRow>((value) => typeof value === 'object' && value !== null),
  sameName: z
    .custom<SameNameAccounts>((value) => typeof value === 'object' && value !== null)
    .exactOptional(),
});

export type StoredReply = z.output<typeof storedRequest>;

/** Bytes of an account or a history entry as JSON, so that its document stays below Firestore's 1 MiB. */
export const MAX_DOCUMENT_BYTES = 900_000;
/** Days after which a request's key may be forgotten (a TTL policy on `expireAt`). */
const REPLY_DAYS = 30;
/** Imports that an account remembers to have been changed by, the latest ones. */
const MAX_BATCHES = 20;
/** Accounts that one new company is compared with. */
const MAX_DUPLICATE_CANDIDATES = 30;

/** What one attempt is going to need, as far as the requests alone say it. */
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

/** What one attempt has read, and what it is going to write. */
export class UnitOfWork {
  private readonly accounts = new Map<string, LoadedAccount>();
  private readonly replies = new Map<string, StoredReply>();
  private readonly chainEndIds = new Set<string>();
  private readonly numbers: CorporateNumbers;
  /** Key under which likely duplicates meet → accounts that have it, as far as a new company asks. */
  private readonly idsByDuplicateKey = new Map<string, Set<string>>();
  /** Request of a new company → how many accounts have that name, where that was counted. */
  private readonly sameNameCounts = new Map<string, number | null>();
  private newReplies = 0;
  private readonly batch: WriteBatch;

  private constructor(
    private readonly db: Database,
    /** Whether new companies of this block are compared with what is there. */
    private readonly comparesCompanies: boolean,
    holders: CorporateNumberHolders,
  ) {
    this.batch = db.batch();
    this.numbers = new CorporateNumbers(db, holders);
  }

  /** One read for the whole block. */
  static async open(
    db: Database,
    reads: UnitOfWorkReads,
    holders: CorporateNumberHolders = new Map(),
  ): Promise<UnitOfWork> {
    const work = new UnitOfWork(db, reads.newCompanies.length > 0, holders);
    const { mostlyNew, newCompanies } = reads;
    const ids = [...new Set(reads.accountIds)];
    const requests = [...new Set(reads.requestIds)];
    const numbers = [...new Set(reads.corporateNumbers)].filter((number) => !holders.has(number));
    if (mostlyNew) {
      const existing = await readExisting(accountsOf(db), ids);
      for (const id of ids) work.addLoaded(id, existing.get(id));
    }
    const accounts = mostlyNew ? [] : ids;
    const refs = [
      ...accounts.map((id) => accountRef(db, id)),
      ...requests.map((id) => requestRef(db, id)),
      ...numbers.map((number) => numberRef(db, number)),
    ];
    const [snapshots, candidates] = await Promise.all([
      refs.length === 0 ? [] : db.getAll(...refs),
      readDuplicateCandidates(
        db,
        newCompanies.map(({ details }) => details),
      ),
    ]);
    numbers.forEach((number, index) => {
      const holder: unknown = snapshots[accounts.length + requests.length + index]?.get('accountId');
      work.numbers.remember(number, typeof holder === 'string' ? holder : null);
    });
    for (const [index, id] of accounts.entries()) work.addLoaded(id, snapshots[index]);
    requests.forEach((id, index) => {
      const snapshot = snapshots[accounts.length + index];
      if (snapshot?.exists) work.replies.set(id, storedRequest.parse(snapshot.data()));
    });
    for (const doc of candidates.docs) {
      if (!work.accounts.has(doc.id)) work.addLoaded(doc.id, doc);
      work.indexDuplicateKeys(doc.id, z.array(z.string()).parse(doc.get('likeKeys')));
    }
    newCompanies.forEach(({ requestId }, index) => {
      work.sameNameCounts.set(requestId, candidates.counts[index] ?? null);
    });
    return work;
  }

  /** The answer that an earlier call stored under this key. */
  storedReply(requestId: string): StoredReply | undefined {
    return this.replies.get(requestId);
  }

  async load(id: string): Promise<LoadedAccount> {
    const known = this.accounts.get(id);
    return known ?? this.addLoaded(id, await accountRef(this.db, id).get());
  }

  /** An account, and the chain of successors behind it. */
  async loadSuccessorChain(first: string | null): Promise<Record<string, LinkedAccount>> {
    const links: Record<string, LinkedAccount> = {};
    let next = first;
    while (next !== null && !Object.hasOwn(links, next)) {
      const { account } = await this.load(next);
      if (account.version === 0 || account.withdrawn) break;
      const successorId = successorIdOf(account);
      links[next] = { id: account.id, name: account.name, successorId };
      next = successorId;
    }
    return links;
  }

  async loadAccounts(ids: readonly string[]): Promise<Record<string, Account>> {
    const accounts: Record<string, Account> = {};
    for (const id of ids) accounts[id] = (await this.load(id)).account;
    return accounts;
  }

  /** An account, and the parents above it. */
  async loadParentChain(first: string | null): Promise<Record<string, Account>> {
    const parents: Record<string, Account> = {};
    let next = first;
    while (next !== null && !Object.hasOwn(parents, next)) {
      const { account } = await this.load(next);
      if (account.version === 0 || account.withdrawn) break;
      parents[next] = account;
      next = account.parentId;
    }
    return parents;
  }

  /** As many as were counted before this block. */
  countSameName(requestId: string): number | null {
    return this.sameNameCounts.get(requestId) ?? null;
  }

  private indexDuplicateKeys(id: string, keys: readonly string[]): void {
    for (const key of keys)
      this.idsByDuplicateKey.set(key, (this.idsByDuplicateKey.get(key) ?? new Set<string>()).add(id));
  }

  /** Accounts that may be this company. The longest keys say the most. */
  duplicateCandidateIds(details: DetailsInput): string[] {
    const keys = duplicateKeys(details).sort((a, b) => b.length - a.length);
    return [...new Set(keys.flatMap((key) => [...(this.idsByDuplicateKey.get(key) ?? [])]))].slice(
      0,
      MAX_DUPLICATE_CANDIDATES,
    );
  }

  /** Another account that has the corporate number which a decision gives to this one, stored or in this block. */
  async otherHolder(before: Account, after: Account): Promise<Account | null> {
    const number = after.corporateNumber;
    if (
      number === null ||
      after.withdrawn ||
      (number === before.corporateNumber && !before.withdrawn && before.version > 0)
    )
      return null;
    const inBlock = [...this.accounts.values()].find(
      ({ account, entries }) =>
        entries.length > 0 && account.id !== after.id && account.corporateNumber === number,
    );
    const holder = inBlock?.account.id ?? (await this.numbers.holderOf(number));
    if (holder === null || holder === after.id) return null;
    // The survivor of a merge gives it back in the same commit.
    if (mergeOf(after.standing) === null && holder === mergeOf(before.standing)?.intoId) return null;
    const { account } = await this.load(holder);
    return account.withdrawn || account.corporateNumber !== number ? null : account;
  }

  /** Takes what a request makes of its accounts; false, and nothing is taken, where a document would be too large. */
  stage(writes: readonly AccountWrite[]): boolean {
    if (writes.some(isTooLarge)) return false;
    for (const { loaded, account, entry } of writes) {
      loaded.account = account;
      loaded.entries.push(entry);
      // The next request of the block may be about the same company.
      if (this.comparesCompanies && account.version === 1)
        this.indexDuplicateKeys(account.id, duplicateKeys(account));
    }
    return true;
  }

  /**
   * The end of the successor chain is written with every new link, under a precondition: two links that together would
   * close a circle always share an end, so one of them fails and is decided anew.
   */
  lockChainEnd(links: Readonly<Record<string, LinkedAccount>>): void {
    const root = Object.values(links).find(({ successorId }) => successorId === null);
    if (root !== undefined) this.chainEndIds.add(root.id);
  }

  /** As with links: two parents that together would close a circle always share the account above them. */
  lockParentChainEnd(parents: Readonly<Record<string, Account>>): void {
    const top = Object.values(parents).find(({ parentId }) => parentId === null || !(parentId in parents));
    if (top !== undefined) this.chainEndIds.add(top.id);
  }

  /** `now` is an instant, ISO 8601 in UTC. */
  storeReply(requestId: string, reply: StoredReply, now: string): void {
    this.replies.set(requestId, reply);
    this.newReplies += 1;
    const expireAt = new Date(Date.parse(now) + REPLY_DAYS * 86_400_000);
    this.batch.create(requestRef(this.db, requestId), { ...reply, at: now, expireAt });
  }

  /** Writes all that was staged at once, or nothing: false where somebody else was faster on one of the documents. */
  async commit(): Promise<boolean> {
    const written = [...this.accounts.values()].filter(({ entries }) => entries.length > 0);
    for (const loaded of written) this.writeAccount(loaded);
    this.numbers.write(this.batch, written);
    this.lockChainEnds(written);
    if (written.length === 0 && this.newReplies === 0) return true;
    try {
      await this.batch.commit();
      return true;
    } catch (error) {
      // An ambiguous commit that is tried again ends here too: its request document tells that it went through.
      if (isContention(error)) return false;
      throw error;
    }
  }

  private writeAccount({ account, stored, updateTime, entries, batches }: LoadedAccount): void {
    const ref = accountRef(this.db, account.id);
    const ofEntries = entries.flatMap((entry) => entry.batch ?? []);
    const kept = [...new Set([...batches, ...ofEntries])].slice(-MAX_BATCHES);
    const changedAt = FieldValue.serverTimestamp();
    if (updateTime === undefined || stored === null)
      this.batch.create(ref, { ...accountDocument(account, kept), changedAt });
    else
      this.batch.update(
        ref,
        { ...accountDocumentUpdate(stored, account, kept), changedAt },
        { lastUpdateTime: updateTime },
      );
    for (const entry of entries) this.batch.create(entryRef(this.db, account.id, entry.version), entry);
  }

  /** An end that is written anyway has its precondition there. */
  private lockChainEnds(written: readonly LoadedAccount[]): void {
    for (const { account } of written) this.chainEndIds.delete(account.id);
    for (const id of this.chainEndIds) {
      const updateTime = this.accounts.get(id)?.updateTime;
      if (updateTime !== undefined)
        this.batch.update(
          accountRef(this.db, id),
          { linkedAt: FieldValue.serverTimestamp() },
          { lastUpdateTime: updateTime },
        );
    }
  }

  private addLoaded(id: string, snapshot: DocumentSnapshot | undefined): LoadedAccount {
    const stored = snapshot?.exists ? parseAccount(snapshot.data()) : null;
    const batches: unknown = snapshot?.get('batches');
    const loaded: LoadedAccount = {
      account: stored ?? blankAccount(id),
      stored,
      updateTime: snapshot?.updateTime,
      batches: Array.isArray(batches) ? batches.map(String) : [],
      entries: [],
    };
    this.accounts.set(id, loaded);
    return loaded;
  }
}

const isTooLarge = ({ account, entry }: AccountWrite): boolean =>
  [account, entry].some((part) => Buffer.byteLength(JSON.stringify(part)) > MAX_DOCUMENT_BYTES);
