/** What a merge changed on one of its accounts, and what has changed since. */
import { type Account, partById } from '../account/account';
import { changesBetween, splitPath } from '../account/account-change';
import { toRecord } from '../account/account-record';
import type { DecisionContext } from '../account/decision-context';
import { type HistoryEntry, revertEntry } from '../account/history';
import { refuse } from '../account/refusals';
import { obeysRules } from '../account/undo-rules';
import type { LaterChange } from './rule-refusal';

/** Fields of the account beside its parts. An un-merge is refused where one that the merge set has been set again since. */
export const STATUS_FIELDS = [
  'status',
  'statusSince',
  'nextCheck',
  'awaitedCondition',
  'missedChecks',
  'unanswered',
  'lost',
  'badFit',
  'onFile',
  'proposal',
];

/** The fields that rules read: where all of them come back as they were, the rules hold as they did. */
const RULED_FIELDS = [...STATUS_FIELDS, 'everMet', 'bant', 'opportunities', 'products'];

/** Name of a contact, product of an opportunity; null where the path says it all. */
const partName = (account: Account, path: string): string | null => {
  const [field, id] = splitPath(path);
  switch (field) {
    case 'contacts':
      return partById(account.contacts, id)?.name ?? null;
    case 'opportunities':
      return partById(account.opportunities, id)?.product ?? null;
    case 'products':
      return partById(account.products, id)?.product ?? null;
    case 'activities':
      return partById(account.activities, id)?.with ?? null;
    default:
      return null;
  }
};

/** The last change of that path among the later entries; null where there is none. */
export const laterChangeOf = (
  path: string,
  account: Account,
  later: readonly HistoryEntry[],
  { members }: DecisionContext,
): LaterChange => {
  const changes = (entry: HistoryEntry): boolean =>
    entry.events.some((event) => event.changes.some((change) => change.path === path));
  const entry = [...later].reverse().find(changes) ?? later[later.length - 1];
  return {
    path,
    what: partName(account, path),
    version: entry?.version ?? account.version,
    at: entry?.at ?? '',
    on: entry?.on ?? '',
    by: entry?.by ?? '',
    byName: members[entry?.by ?? '']?.name ?? null,
    command: entry?.command ?? 'merge',
  };
};

export const refuseLaterChanges = (accountId: string, changes: readonly LaterChange[]) =>
  refuse('UNMERGE_CHANGED', { facts: { accountId, changes } });

/** The account before the merge and directly after it, made by reverting the later entries. */
export const aroundMerge = (
  account: Account,
  entry: HistoryEntry,
  later: readonly HistoryEntry[],
): { before: Account; after: Account } => {
  const after = [...later].reverse().reduce(revertEntry, account);
  return { before: revertEntry(after, entry), after };
};

export const breaksRules = (
  restored: Account,
  before: Account,
  account: Account,
  context: DecisionContext,
): boolean =>
  changesBetween(toRecord(before), toRecord(restored)).some(({ path }) =>
    RULED_FIELDS.includes(splitPath(path)[0]),
  ) && !obeysRules(restored, account, context);

/** The merge's entry and all later ones; null where the history that was read is incomplete. */
export const mergeAndLater = (
  account: Account,
  version: number,
  { history }: DecisionContext,
): { entry: HistoryEntry; later: HistoryEntry[] } | null => {
  const [entry, ...later] = history.filter((candidate) => candidate.version >= version);
  const last = later[later.length - 1] ?? entry;
  return entry?.version === version && last?.version === account.version ? { entry, later } : null;
};
