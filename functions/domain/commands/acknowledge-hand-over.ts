import { type Account, type Opportunity, openOpportunities, partById } from '../account/account';
import { applyTransition } from '../account/apply-transition';
import type { DecisionContext } from '../account/decision-context';
import { append, type Draft } from '../account/draft';
import { withEntryDebts } from '../account/enter-status';
import { openPromises } from '../account/open-promises';
import { settleOpportunity } from '../account/opportunities';
import { isRefusal, type Refusal, refuse } from '../account/refusals';
import { isOpenedFor, mayAnswerFor, passedOpportunities, receiverOf } from '../account/waiting-hand-overs';
import { defineCommand } from './command';

interface Answer {
  accept: boolean;
  note?: string;
}

/** The receiver, or the stand-in, acknowledges or returns all that was handed over to them: the account, and opportunities on it. */
export const acknowledgeHandOver = defineCommand<'acknowledgeHandOver', Answer>({
  type: 'acknowledgeHandOver',
  givenBy: 'knownRep',
  // The opportunities are read, too: the account leaves ACTIVE_OPPORTUNITY with its last open one.
  reads: () => ['handOver', 'opportunities'],
  decide: (draft, answer, context) => {
    const { account } = draft;
    const { handOver } = account;
    const waiting =
      handOver?.acknowledgedOn === null && mayAnswerFor(handOver.toId, context) ? handOver : null;
    const opportunities = passedOpportunities(account).filter(({ fsOwnerId }) =>
      mayAnswerFor(fsOwnerId, context),
    );
    if (waiting === null && opportunities.length === 0) {
      const receiver = receiverOf(account);
      return receiver === null
        ? refuse('HAND_OVER_NONE')
        : refuse('HAND_OVER_NOT_YOURS', { facts: { receiver } });
    }
    const opened = opportunities.filter(isOpenedFor);
    const passed = opportunities.filter((one) => answer.accept || !isOpenedFor(one));
    if (waiting !== null)
      return answerOpportunities(answerAccount(draft, waiting, answer, context), passed, answer, context);
    const answered = answerOpportunities(draft, passed, answer, context);
    // Beside the account, above, opportunities that were opened for the receiver are not returned: they wait for an answer of their own.
    return answer.accept ? answered : returnOpened(answered, opened, answer, context);
  },
});

/** Acknowledges the account, or returns it to who gave it. Open promises to the customer go back with it, in a hand-over that nobody has to answer. */
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
  // The owner changes back only where nobody has given the account to somebody else since.
  const stands = account.ownerId === waiting.toId;
  const giver = partById(context.members, waiting.fromId);
  const backTo = stands ? waiting.fromId : account.ownerId;
  return append(
    draft,
    'handOverReturned',
    withEntryDebts({
      ...account,
      ownerId: backTo,
      isOwnerId: stands && giver?.role === 'is' ? giver.id : account.isOwnerId,
      handOver:
        openPromises(account) === null
          ? null
          : {
              ...{ ...waiting, fromId: waiting.toId, toId: backTo ?? waiting.by },
              acknowledgedOn: context.today,
            },
    }),
    more,
  );
};

/** Acknowledges the opportunities, or gives them back to the colleague who passed them on. */
const answerOpportunities = (
  draft: Draft,
  opportunities: readonly Opportunity[],
  { accept, note }: Answer,
  { today }: DecisionContext,
): Draft => {
  const answered = opportunities.flatMap((one): Opportunity[] => {
    const { handOver } = one;
    if (handOver === null) return [];
    if (accept) return [{ ...one, handOver: { ...handOver, acknowledgedOn: today } }];
    return handOver.fromId === null ? [] : [{ ...one, fsOwnerId: handOver.fromId, handOver: null }];
  });
  if (answered.length === 0) return draft;
  const { account } = draft;
  const parts = Object.fromEntries(answered.map((one) => [one.id, one]));
  return append(
    draft,
    accept ? 'opportunityAcknowledged' : 'opportunityReturned',
    { ...account, opportunities: { ...account.opportunities, ...parts } },
    { reason: note ?? null },
  );
};

/** Closes opportunities that no field sales owner had before as returned. With the last open one the account returns to WORKING. */
const returnOpened = (
  draft: Draft,
  opened: readonly Opportunity[],
  { note }: Answer,
  context: DecisionContext,
): Draft | Refusal => {
  const closed = opened.reduce<Draft | Refusal>(
    (now, { id: opportunityId }) =>
      isRefusal(now)
        ? now
        : settleOpportunity(
            {
              opportunityId,
              outcome: 'returned',
              on: context.today,
              ...(note === undefined ? {} : { note }),
            },
            context,
          )(now),
    draft,
  );
  if (isRefusal(closed)) return closed;
  const { account } = closed;
  return account.standing.status === 'ACTIVE_OPPORTUNITY' && openOpportunities(account).length === 0
    ? applyTransition(closed, 'WORKING', note === undefined ? {} : { reason: note }, context)
    : closed;
};
