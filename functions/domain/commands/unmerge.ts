/** The end of a merge: both accounts as they were, and what has been added to the survivor since stays with it. */

import { accountValueAt, changesBetween, isSameValue } from '../account/account-change';
import { toRecord } from '../account/account-record';
import { otherAccount } from '../account/decision-context';
import { append } from '../account/draft';
import { revertEntry } from '../account/history';
import { refuse } from '../account/refusals';
import { refuseBlankNote } from '../account/required-note';
import { mergeOf } from '../account/standing';
import { isManager } from '../account/team';
import { isOwnRecentChange } from '../account/undo-obstacle';
import { defineCommand } from './command';
import { aroundMerge, breaksRules, laterChangeOf, mergeAndLater, refuseLaterChanges } from './merge-history';
import { mergedNames } from './merge-terms';
import type { ReleaseInput } from './release';

/** The un-merge as it is given: on the account that went. `release` is the half of the account that stayed. */
export const unmerge = defineCommand<'unmerge', { reason: string }, { type: 'release' } & ReleaseInput>({
  type: 'unmerge',
  givenBy: 'knownRep',
  reads: () => ['onFile'],
  needs: (_, { account }) => {
    const merged = account === null ? null : mergeOf(account.standing);
    return merged === null ? {} : { accountIds: [merged.intoId], history: { from: merged.version } };
  },
  counterpart: (account, { reason }) => {
    const merged = mergeOf(account.standing);
    if (merged === null) return null;
    const command = { type: 'release', from: account, reason } as const;
    return { accountId: merged.intoId, command, historyFrom: merged.intoVersion };
  },
  decide: (draft, { reason }, context) => {
    const { account } = draft;
    const merged = mergeOf(account.standing);
    if (merged === null) return refuse('LINK_NONE');
    if (!isManager(context.actor) && !isOwnRecentChange(merged, context))
      return refuse('UNDO_TOO_LATE', { facts: { by: merged.by, at: merged.at } });
    const unsaid = refuseBlankNote(reason, context);
    if (unsaid !== null) return unsaid;
    const into = otherAccount(context, merged.intoId);
    const merging = mergeAndLater(account, merged.version, context);
    if (merging === null || into === null)
      return refuse('UNDO_UNKNOWN', { facts: { version: merged.version } });
    const { entry, later } = merging;
    const { before, after } = aroundMerge(account, entry, later);
    const record = toRecord(account);
    const changed = changesBetween(toRecord(before), toRecord(after))
      .filter(({ path, after: set }) => !isSameValue(accountValueAt(record, path), set))
      .map(({ path }) => laterChangeOf(path, account, later, context));
    if (changed.length > 0) return refuseLaterChanges(account.id, changed);
    const restored = revertEntry(account, entry);
    if (breaksRules(restored, before, account, context))
      return refuse('UNDO_BREAKS_RULE', { facts: { status: restored.standing.status } });
    return append(draft, 'unmerged', restored, {
      reason,
      data: { ...mergedNames(account, into), merge: merged.version },
    });
  },
});
