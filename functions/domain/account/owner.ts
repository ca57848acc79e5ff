import { activeMember, type DecisionContext } from './decision-context';
import { append, type Mutation } from './draft';
import { refuse } from './refusals';

export const assignOwner =
  (ownerId: string, context: DecisionContext): Mutation =>
  (draft) => {
    const owner = activeMember(context, ownerId);
    if (owner === null || owner.role === 'viewer')
      return refuse('MEMBER_UNKNOWN', { facts: { memberId: ownerId } });
    const isOwnerId = owner.role === 'is' ? owner.id : draft.account.isOwnerId;
    return append(draft, 'ownerSet', { ...draft.account, ownerId, isOwnerId });
  };
