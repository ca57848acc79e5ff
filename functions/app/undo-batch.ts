/** Undo of a batch: what it did to each account is taken back by the account's own undo, with its rules. */
import type { ImportBatch } from '../contract/import';
import { isRegistered } from '../domain/account/account';
import { parseAccount, parseEntry } from '../store/account-document';
import { accountsOf, type Database, entryRef } from '../store/firestore';
import { markImportUndone } from '../store/import-batches';
import { submit } from './submit';
import type { CommandContext, SubmitRequest } from './submit-request';

const ACCOUNTS_PER_SLICE = 100;

export interface UndoBatchResult {
  /** Accounts that are as they were before the batch. */
  undone: number;
  /** Accounts that have changed since, or that the caller may not undo. */
  refused: { accountId: string; name: string; code: string }[];
  /** False when the time was up: sent again, it goes on. */
  finished: boolean;
}

/** Takes back, account by account, what a batch did. Again after a crash: what is undone already is passed over. */
export const undoBatch = async (
  db: Database,
  state: Pick<ImportBatch, 'id'>,
  frame: CommandContext,
  enough: () => boolean = () => false,
): Promise<UndoBatchResult> => {
  const refused: UndoBatchResult['refused'] = [];
  let undone = 0;
  let after: string | null = null;
  for (;;) {
    let query = accountsOf(db)
      .where('batches', 'array-contains', state.id)
      .orderBy('__name__')
      .limit(ACCOUNTS_PER_SLICE);
    if (after !== null) query = query.startAfter(after);
    const { docs } = await query.get();
    const accounts = docs.map((doc) => parseAccount(doc.data())).filter(isRegistered);
    const asked = await undoRequestsOf(db, accounts, state.id);
    const results = await submit(db, asked, frame);
    const done = new Set<string>();
    const left = new Set<string>();
    results.forEach((result, index) => {
      const accountId = asked[index]?.accountId ?? '';
      if (result.status === 'accepted') done.add(accountId);
      else if (!left.has(accountId)) {
        left.add(accountId);
        refused.push({ accountId, name: result.row?.name ?? '', code: result.refusal.code });
      }
    });
    undone += [...done].filter((id) => !left.has(id)).length;
    after = docs.at(-1)?.id ?? null;
    if (docs.length < ACCOUNTS_PER_SLICE) break;
    if (enough()) return { undone, refused, finished: false };
  }
  await markImportUndone(db, state.id);
  return { undone, refused, finished: true };
};

/** For each account the undo of the batch's own entries that are not undone already, the newest first. */
const undoRequestsOf = async (
  db: Database,
  accounts: readonly { id: string; version: number }[],
  batch: string,
): Promise<SubmitRequest[]> => {
  const refs = accounts.flatMap(({ id, version }) =>
    Array.from({ length: version }, (_, index) => entryRef(db, id, index + 1)),
  );
  if (refs.length === 0) return [];
  const entries = (await db.getAll(...refs)).flatMap((snapshot) =>
    snapshot.exists ? parseEntry(snapshot.data()) : [],
  );
  return accounts.flatMap(({ id, version }): SubmitRequest[] => {
    const own = entries.filter(({ accountId }) => accountId === id);
    const undone = new Set(own.map(({ undoes }) => undoes));
    return own
      .filter((entry) => entry.batch === batch && entry.undoes === null && !undone.has(entry.version))
      .reverse()
      .map((entry) => ({
        requestId: `${batch}:undo:${id}:${entry.version}`,
        accountId: id,
        expectedVersion: version,
        command: { type: 'undo', version: entry.version },
        batch,
      }));
  });
};
