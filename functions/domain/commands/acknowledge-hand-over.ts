import { type Account, type Opportunity, partById } from '../account/account';
import type { DecisionContext } from '../account/decision-context';
import { append, type Draft } from '../account/draft';
import { withEntryDebts } from '../account/enter-status';
import { refuse } from '../account/refusals';
import { receiverOf, unacknowledgedOpportunities } from '../account/waiting-hand-overs';
import { defineCommand } from './command';

interface Answer {
  accept: boolean;
  note?: string;
}

/** The receiver takes what was handed over to them, the account and opportunities on it, or returns it. */
export const acknowledgeHandOver = defineCommand<'acknowledgeHandOver', Answer>({
  type: 'acknowledgeHandOver',
  givenBy: 'knownRep',
  reads: () => ['handOver', 'opportunities'],
  decide: (draft, answer, context) => {
    const { account } = draft;
    const { actor } = context;
    const waiting = account.handOver?.acknowledgedOn === null ? account.handOver : null;
    const opportunities = unacknowledgedOpportunities(account, actor.id);
    if (waiting?.toId !== actor.id && opportunities.length === 0) {
      const receiver = receiverOf(account);
      return receiver === null
        ? refuse('HAND_OVER_NONE')
        : refuse('HAND_OVER_NOT_YOURS', { facts: { receiver } });
    }
    const answered = waiting?.toId === actor.id ? answerAccount(draft, waiting, answer, context) : draft;
    return answerOpportunities(answered, opportunities, answer, context);
  },
});

const answerAccount = (
  draft: Draft,
  waiting: NonNullable<Account['handOver']>,
  { accept, note }: Answer,
  context: DecisionContext,
): Draft => {
  const { account } = draft;
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
};

/** One that was opened for its receiver goes back by its closing, which asks what becomes of the account (rule 7). */
const answerOpportunities = (
  draft: Draft,
  opportunities: readonly Opportunity[],
  { accept, note }: Answer,
  { today }: DecisionContext,
) => {
  const answered = opportunities.flatMap((one): Opportunity[] => {
    const { handOver } = one;
    if (handOver === null) return [];
    if (accept) return [{ ...one, handOver: { ...handOver, acknowledgedOn: today } }];
    return handOver.fromId === null ? [] : [{ ...one, fsOwnerId: handOver.fromId, handOver: null }];
  });
  if (answered.length === 0)
    return draft.events.length === 0
      ? refuse('OPPORTUNITY_TO_CLOSE', {
          facts: { open: opportunities.map(({ id, product }) => ({ id, product })) },
        })
      : draft;
  const { account } = draft;
  const parts = Object.fromEntries(answered.map((one) => [one.id, one]));
  return append(
    draft,
    accept ? 'opportunityAcknowledged' : 'opportunityReturned',
    { ...account, opportunities: { ...account.opportunities, ...parts } },
    { reason: note ?? null },
  );
};
