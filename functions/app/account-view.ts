/** An account as a person looks at it: with its history, its parent and children, and what each change of status would ask for. */
import type { AccountAnswer } from '../contract/account';
import { type Account, isRegistered } from '../domain/account/account';
import { type AccountRecord, toRecord } from '../domain/account/account-record';
import { approvalFacts } from '../domain/account/approval-facts';
import { missedChecksOf } from '../domain/account/missed-checks';
import { moveOutlook } from '../domain/account/move-outlook';
import { offeredTransitions } from '../domain/account/offered-transitions';
import { type CompanyGroup, relatedCompanyOf } from '../domain/account/parent-company';
import { runningCheck } from '../domain/account/standing';
import { documentProblem } from '../domain/account/unreadable-document';
import { readReadableEntries } from '../store/account-history';
import { loadAccount, readAccounts, readChildAccounts } from '../store/accounts';
import type { Database } from '../store/firestore';
import type { CommandContext } from './command-context';
import type { ProblemResult } from './problem-result';

const MAX_CHILDREN = 50;

/** `entries` is how many entries of the history are given, the newest ones of those older than version `before`. */
export const viewAccount = async (
  db: Database,
  { id, entries, before }: { id: string; entries: number; before?: number },
  context: CommandContext,
): Promise<AccountAnswer | ProblemResult> => {
  const account = await loadAccount(db, id);
  if (account === null) return { problem: { code: 'ACCOUNT_UNKNOWN', accountId: id } };
  const newest = Math.min(account.version, (before ?? account.version + 1) - 1);
  const [{ entries: history, unreadable }, group] = await Promise.all([
    readReadableEntries(db, id, Math.max(1, newest - entries + 1), newest),
    readGroup(db, account),
  ]);
  const decision = { ...context, links: {}, history: [] };
  return {
    account: recordOfToday(account, context),
    history: history.reverse(),
    offers: isRegistered(account) ? offeredTransitions(account, decision) : [],
    outlook: isRegistered(account) ? moveOutlook(account, decision) : [],
    approval: isRegistered(account) ? approvalFacts(account, decision) : null,
    group,
    problems: unreadable.map(documentProblem),
  };
};

/** The record with missed checks counted up to today; the stored number counts up to the last change only. */
const recordOfToday = (account: Account, context: CommandContext): AccountRecord => {
  const running = runningCheck(account.standing);
  const record = toRecord(account);
  return running === null ? record : { ...record, missedChecks: missedChecksOf(running, context) };
};

const readGroup = async (db: Database, { id, parentId }: Account): Promise<CompanyGroup> => {
  const [parents, children] = await Promise.all([
    parentId === null ? null : readAccounts(db, [parentId]),
    readChildAccounts(db, id, MAX_CHILDREN),
  ]);
  const parent = parents?.accounts[0];
  return {
    parent: parent === undefined || !isRegistered(parent) ? null : relatedCompanyOf(parent),
    children: children.map(relatedCompanyOf),
  };
};
