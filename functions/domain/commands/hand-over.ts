import { openOpportunities } from '../account/account';
import { nextPartId } from '../account/decision-context';
import { append } from '../account/draft';
import { openPromises } from '../account/open-promises';
import { acknowledgedByGiving, passOpportunities } from '../account/opportunities';
import { assignOwner } from '../account/owner';
import { isRefusal, refuse } from '../account/refusals';
import { refuseBlankNote } from '../account/required-note';
import { isManager } from '../account/team';
import { defineCommand } from './command';

interface HandOverInput {
  toId: string;
  note: string;
  promises?: string;
  /** Open opportunities that are in the hands of its owner go along. */
  withOpportunities?: boolean;
}

/**
 * Hands the account to another member, who acknowledges or returns it. Whoever takes it themselves need not acknowledge it. Promises
 * to the customer that are still open go along.
 */
export const handOver = defineCommand<'handOver', HandOverInput>({
  type: 'handOver',
  givenBy: 'rep',
  cell: true,
  reads: ({ withOpportunities }) => [
    ...['ownerId', 'handOver'],
    ...(withOpportunities === true ? ['opportunities'] : []),
  ],
  decide: (draft, { toId, note, promises = null, withOpportunities = false }, context) => {
    const { account } = draft;
    const { actor } = context;
    if (account.ownerId !== null && account.ownerId !== actor.id && !isManager(actor))
      return refuse('ROLE_NOT_ALLOWED', { facts: { ownerId: account.ownerId } });
    if (toId === account.ownerId) return refuse('HAND_OVER_TO_OWNER');
    const unsaid = refuseBlankNote(note, context);
    if (unsaid !== null) return unsaid;
    const owned = assignOwner(toId, context)(draft);
    if (isRefusal(owned)) return owned;
    const handOverId = nextPartId('h', account);
    const handedOver = append(owned, 'handedOver', {
      ...owned.account,
      handOver: {
        id: handOverId,
        by: actor.id,
        on: context.today,
        fromId: account.ownerId,
        toId,
        note,
        promises: [openPromises(account), promises].filter((words) => words !== null).join('\n') || null,
        acknowledgedOn: acknowledgedByGiving(toId, context),
      },
    });
    if (!withOpportunities) return handedOver;
    const own = openOpportunities(account).filter(({ fsOwnerId }) => fsOwnerId === account.ownerId);
    return passOpportunities(own, { toId, note, handOverId }, context)(handedOver);
  },
});
