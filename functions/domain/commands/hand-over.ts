import { nextPartId } from '../account/decision-context';
import { append } from '../account/draft';
import { assignOwner } from '../account/owner';
import { isRefusal, refuse } from '../account/refusals';
import { isManager } from '../account/team';
import { defineCommand } from './command';

interface HandOverInput {
  toId: string;
  note: string;
  promises?: string;
}

/** To another member, who acknowledges or returns it (section 6, item 13). */
export const handOver = defineCommand<'handOver', HandOverInput>({
  type: 'handOver',
  givenBy: 'rep',
  cell: true,
  reads: () => ['ownerId', 'handOver'],
  decide: (draft, { toId, note, promises = null }, context) => {
    const { account } = draft;
    const { actor } = context;
    if (account.ownerId !== null && account.ownerId !== actor.id && !isManager(actor))
      return refuse('ROLE_NOT_ALLOWED', { facts: { ownerId: account.ownerId } });
    const owned = assignOwner(toId, context)(draft);
    if (isRefusal(owned)) return owned;
    return append(owned, 'handedOver', {
      ...owned.account,
      handOver: {
        id: nextPartId('h', account),
        by: actor.id,
        on: context.today,
        fromId: account.ownerId,
        toId,
        note,
        promises,
        acknowledgedOn: null,
      },
    });
  },
});
