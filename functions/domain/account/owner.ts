import type { Account } from './account';
import { activeMember, type DecisionContext } from './decision-context';
import { append, type Mutation } from './draft';
import { refuse } from './refusals';
import { isManager, mayWrite } from './team';

/** An account that an active member owns is handed over by that member or a manager. */
const isAnothers = ({ ownerId }: Account, context: DecisionContext): boolean =>
  activeMember(context, ownerId) !== null && ownerId !== context.actor.id && !isManager(context.actor);

/** Sets the inside sales rep to whom field sales return the account. */
export const assignInsideSales =
  (memberId: string, context: DecisionContext): Mutation =>
  (draft) => {
    const member = activeMember(context, memberId);
    if (member === null || !mayWrite(member)) return refuse('MEMBER_UNKNOWN', { facts: { memberId } });
    return append(draft, 'ownerSet', { ...draft.account, isOwnerId: memberId });
  };

export const assignOwner =
  (ownerId: string, context: DecisionContext): Mutation =>
  (draft) => {
    const owner = activeMember(context, ownerId);
    if (owner === null || !mayWrite(owner)) return refuse('MEMBER_UNKNOWN', { facts: { memberId: ownerId } });
    const { account } = draft;
    if (ownerId !== account.ownerId && isAnothers(account, context))
      return refuse('OWNER_HANDS_OVER', { facts: { ownerId: account.ownerId } });
    // The rep before is kept only while active: field sales must not return an account to somebody who has left.
    const formerId = activeMember(context, account.isOwnerId)?.id ?? null;
    const isOwnerId = owner.role === 'is' ? owner.id : formerId;
    return append(draft, 'ownerSet', { ...account, ownerId, isOwnerId });
  };
