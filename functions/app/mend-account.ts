/** Makes an account that cannot be read again from its history, of which it is the fold. */
import type { AccountMendAnswer } from '../contract/account';
import type { Account } from '../domain/account/account';
import { fold, type HistoryEntry } from '../domain/account/history';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import { readWholeHistory } from '../store/account-history';
import { retryOnContention } from '../store/contention';
import type { Database } from '../store/firestore';
import { readForMending, replaceAccount } from '../store/mend-account';
import { parseDocument, UnreadableDocumentError } from '../store/unreadable-document';
import type { ProblemResult } from './problem-result';

/**
 * Nothing is changed where the account can be read, nor by a second call. Refuses with ACCOUNT_UNKNOWN, and with
 * DOCUMENT_UNREADABLE where a later version of this code has written it, or the history
 * itself cannot be read or has a gap: what it would give is not what the account was.
 */
export const mendAccount = (db: Database, accountId: string): Promise<AccountMendAnswer | ProblemResult> =>
  retryOnContention<AccountMendAnswer | ProblemResult>(`account ${accountId}`, async () => {
    const stored = await readForMending(db, accountId);
    if ('account' in stored) return { accountId, version: stored.account.version, mended: false };
    const { entries, unreadable } = await readWholeHistory(db, accountId);
    if (!stored.exists && entries.length + unreadable.length === 0)
      return { problem: { code: 'ACCOUNT_UNKNOWN', accountId } };
    const newer: UnreadableDocument = { kind: 'account', accountId, id: accountId, fields: ['schema'] };
    const obstacle = stored.isNewer ? newer : (unreadable[0] ?? gapIn(accountId, entries));
    if (obstacle !== undefined) return { problem: { code: 'DOCUMENT_UNREADABLE', ...obstacle } };
    const account = foldOrProblem(accountId, entries);
    if ('problem' in account) return account;
    const written = await replaceAccount(db, stored, account, entries);
    return written ? { accountId, version: account.version, mended: true } : null;
  });

/** The first gap in the history, as a document that is missing; the account's own document where there is no entry at all. */
const gapIn = (accountId: string, entries: readonly HistoryEntry[]): UnreadableDocument | undefined => {
  if (entries.length === 0) return { kind: 'account', accountId, id: accountId, fields: [] };
  const index = entries.findIndex((entry, at) => entry.version !== at + 1 || entry.accountId !== accountId);
  return index < 0 ? undefined : { kind: 'entry', accountId, id: String(index + 1), fields: ['version'] };
};

const foldOrProblem = (accountId: string, entries: readonly HistoryEntry[]): Account | ProblemResult => {
  try {
    return parseDocument({ kind: 'account', accountId, id: accountId }, () => fold(accountId, entries));
  } catch (error) {
    if (!(error instanceof UnreadableDocumentError)) throw error;
    return { problem: { code: 'DOCUMENT_UNREADABLE', ...error.document } };
  }
};
