import { partById } from '../account/account';
import { append } from '../account/draft';
import { withEntryDebts } from '../account/enter-status';
import { refuse } from '../account/refusals';
import { defineCommand } from './command';

/** The receiver takes the account, or returns it. */
export const acknowledgeHandOver = defineCommand<'acknowledgeHandOver', { accept: boolean; note?: string }>({
  type: 'acknowledgeHandOver',
  givenBy: 'knownRep',
  reads: () => ['handOver'],
  decide: (draft, { accept, note }, context) => {
    const { account } = draft;
    const waiting = account.handOver;
    if (waiting === null || waiting.acknowledgedOn !== null) return refuse('HAND_OVER_NONE');
    if (waiting.toId !== context.actor.id)
      return refuse('HAND_OVER_NOT_YOURS', { facts: { receiver: waiting.toId } });
    const more = { reason: note ?? null };
    if (accept)
      return append(
        draft,
        'handOverAcknowledged',
        { ...account, handOver: { ...waiting, acknowledgedOn: context.today } },
        more,
      );
    // Only what still stands as it was handed over goes back.
    const stands = account.ownerId === waiting.toId;
    const giver = partById(context.members, waiting.fromId);
    return append(
      draft,
      'handOverReturned',
      withEntryDebts({
        ...account,
        ownerId: stands ? waiting.fromId : account.ownerId,
        isOwnerId: stands && giver?.role === 'is' ? giver.id : account.isOwnerId,
        handOver: null,
      }),
      more,
    );
  },
});
