/** Hand-over of an account to another member, acknowledged or returned by the receiver (section 6, item 13). */
import { partById } from '../account/account';
import { isRefusal, setOwner } from '../account/account-mutations';
import type { Command } from '../account/command';
import { type DecisionContext, nextPartId } from '../account/decision-context';
import { append, type Draft } from '../account/history';
import { type Refusal, refuse } from '../account/refusals';
import { isManager } from '../account/team';

export const handOver = (
  story: Draft,
  command: Extract<Command, { type: 'handOver' }>,
  context: DecisionContext,
): Draft | Refusal => {
  const { account } = story;
  const { actor } = context;
  if (account.ownerId !== null && account.ownerId !== actor.id && !isManager(actor))
    return refuse('ROLE_NOT_ALLOWED', { facts: { ownerId: account.ownerId } });
  const owned = setOwner(command.toId, context)(story);
  if (isRefusal(owned)) return owned;
  return append(owned, 'handedOver', {
    ...owned.account,
    handOver: {
      id: nextPartId('h', account),
      by: actor.id,
      on: context.today,
      fromId: account.ownerId,
      toId: command.toId,
      note: command.note,
      promises: command.promises ?? null,
      acknowledgedOn: null,
    },
  });
};

export const acknowledgeHandOver = (
  story: Draft,
  { accept, note }: Extract<Command, { type: 'acknowledgeHandOver' }>,
  context: DecisionContext,
): Draft | Refusal => {
  const { account } = story;
  const waiting = account.handOver;
  if (waiting === null || waiting.acknowledgedOn !== null) return refuse('HAND_OVER_NONE');
  if (waiting.toId !== context.actor.id)
    return refuse('HAND_OVER_NOT_YOURS', { facts: { receiver: waiting.toId } });
  const more = { reason: note ?? null };
  if (accept)
    return append(
      story,
      'handOverAcknowledged',
      { ...account, handOver: { ...waiting, acknowledgedOn: context.today } },
      more,
    );
  // Only what still stands as it was handed over goes back.
  const stands = account.ownerId === waiting.toId;
  const giver = partById(context.members, waiting.fromId);
  return append(
    story,
    'handOverReturned',
    {
      ...account,
      ownerId: stands ? waiting.fromId : account.ownerId,
      isOwnerId: stands && giver?.role === 'is' ? giver.id : account.isOwnerId,
      handOver: null,
    },
    more,
  );
};
