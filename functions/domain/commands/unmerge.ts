/** The end of a merge: both accounts as they were, and what has been added to the survivor since stays with it. */

import { accountValueAt, changesBetween, isSameValue } from '../account/account-change';
import { otherAccount } from '../account/decision-context';
import { append } from '../account/draft';
import { revertEntry } from '../account/history';
import { refuse } from '../account/refusals';
import { isManager } from '../account/team';
import { isOwnRecentChange } from '../account/undo-obstacle';
import { defineCommand } from './command';
import { aroundMerge, breaksRules, laterChangeOf, mergeAndLater, refuseLaterChanges } from './merge-history';
import { mergedNames } from './merge-terms';
import type { ReleaseInput } from './release';

/** The half of the account that went. */
export const unmerge = defineCommand<'unmerge', { reason: string }, { type: 'release' } & ReleaseInput>({
  type: 'unmerge',
  givenBy: 'member',
  reads: () => ['onFile'],
  needs: (_, { account }) =>
    account?.merged == null
      ? {}
      : { accountIds: [account.merged.intoId], history: { from: account.merged.version } },
  counterpart: (account, { reason }) =>
    account.merged === null
      ? null
      : {
          accountId: account.merged.intoId,
          command: { type: 'release', from: account, reason },
          historyFrom: account.merged.intoVersion,
        },
  decide: (draft, { reason }, context) => {
    const { account } = draft;
    const { merged } = account;
    if (merged === null) return refuse('LINK_NONE');
    if (!isManager(context.actor) && !isOwnRecentChange(merged, context))
      return refuse('UNDO_TOO_LATE', { facts: { by: merged.by, at: merged.at } });
    const into = otherAccount(context, merged.intoId);
    const merging = mergeAndLater(account, merged.version, context);
    if (merging === null || into === null)
      return refuse('UNDO_UNKNOWN', { facts: { version: merged.version } });
    const { entry, later } = merging;
    const { before, after } = aroundMerge(account, entry, later);
    const changed = changesBetween(before, after)
      .filter(({ path, after: set }) => !isSameValue(accountValueAt(account, path), set))
      .map(({ path }) => laterChangeOf(path, account, later, context));
    if (changed.length > 0) return refuseLaterChanges(account.id, changed);
    const restored = revertEntry(account, entry);
    if (breaksRules(restored, before, account, context))
      return refuse('UNDO_BREAKS_RULE', { facts: { status: restored.status } });
    return append(draft, 'unmerged', restored, {
      reason,
      data: { ...mergedNames(account, into), merge: merged.version },
    });
  },
});
