/** Hand-over of an account to another member, acknowledged or returned by the receiver (section 6, item 13). */
import { partOf } from './account';
import type { Command } from './commands';
import { type Context, partId } from './context';
import { record, type Story } from './history';
import { type Refusal, refuse } from './refusals';
import { isRefusal, setOwner } from './steps';
import { isManager } from './team';

export const handOver = (
  story: Story,
  command: Extract<Command, { type: 'handOver' }>,
  context: Context,
): Story | Refusal => {
  const { account } = story;
  const { actor } = context;
  if (account.ownerId !== null && account.ownerId !== actor.id && !isManager(actor))
    return refuse('ROLE_NOT_ALLOWED', { facts: { ownerId: account.ownerId } });
  const owned = setOwner(command.toId, context)(story);
  if (isRefusal(owned)) return owned;
  return record(owned, 'handedOver', {
    ...owned.account,
    handOver: {
      id: partId('h', account),
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
  story: Story,
  { accept, note }: Extract<Command, { type: 'acknowledgeHandOver' }>,
  context: Context,
): Story | Refusal => {
  const { account } = story;
  const waiting = account.handOver;
  if (waiting === null || waiting.acknowledgedOn !== null) return refuse('HAND_OVER_NONE');
  if (waiting.toId !== context.actor.id)
    return refuse('HAND_OVER_NOT_YOURS', { facts: { receiver: waiting.toId } });
  const more = { reason: note ?? null };
  if (accept)
    return record(
      story,
      'handOverAcknowledged',
      { ...account, handOver: { ...waiting, acknowledgedOn: context.today } },
      more,
    );
  // Only what still stands as it was handed over goes back.
  const stands = account.ownerId === waiting.toId;
  const giver = partOf(context.members, waiting.fromId);
  return record(
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
