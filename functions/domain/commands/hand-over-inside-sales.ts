import { activeMember } from '../account/decision-context';
import { append } from '../account/draft';
import { refuse } from '../account/refusals';
import { refuseBlankNote } from '../account/required-note';
import { isManager, mayWrite } from '../account/team';
import { defineCommand } from './command';

interface HandOverInsideSalesInput {
  toId: string;
  note: string;
}

/** Changes the inside sales rep to whom field sales would return the account; the owner stays. */
export const handOverInsideSales = defineCommand<'handOverInsideSales', HandOverInsideSalesInput>({
  type: 'handOverInsideSales',
  givenBy: 'rep',
  reads: () => ['isOwnerId'],
  decide: (draft, { toId, note }, context) => {
    const { account } = draft;
    const { actor } = context;
    const receiver = activeMember(context, toId);
    if (receiver === null || !mayWrite(receiver))
      return refuse('MEMBER_UNKNOWN', { facts: { memberId: toId } });
    const present = activeMember(context, account.isOwnerId);
    if (present !== null && present.id !== actor.id && !isManager(actor))
      return refuse('ROLE_NOT_ALLOWED', { facts: { ownerId: present.id } });
    const unsaid = refuseBlankNote(note, context);
    if (unsaid !== null) return unsaid;
    return append(draft, 'ownerSet', { ...account, isOwnerId: toId }, { reason: note });
  },
});
