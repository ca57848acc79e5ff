/** Lists accounts and opportunities that were handed over and not acknowledged. Late ones escalate as late checks do. */
import {
  type Account,
  type HandOver,
  type Opportunity,
  type OpportunityHandOver,
  openOpportunities,
} from '../account/account';
import { activeMember } from '../account/decision-context';
import { actingMember } from '../account/leave';
import { UNKNOWN_MEMBER } from '../account/member-texts';
import { addBusinessDays } from '../calendar/business-days';
import type { CalendarDate } from '../calendar/calendar-date';
import type { Text } from '../text/text';
import { type FindReason, memberText } from './account-reasons';
import {
  isOnLeave,
  lateBy,
  latenessOf,
  type QueueContext,
  type QueueDay,
  type QueueReason,
  turnOf,
} from './queue-reason';
import {
  handedOpportunityText,
  handedOverText,
  managerAsksReceiverText,
  NEXT_STEPS,
  NO_FORMER_OWNER,
  reassignText,
} from './queue-texts';

const waiting = ({ handOver }: Pick<Account, 'handOver'>): HandOver | null =>
  handOver === null || handOver.acknowledgedOn !== null ? null : handOver;

/** The day of the hand-over, where it has waited so long that another owner is proposed for the account; null otherwise. */
export const handOverIgnoredSince = (account: Account, day: QueueDay): CalendarDate | null => {
  const handOver = waiting(account);
  if (account.withdrawn || handOver === null || handOver.toId !== account.ownerId) return null;
  if (activeMember(day, handOver.toId) === null || isOnLeave(handOver.toId, day)) return null;
  return latenessOf(handOver.on, day) === 3 ? handOver.on : null;
};

/**
 * The receiver acts first, then the managers: they ask the receiver, who is reminded until it is acknowledged, and later choose
 * somebody else. Nobody loses what they received while they were on leave.
 */
const turnOfReceiver = (
  { receiverId, due, step, proposedOwnerId }: ReceiverTurn,
  context: QueueContext,
): Pick<QueueReason, 'next' | 'actorId' | 'askedId' | 'proposedOwnerId'> => {
  const acting = actingMember(context.members, receiverId, context.today);
  const lateness = latenessOf(due, context);
  if (acting === null || lateness < 2) return turnOf(receiverId, step, context);
  const asked = { actorId: null, askedId: acting.id };
  const { managerAsksAfterDays, reassignAfterDays } = context.settings;
  if (lateness === 2 || isOnLeave(receiverId, context))
    return { ...asked, next: managerAsksReceiverText(acting.name, managerAsksAfterDays) };
  if (proposedOwnerId === undefined) return { ...asked, next: reassignText(null, reassignAfterDays) };
  const proposed = memberText(context.members[proposedOwnerId]);
  return { ...asked, next: reassignText(proposed, reassignAfterDays), proposedOwnerId };
};

interface ReceiverTurn {
  receiverId: string;
  /** The day by which it was to be acknowledged. */
  due: CalendarDate;
  step: Text;
  proposedOwnerId?: string | undefined;
}

/** The account was handed over, and its receiver has not acknowledged it. */
export const handOverReason: FindReason = (account, context) => {
  const handOver = waiting(account);
  if (handOver === null) return null;
  const { fromId, toId: receiverId, note, on: due } = handOver;
  const from = fromId === null ? NO_FORMER_OWNER : memberText(context.members[fromId]);
  const why = handedOverText(from, memberText(context.members[receiverId]), note);
  const proposedOwnerId =
    handOverIgnoredSince(account, context) === null ? undefined : context.proposedOwners.get(account.id);
  const turn = turnOfReceiver({ receiverId, due, step: NEXT_STEPS.acknowledge, proposedOwnerId }, context);
  return { ...lateBy(due, context), band: 'handOver', missed: 0, why, ...turn };
};

/** Business days after which a field sales rep is asked to acknowledge an opportunity. */
export const DAYS_TO_ACKNOWLEDGE = 2;

interface PassedOpportunity {
  opportunity: Opportunity;
  handOver: OpportunityHandOver;
  /** The day by which it was to be acknowledged. */
  due: CalendarDate;
}

/** The opportunity that has waited longest among those that were passed to field sales and not acknowledged in time. */
const oldestPassed = (account: Account, { today, calendar }: QueueDay): PassedOpportunity | null => {
  const unacknowledged = openOpportunities(account).flatMap((opportunity) => {
    const { handOver } = opportunity;
    return handOver === null || handOver.acknowledgedOn !== null ? [] : { opportunity, handOver };
  });
  const [oldest] = unacknowledged.sort((a, b) => (a.handOver.on < b.handOver.on ? -1 : 1));
  if (oldest === undefined) return null;
  const due = addBusinessDays(oldest.handOver.on, DAYS_TO_ACKNOWLEDGE, calendar);
  return due > today ? null : { ...oldest, due };
};

/**
 * The opportunity that has waited so long that another receiver is proposed for it; null where the account itself is reassigned.
 */
export const ignoredOpportunity = (
  account: Account,
  day: QueueDay,
): { receiverId: string; giverIds: readonly (string | null)[]; due: CalendarDate } | null => {
  const passed = oldestPassed(account, day);
  if (account.withdrawn || passed === null || handOverIgnoredSince(account, day) !== null) return null;
  const { opportunity, handOver, due } = passed;
  const { fsOwnerId: receiverId } = opportunity;
  if (activeMember(day, receiverId) === null || isOnLeave(receiverId, day)) return null;
  return latenessOf(due, day) === 3 ? { receiverId, giverIds: [handOver.fromId, handOver.by], due } : null;
};

export const opportunityReason: FindReason = (account, context) => {
  const passed = oldestPassed(account, context);
  if (passed === null) return null;
  const { opportunity, handOver, due } = passed;
  const { metWith, bant, nextStep } = opportunity.handOverNote;
  const [from, to] = [handOver.fromId ?? handOver.by, opportunity.fsOwnerId].map((id) =>
    memberText(context.members[id]),
  );
  const words = [handOver.note ?? '', metWith, bant, nextStep].filter(Boolean).join(' / ');
  const why = handedOpportunityText(opportunity.product, from ?? UNKNOWN_MEMBER, to ?? UNKNOWN_MEMBER, words);
  const proposedOwnerId =
    ignoredOpportunity(account, context) === null ? undefined : context.proposedOwners.get(account.id);
  const turn = turnOfReceiver(
    { receiverId: opportunity.fsOwnerId, due, step: NEXT_STEPS.acknowledgeOpportunity, proposedOwnerId },
    context,
  );
  return {
    ...{ ...lateBy(due, context), band: 'handOver', missed: 0, why, ...turn },
    opportunityId: opportunity.id,
  };
};
