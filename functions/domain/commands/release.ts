import { type Account, meetingsOf } from '../account/account';
import {
  type AccountChange,
  accountValueAt,
  changesBetween,
  isSameValue,
  revertChanges,
  splitPath,
} from '../account/account-change';
import { fromRecord, toRecord } from '../account/account-record';
import { append } from '../account/draft';
import { withEntryDebts } from '../account/enter-status';
import type { HistoryEntry } from '../account/history';
import { refuse } from '../account/refusals';
import { filing, mergeOf, successorIdOf } from '../account/standing';
import { defineSystemCommand } from './command';
import { isMergedPart } from './merge-data';
import {
  aroundMerge,
  breaksRules,
  laterChangeOf,
  mergeAndLater,
  refuseLaterChanges,
  STATUS_FIELDS,
} from './merge-history';
import { mergedNames } from './merge-terms';

export interface ReleaseInput {
  from: Account;
  reason: string;
}

/** An un-merge's half on the account that stays: it gives back what the merge had brought. */
export const release = defineSystemCommand<'release', ReleaseInput>({
  type: 'release',
  givenBy: 'system',
  reads: () => [],
  decide: (draft, { from, reason }, context) => {
    const { account } = draft;
    const version = mergeOf(from.standing)?.intoVersion ?? 0;
    const merging = mergeAndLater(account, version, context);
    if (merging === null) return refuse('UNDO_UNKNOWN', { facts: { accountId: account.id, version } });
    const { entry, later } = merging;
    const { before, after } = aroundMerge(account, entry, later);
    const record = toRecord(account);
    const changes = changesBetween(toRecord(before), toRecord(after));
    const movedIt = before.standing.status !== after.standing.status;
    const holdsFast = ({ path }: AccountChange): boolean => {
      const [field, id] = splitPath(path);
      // An activity that newer ones have pushed out does not stand in the way; one that a manager has corrected does.
      if (field === 'activities') return isCorrected(path, later);
      if (id !== null) return isMergedPart(id, from.id) && field !== 'sources';
      return field === 'corporateNumber' || (movedIt && STATUS_FIELDS.includes(field));
    };
    const wentOn =
      successorIdOf(account) !== null && !isSameValue(filing(account.standing), filing(after.standing));
    const inTheWay = [
      ...(wentOn ? ['onFile'] : []),
      ...changes
        .filter(
          (change) => holdsFast(change) && !isSameValue(accountValueAt(record, change.path), change.after),
        )
        .map(({ path }) => path),
    ];
    if (inTheWay.length > 0)
      return refuseLaterChanges(
        account.id,
        inTheWay.map((path) => laterChangeOf(path, account, later, context)),
      );
    const restored = withEntryDebts(giveBack(account, { before, after, changes, from, later }));
    const leaning = danglingPaths(restored, account, changes, from.id);
    if (leaning.length > 0)
      return refuseLaterChanges(
        account.id,
        leaning.map((path) => laterChangeOf(path, account, later, context)),
      );
    if (breaksRules(restored, before, account, context))
      return refuse('UNDO_BREAKS_RULE', {
        facts: { accountId: account.id, status: restored.standing.status },
      });
    return append(draft, 'unmerged', restored, {
      reason,
      data: { ...mergedNames(from, account), merge: version },
    });
  },
});

interface GiveBackInput {
  before: Account;
  after: Account;
  changes: readonly AccountChange[];
  from: Account;
  later: readonly HistoryEntry[];
}

/** Gives back what nobody has changed since the merge; what was set anew since stays. */
const giveBack = (account: Account, { before, after, changes, from, later }: GiveBackInput): Account => {
  const record = toRecord(account);
  const back = changes.filter(({ path, after: set }) => {
    const [field, id] = splitPath(path);
    // A contact that the merge itself logged was made, whatever becomes of the merge.
    if (field === 'activities' && id !== null && set !== null && !isMergedPart(id, from.id)) return false;
    return isSameValue(accountValueAt(record, path), set);
  });
  const restored = revertChanges(record, back);
  const without = <T>(now: readonly T[], was: readonly T[], set: readonly T[]): T[] =>
    now.filter(
      (one) => was.some((old) => isSameValue(old, one)) || !set.some((brought) => isSameValue(brought, one)),
    );
  const wasMet = before.everMet && !later.some(({ command }) => command === 'correctMeeting');
  return fromRecord({
    ...restored,
    everMet: wasMet || meetingsOf(restored).length > 0 || isMetByAnotherMerge(later),
    otherNames: without(restored.otherNames, before.otherNames, after.otherNames),
    domains: without(restored.domains, before.domains, after.domains),
    formerNames: without(restored.formerNames, before.formerNames, after.formerNames),
    lostCount: account.lostCount - (after.lostCount - before.lostCount),
    debts: restored.status === before.standing.status ? before.standing.debts : account.standing.debts,
  });
};

const isCorrected = (path: string, later: readonly HistoryEntry[]): boolean =>
  later.some(({ events }) =>
    events.some(
      ({ type, changes }) => type === 'meetingCorrected' && changes.some((change) => change.path === path),
    ),
  );

/** Whether a later merge that is still in effect has brought a company that we have met. */
const isMetByAnotherMerge = (later: readonly HistoryEntry[]): boolean => {
  const met = new Set<string>();
  for (const { type, data } of later.flatMap(({ events }) => events)) {
    if (type === 'merged' && data.met === true) met.add(data.fromId);
    if (type === 'unmerged') met.delete(data.fromId);
  }
  return met.size > 0;
};

/** Paths of what would point to nothing: made since on a contact or opportunity that goes back. */
const danglingPaths = (
  restored: Account,
  account: Account,
  changes: readonly AccountChange[],
  fromId: string,
): string[] => {
  const gone = changes.flatMap(({ path, before }) => {
    const [, id] = splitPath(path);
    return id !== null && before === null && isMergedPart(id, fromId) ? [id] : [];
  });
  const record = toRecord(account);
  const isGone = (id: string | null): boolean => id !== null && gone.includes(id);
  const points = (path: string, id: string | null): string[] =>
    isGone(id) && accountValueAt(record, path) !== null ? [path] : [];
  return [
    ...points('awaitedContactId', restored.awaitedContactId),
    ...Object.values(restored.activities).flatMap(({ id, contactId }) =>
      points(`activities.${id}`, contactId),
    ),
    ...Object.values(restored.opportunities).flatMap(({ id, follows }) =>
      points(`opportunities.${id}`, follows),
    ),
    ...Object.values(restored.products).flatMap(({ id, source }) =>
      points(`products.${id}`, source?.replace(/^opportunity:/, '') ?? null),
    ),
  ];
};
