/** What requests need to be read before they are decided, as their commands say it. */
import type { Account } from '../domain/account/account';
import type { DecisionContext } from '../domain/account/decision-context';
import type { HistoryEntry } from '../domain/account/history';
import type { LoadedBefore, Needs } from '../domain/commands/command';
import { type Command, definitionOf } from '../domain/commands/command-table';
import { readEntries } from '../store/account-history';
import type { Database } from '../store/firestore';
import type { LoadedAccount } from '../store/loaded-account';
import type { UnitOfWork, UnitOfWorkReads } from '../store/unit-of-work';
import { loadParentChain, loadSuccessorChain } from './account-chains';
import type { CommandContext } from './command-context';
import { batchOf, type Submission } from './submission';

/** What the command needs, as far as what is loaded can tell. */
const needsOf = (command: Command, loaded: LoadedBefore): Needs =>
  definitionOf(command).needs?.(command, loaded) ?? {};

/** What the requests say that they need, before anything is read. */
export const readsOf = (submissions: readonly Submission[]): UnitOfWorkReads => {
  const all = submissions.map((submission) => ({
    submission,
    needs: needsOf(submission.request.command, { account: null, history: [] }),
  }));
  return {
    accountIds: all.flatMap(({ submission, needs }) => [
      submission.accountId,
      ...(needs.accountIds ?? []),
      ...(needs.parentId == null ? [] : [needs.parentId]),
    ]),
    requestIds: submissions.flatMap((submission) =>
      batchOf(submission) === null ? [submission.request.requestId] : [],
    ),
    corporateNumbers: all.flatMap(({ needs }) => needs.corporateNumber ?? []),
    newCompanies: all.flatMap(({ submission: { request }, needs }) =>
      needs.similarTo === undefined ? [] : [{ requestId: request.requestId, details: needs.similarTo }],
    ),
    // Most companies of an import are new, so their accounts are read in the way that is cheap for missing documents.
    mostlyNew: submissions.every(({ request }) => request.command.type === 'import'),
  };
};

/** By ID the accounts that the decision is made with: likely duplicates of a new company, and those that the command names. */
const loadOtherAccounts = async (
  work: UnitOfWork,
  { accountIds = [], similarTo }: Needs,
): Promise<Record<string, Account>> => {
  const similarIds = similarTo === undefined ? [] : work.duplicateCandidateIds(similarTo);
  const accounts: Record<string, Account> = {};
  for (const id of [...similarIds, ...accountIds]) accounts[id] = (await work.load(id)).account;
  return accounts;
};

/** Stored entries that the command reads, as to undo one of them. */
export const readNeededHistory = async (
  db: Database,
  work: UnitOfWork,
  { accountId, request: { command } }: Submission,
): Promise<HistoryEntry[]> => {
  const { stored } = await work.load(accountId);
  const { history } = needsOf(command, { account: stored, history: [] });
  if (history === undefined) return [];
  const newest = stored?.version ?? 0;
  return readEntries(db, accountId, history.from, Math.min(newest, history.to ?? newest));
};

/** What a decision is made with. */
export interface LoadedForDecision {
  loaded: LoadedAccount;
  needs: Needs;
  context: DecisionContext;
  /** By ID the parent that the account is to have, and the parents above it. */
  parents: Readonly<Record<string, Account>>;
}

/** `pastEntries` are the stored entries that the command needs; what this attempt has done already is not stored yet. */
export const loadForDecision = async (
  work: UnitOfWork,
  { accountId, request: { command } }: Submission,
  pastEntries: readonly HistoryEntry[],
  callContext: CommandContext,
): Promise<LoadedForDecision> => {
  const loaded = await work.load(accountId);
  const history = [...pastEntries, ...loaded.entries];
  const needs = needsOf(command, { account: loaded.account, history });
  // Most commands name neither, and a list has thousands: what is awaited for nothing costs each of them.
  const parents = needs.parentId == null ? {} : await loadParentChain(work, needs.parentId);
  const links = needs.successorId == null ? {} : await loadSuccessorChain(work, needs.successorId);
  const others = { ...parents, ...(await loadOtherAccounts(work, needs)) };
  return { loaded, needs, parents, context: { ...callContext, links, others, history } };
};
