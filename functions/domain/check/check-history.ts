/** Whether an account is the fold of its history, entry by entry, so that a history of any length takes no room. */
import { type Account, blankAccount } from '../account/account';
import { changesBetween } from '../account/account-change';
import { toRecord } from '../account/account-record';
import { applyEntry, type HistoryEntry } from '../account/history';
import type { StoreFinding } from './store-finding';

type HistoryFinding = Pick<StoreFinding, 'code' | 'detail'>;

/** Versions and fields that one finding names. */
const MAX_NAMED = 10;

export class HistoryCheck {
  private folded: Account;
  /** False behind an entry that cannot be read: what comes then cannot be compared. */
  private isComparable = true;
  private entries = 0;
  private readonly gaps: number[] = [];
  private readonly doubled: number[] = [];
  private readonly requestIds = new Set<string>();
  private readonly batchIds = new Set<string>();

  constructor(private readonly accountId: string) {
    this.folded = blankAccount(accountId);
  }

  /** In the order of the versions; null for an entry that cannot be read. `version` is that of its document. */
  add(version: number, entry: HistoryEntry | null): void {
    this.entries += 1;
    const isInPlace =
      version === this.entries &&
      (entry === null || (entry.version === version && entry.accountId === this.accountId));
    if (!isInPlace) this.gaps.push(version);
    if (entry === null || !isInPlace) this.isComparable = false;
    if (entry === null) return;
    this.addRequest(version, entry);
    if (this.isComparable) this.folded = applyEntry(this.folded, entry);
  }

  /** Of a merge each account has the request once. A row of an import comes again under its key where it was undone before. */
  private addRequest(version: number, { requestId, batch }: HistoryEntry): void {
    if (batch !== null) {
      this.batchIds.add(batch);
      return;
    }
    if (this.requestIds.has(requestId)) this.doubled.push(version);
    this.requestIds.add(requestId);
  }

  /** IDs of the imports that the history names. */
  batches(): readonly string[] {
    return [...this.batchIds];
  }

  /** Behind the last entry; null where the account itself cannot be read. */
  findings(account: Account | null): HistoryFinding[] {
    const isCut = account !== null && account.version !== this.entries;
    const gaps = this.gaps.length > 0 || isCut ? [...this.gaps, ...(isCut ? [account.version] : [])] : [];
    const differing =
      account === null || !this.isComparable || isCut
        ? []
        : changesBetween(toRecord(this.folded), toRecord(account)).map(({ path }) => path);
    return [
      ...findingOf('HISTORY_GAP', gaps),
      ...findingOf('REQUEST_APPLIED_TWICE', this.doubled),
      ...findingOf('HISTORY_DIFFERS', differing),
    ];
  }
}

const findingOf = (code: HistoryFinding['code'], named: readonly (string | number)[]): HistoryFinding[] =>
  named.length === 0 ? [] : [{ code, detail: named.slice(0, MAX_NAMED).join(', ') }];
