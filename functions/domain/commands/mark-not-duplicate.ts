import { otherAccount } from '../account/decision-context';
import { append, MAX_PARTS } from '../account/draft';
import { refuse } from '../account/refusals';
import { successorIdOf } from '../account/standing';
import { markedDistinct } from '../company/duplicates';
import { defineCommand } from './command';

/** Remembers that two accounts which look like one company are two. */
export const markNotDuplicate = defineCommand<'markNotDuplicate', { otherId: string; reason?: string }>({
  type: 'markNotDuplicate',
  givenBy: 'rep',
  reads: ({ otherId }) => [`notDuplicateOf.${otherId}`, 'onFile'],
  needs: ({ otherId }) => ({ accountIds: [otherId] }),
  decide: (draft, { otherId, reason }, context) => {
    const { account } = draft;
    const other = otherAccount(context, otherId);
    if (other === null || otherId === account.id)
      return refuse('NOT_DUPLICATE_ITSELF', { facts: { otherId } });
    if (successorIdOf(other) === account.id)
      return refuse('LINK_CUT', { facts: { successorId: account.id } });
    if (successorIdOf(account) === otherId) return refuse('LINK_CUT', { facts: { successorId: otherId } });
    if (markedDistinct(account, other)) return draft;
    if (Object.keys(account.notDuplicateOf).length >= MAX_PARTS)
      return refuse('LIMIT_REACHED', { facts: { notDuplicateOf: MAX_PARTS } });
    const mark = { on: context.today, by: context.actor.id };
    return append(
      draft,
      'notDuplicateMarked',
      { ...account, notDuplicateOf: { ...account.notDuplicateOf, [otherId]: mark } },
      { reason: reason ?? null, data: { otherId, otherName: other.name } },
    );
  },
});
