/** Undo of an import: what it did to each account is taken back by the account's own undo, with its rules. */
import type { ImportBatch, ImportUndoAnswer } from '../contract/import';
import { type Account, isRegistered } from '../domain/account/account';
import type { HistoryEntry } from '../domain/account/history';
import { readHistories } from '../store/account-history';
import type { Database } from '../store/firestore';
import { markImportUndone, readAccountsOfBatch } from '../store/import-batches';
import { forgetRuledChoices } from '../store/row-choices';
import type { CommandContext } from './command-context';
import type { BatchRequest } from './submission';
import { submit } from './submit';

/**
 * Account by account. Refused are accounts that have changed since, or that the caller may not undo. Sent again after a crash or
 * where the time was up, it passes over what is undone already. What its rules have made of rows is forgotten with it.
 */
export const undoImportBatch = async (
  db: Database,
  { id: batch, list }: Pick<ImportBatch, 'id' | 'list'>,
  context: CommandContext,
  isTimeUp: () => boolean = () => false,
): Promise<Omit<ImportUndoAnswer, 'batch'>> => {
  const refused: ImportUndoAnswer['refused'][number][] = [];
  let undone = 0;
  for await (const { accounts, unreadable, isLast } of readAccountsOfBatch(db, batch)) {
    refused.push(...unreadable.map(({ id }) => refusedAsUnreadable(id)));
    const page = await undoOnAccounts(db, accounts.filter(isRegistered), batch, context);
    undone += page.undone;
    refused.push(...page.refused);
    if (!isLast && isTimeUp()) return { undone, refused, finished: false };
  }
  await forgetRuledChoices(db, list, batch);
  await markImportUndone(db, batch);
  return { undone, refused, finished: true };
};

const undoOnAccounts = async (
  db: Database,
  accounts: readonly Account[],
  batch: string,
  context: CommandContext,
): Promise<Pick<ImportUndoAnswer, 'undone' | 'refused'>> => {
  const histories = await readHistories(db, accounts);
  const isReadable = ({ id }: Account): boolean => histories.get(id)?.unreadable.length === 0;
  const requests = accounts
    .filter(isReadable)
    .flatMap((account) => undoRequestsOf(account, histories.get(account.id)?.entries ?? [], batch));
  const results = await submit(db, requests, context);
  const accepted = new Set<string>();
  const refused = new Map<string, ImportUndoAnswer['refused'][number]>(
    accounts
      .filter((account) => !isReadable(account))
      .map(({ id, name }) => [id, refusedAsUnreadable(id, name)]),
  );
  for (const [index, { accountId }] of requests.entries()) {
    const result = results[index];
    if (result === undefined) continue;
    if (!('refusal' in result)) accepted.add(accountId);
    else if (!refused.has(accountId))
      refused.set(accountId, { accountId, name: result.row?.name ?? '', code: result.refusal.code });
  }
  const undone = [...accepted].filter((accountId) => !refused.has(accountId)).length;
  return { undone, refused: [...refused.values()] };
};

const refusedAsUnreadable = (accountId: string, name = ''): ImportUndoAnswer['refused'][number] => ({
  accountId,
  name,
  code: 'DOCUMENT_UNREADABLE',
});

/** The undo of each entry that the batch made and that is not undone already, the newest first. */
export const undoRequestsOf = (
  { id, version }: Pick<Account, 'id' | 'version'>,
  history: readonly HistoryEntry[],
  batch: string,
): BatchRequest[] => {
  const undoneVersions = new Set(history.map(({ undoes }) => undoes));
  return history
    .filter((entry) => entry.batch === batch && entry.undoes === null && !undoneVersions.has(entry.version))
    .reverse()
    .map((entry) => ({
      requestId: `${batch}:undo:${id}:${entry.version}`,
      accountId: id,
      expectedVersion: version,
      command: { type: 'undo', version: entry.version },
      batch,
    }));
};
