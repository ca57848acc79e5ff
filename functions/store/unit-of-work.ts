/** The work of one attempt: what it has read of Firestore, and what it is going to write in one batch. */
import { type DocumentSnapshot, FieldValue, type Timestamp, type WriteBatch } from '@google-cloud/firestore';
import { z } from 'zod';
import type { DetailsInput } from '../domain/account/account';
import { type Account, blankAccount } from '../domain/account/account';
import type { LinkedAccount } from '../domain/account/decision-context';
import type { HistoryEntry } from '../domain/account/history';
import { type Refusal, refuse } from '../domain/account/refusals';
import { duplicateKeys, type SameNameAccounts } from '../domain/company/duplicates';
import type { RegisterRow } from '../domain/register/row';
import { accountDocument, accountDocumentUpdate, parseAccount } from './account-document';
import {
  accountRef,
  accountsOf,
  type Database,
  entryRef,
  numberRef,
  readExisting,
  requestRef,
} from './firestore';
import { readDuplicateCandidates } from './likely-duplicates';

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
  working: LoadedAccount;
  account: Account;
  entry: HistoryEntry;
}

const storedRequest = z.object({
  hash: z.string(),
  by: z.string(),
  row: z.custom<RegisterRow>((value) => typeof value === 'object' && value !== null),
  sameName: z.custom<SameNameAccounts>((value) => typeof value === 'object' && value !== null).optional(),
});

/** Days after which a request's key may be forgotten (a TTL policy on `expireAt`). */
const REPLY_DAYS = 30;
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

/** Corporate number → account that has it; null = none has. */
export type CorporateNumberHolders = ReadonlyMap<string, string | null>;

/** What one attempt has read, and what it is going to write. */
export class UnitOfWork {
  private readonly accounts = new Map<string, LoadedAccount>();
  private readonly requests = new Map<string, z.output<typeof storedRequest>>();
  private readonly chainEndIds = new Set<string>();
  /** Corporate number → account that has it. */
  private readonly holders = new Map<string, string | null>();
  /** Key under which likely duplicates meet → accounts that have it, as far as a new company asks. */
  private readonly idsByDuplicateKey = new Map<string, Set<string>>();
  /** Request of a new company → how many accounts have that name, where that was counted. */
  private readonly sameNameCounts = new Map<string, number | null>();
  private storedReplyCount = 0;

  private constructor(
    private readonly db: Database,
    /** Whether new companies of this block are compared with what is there. */
    private readonly comparesCompanies: boolean,
  ) {}

  /** One read for the whole block. */
  static async open(
    db: Database,
    reads: UnitOfWorkReads,
    holders: CorporateNumberHolders = new Map(),
  ): Promise<UnitOfWork> {
    const work = new UnitOfWork(db, reads.newCompanies.length > 0);
    const { mostlyNew, newCompanies } = reads;
    const ids = [...new Set(reads.accountIds)];
    const requests = [...new Set(reads.requestIds)];
    const numbers = [...new Set(reads.corporateNumbers)].filter((number) => !holders.has(number));
    for (const [number, holder] of holders) work.holders.set(number, holder);
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
      work.holders.set(number, typeof holder === 'string' ? holder : null);
    });
    for (const [index, id] of accounts.entries()) work.addLoaded(id, snapshots[index]);
    requests.forEach((id, index) => {
      const snapshot = snapshots[accounts.length + index];
      if (snapshot?.exists) work.requests.set(id, storedRequest.parse(snapshot.data()));
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

  get isEmpty(): boolean {
    return (
      this.storedReplyCount === 0 && [...this.accounts.values()].every(({ entries }) => entries.length === 0)
    );
  }

  storedReply(requestId: string): z.output<typeof storedRequest> | undefined {
    return this.requests.get(requestId);
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
      links[next] = { id: account.id, name: account.name, successorId: account.onFile?.successorId ?? null };
      next = account.onFile?.successorId ?? null;
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

  /** A corporate number that another account has, stored or in this block; names that account. */
  async refuseTakenNumber(before: Account, after: Account): Promise<Refusal | null> {
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
    const holder = inBlock?.account.id ?? this.holders.get(number) ?? (await this.readHolder(number));
    if (holder === null || holder === after.id) return null;
    // The survivor of a merge gives it back in the same commit.
    if (after.merged === null && holder === before.merged?.intoId) return null;
    const { account } = await this.load(holder);
    if (account.withdrawn || account.corporateNumber !== number) return null;
    return refuse('DUPLICATE_CORPORATE_NUMBER', {
      facts: { corporateNumber: number, accountId: holder, name: account.name, status: account.status },
    });
  }

  /** For a number that comes back with an undo, or in another spelling. */
  private async readHolder(number: string): Promise<string | null> {
    if (this.holders.has(number)) return null;
    const holder: unknown = (await numberRef(this.db, number).get()).get('accountId');
    return typeof holder === 'string' ? holder : null;
  }

  stage({ working, account, entry }: AccountWrite): void {
    working.account = account;
    working.entries.push(entry);
    // The next request of the block may be about the same company.
    if (this.comparesCompanies && account.version === 1)
      this.indexDuplicateKeys(account.id, duplicateKeys(account));
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

  storeReply(
    db: Database,
    batch: WriteBatch,
    requestId: string,
    request: z.output<typeof storedRequest>,
    now: string,
  ): void {
    this.requests.set(requestId, request);
    this.storedReplyCount += 1;
    const expireAt = new Date(Date.parse(now) + REPLY_DAYS * 86_400_000);
    batch.create(requestRef(db, requestId), { ...request, at: now, expireAt });
  }

  writeTo(db: Database, batch: WriteBatch): void {
    const freed = new Set<string>();
    const wanted = new Map<string, string>();
    for (const working of this.accounts.values()) {
      const { account, stored, updateTime, entries, batches } = working;
      if (entries.length === 0) continue;
      this.chainEndIds.delete(account.id);
      const touched = entries.flatMap((entry) => entry.batch ?? []);
      const kept = [...new Set([...batches, ...touched])].slice(-20);
      const changedAt = FieldValue.serverTimestamp();
      const ref = accountRef(db, account.id);
      if (updateTime === undefined || stored === null)
        batch.create(ref, { ...accountDocument(account, kept), changedAt });
      else
        batch.update(
          ref,
          { ...accountDocumentUpdate(stored, account, kept), changedAt },
          { lastUpdateTime: updateTime },
        );
      for (const entry of entries) batch.create(entryRef(db, account.id, entry.version), entry);
      const [before, after] = [corporateNumberInUse(stored), corporateNumberInUse(account)];
      if (before === after) continue;
      if (before !== null) freed.add(before);
      if (after !== null) wanted.set(after, account.id);
    }
    for (const number of freed) if (!wanted.has(number)) batch.delete(numberRef(db, number));
    for (const [number, accountId] of wanted) {
      // Handed on within the block: whoever had it is written under its own precondition.
      if (freed.has(number)) batch.update(numberRef(db, number), { accountId });
      else batch.create(numberRef(db, number), { accountId });
    }
    for (const id of this.chainEndIds) {
      const updateTime = this.accounts.get(id)?.updateTime;
      if (updateTime !== undefined)
        batch.update(
          accountRef(db, id),
          { linkedAt: FieldValue.serverTimestamp() },
          { lastUpdateTime: updateTime },
        );
    }
  }

  private addLoaded(id: string, snapshot: DocumentSnapshot | undefined): LoadedAccount {
    const stored = snapshot?.exists ? parseAccount(snapshot.data()) : null;
    const batches: unknown = snapshot?.get('batches');
    const working: LoadedAccount = {
      account: stored ?? blankAccount(id),
      stored,
      updateTime: snapshot?.updateTime,
      batches: Array.isArray(batches) ? batches.map(String) : [],
      entries: [],
    };
    this.accounts.set(id, working);
    return working;
  }
}

const corporateNumberInUse = (account: Account | null): string | null =>
  account === null || account.withdrawn ? null : account.corporateNumber;
