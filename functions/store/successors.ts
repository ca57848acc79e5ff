/** Who stands for an account now, and the group parent behind it. */
import type { Account } from '../domain/account/account';
import { successorIdOf } from '../domain/account/standing';
import { readAccounts } from './accounts';
import type { Database } from './firestore';

/** Links that are followed; each is one read. */
const MAX_LINKS = 5;

export interface SuccessorsAndParent {
  /** From the account to the one that stands for it now, step by step. */
  successors: Account[];
  /** Group parent of the last one. */
  parent: Account | null;
}

/**
 * Follows the on-file links to their end, but no further than a withdrawn account. The last read brings the parent along.
 * `readBefore` are accounts that need not be read again, by ID.
 */
export const readSuccessorsAndParent = async (
  db: Database,
  account: Account,
  readBefore: ReadonlyMap<string, Account>,
): Promise<SuccessorsAndParent> => {
  const accounts = new Map(readBefore);
  const successors: Account[] = [];
  let last = account;
  for (let links = 0; links < MAX_LINKS; links += 1) {
    const successorId = successorIdOf(last);
    const wantedId = successorId ?? last.parentId;
    if (wantedId !== null && !accounts.has(wantedId))
      for (const read of (await readAccounts(db, [wantedId])).accounts) accounts.set(read.id, read);
    const successor = successorId === null ? undefined : accounts.get(successorId);
    if (successor === undefined || successor.withdrawn || successors.includes(successor)) break;
    successors.push(successor);
    last = successor;
  }
  const parent = last.parentId === null ? undefined : accounts.get(last.parentId);
  return { successors, parent: parent === undefined || parent.withdrawn ? null : parent };
};
