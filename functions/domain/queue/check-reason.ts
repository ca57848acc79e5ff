/** Lists an account for its quarterly check: who has to act, how late the check is, and what to do next. */
import type { Account } from '../account/account';
import { activeMember } from '../account/decision-context';
import { CHECKS_UNTIL_DECISION } from '../account/due-days';
import { isBantComplete } from '../account/guards';
import { INPUT_FIELD_LABELS } from '../account/input-field-texts';
import { actingMember } from '../account/leave';
import { cycleDueOn, missedChecksOf, overdueFrom, plannedOn } from '../account/missed-checks';
import { debtsOf, type NextCheck, runningCheck } from '../account/standing';
import { addDays, type CalendarDate } from '../calendar/calendar-date';
import { BANT_VALUE_LABELS } from '../status/code-list-texts';
import { BANT_KEYS } from '../status/code-lists';
import type { Text } from '../text/text';
import { memberText } from './account-reasons';
import {
  isOnLeave,
  type Lateness,
  lateBy,
  latenessOf,
  type QueueContext,
  type QueueDay,
  type QueueReason,
  turnOf,
} from './queue-reason';
import {
  type Band,
  conditionText,
  joinedText,
  managerAsksText,
  missedText,
  missingBantText,
  NEXT_STEPS,
  reassignText,
  tryAgainText,
  unansweredText,
} from './queue-texts';

/** A check that is due today counts as due within 7 days. */
export const bandOf = (
  due: CalendarDate,
  today: CalendarDate,
): Extract<Band, 'overdue' | 'dueIn7' | 'dueIn30' | 'later'> => {
  if (due < today) return 'overdue';
  if (due <= addDays(today, 7)) return 'dueIn7';
  return due <= addDays(today, 30) ? 'dueIn30' : 'later';
};

/**
 * How far an overdue check has escalated, counted from the day on which it became overdue. Where the account went to another
 * owner after that, it counts from the hand-over and goes no further than a manager who asks, until the next cycle counts anew. A
 * hand-over to the same owner changes nothing.
 */
const escalationOf = ({ handOver, ownerId }: Account, nextCheck: NextCheck, context: QueueDay): Lateness => {
  const due = overdueFrom(nextCheck);
  const isAnothers = handOver !== null && handOver.toId === ownerId && handOver.fromId !== ownerId;
  if (!isAnothers || handOver.on < due) return latenessOf(due, context);
  const cycle = cycleDueOn(nextCheck, context);
  if (handOver.on < cycle) return latenessOf(cycle, context);
  const ofReceiver = latenessOf(handOver.on, context);
  return ofReceiver === 3 ? 2 : ofReceiver;
};

/**
 * The day since which the check is overdue, where it is so late that another owner is proposed for the account; null otherwise.
 */
export const checkLeftSince = (account: Account, context: QueueDay): CalendarDate | null => {
  const running = runningCheck(account.standing);
  if (account.withdrawn || running === null || running.nextCheck === null) return null;
  if (activeMember(context, account.ownerId) === null || isOnLeave(account.ownerId, context)) return null;
  if (isBantComplete(account) || missedChecksOf(running, context) >= CHECKS_UNTIL_DECISION) return null;
  return escalationOf(account, running.nextCheck, context) === 3 ? overdueFrom(running.nextCheck) : null;
};

/** Null where the account is in another status, or no check is planned. */
export const checkReason = (account: Account, context: QueueContext): QueueReason | null => {
  const running = runningCheck(account.standing);
  if (running === null || running.nextCheck === null) return null;
  const { nextCheck, awaitedCondition, unanswered } = running;
  const since = plannedOn(nextCheck, context.today);
  const missed = missedChecksOf(running, context);
  const late = lateBy(since, context);
  const isDecision = missed >= CHECKS_UNTIL_DECISION;
  const { date: day } = nextCheck;
  const tried = { day, isOver: day < context.today, unanswered, retries: context.settings.retries };
  const escalation = escalationOf(account, nextCheck, context);
  const tryAgain = unanswered === 0 ? null : tryAgainText(tried);
  const whoseTurn = turn(account, { due: day, missed, escalation, tryAgain }, context);
  // With a stand-in, the next step begins with these words and goes on with who stands in: they are not repeated.
  const isSaid = tryAgain === null || whoseTurn.next.ja.startsWith(tryAgain.ja);
  const lines = [
    ...(isDecision ? [missedText(missed)] : []),
    conditionText(awaitedCondition ?? '', missingBant(account)),
    ...(isSaid ? [] : [unansweredText(tried)]),
  ];
  return {
    ...late,
    band: isDecision ? 'decide' : bandOf(since, context.today),
    missed,
    why: joinedText(lines),
    ...whoseTurn,
  };
};

const missingBant = (account: Account): Text[] =>
  BANT_KEYS.filter((key) => account.bant[key].value !== 'yes').map((key) => {
    const value = BANT_VALUE_LABELS[account.bant[key].value];
    const label = INPUT_FIELD_LABELS[`bant.${key}`];
    return missingBantText(label, value);
  });

interface CheckState {
  due: CalendarDate;
  missed: number;
  escalation: Lateness;
  /** Null where the contact has not failed to answer. */
  tryAgain: Text | null;
}

/** Without another member in the owner's role, the step names nobody. */
const reassignment = (
  { id }: Account,
  { proposedOwners, members, settings }: QueueContext,
): Pick<QueueReason, 'next' | 'actorId' | 'proposedOwnerId'> => {
  const proposedOwnerId = proposedOwners.get(id);
  const days = settings.reassignAfterDays;
  if (proposedOwnerId === undefined) return { next: reassignText(null, days), actorId: null };
  return { next: reassignText(memberText(members[proposedOwnerId]), days), actorId: null, proposedOwnerId };
};

/** The owner acts first; a late check goes to the managers, in each cycle anew. No status changes without a person. */
const turn = (
  account: Account,
  { due, missed, escalation, tryAgain }: CheckState,
  context: QueueContext,
): Pick<QueueReason, 'next' | 'actorId' | 'proposedOwnerId'> => {
  const owner = context.members[account.ownerId ?? ''];
  const managers = (next: Text) => ({ next, actorId: null });
  const ofOwner = (next: Text) => turnOf(account.ownerId, next, context, due);
  if (owner === undefined) return managers(NEXT_STEPS.giveOwner);
  if (!owner.active) return managers(NEXT_STEPS.handOverToActive);
  if (isBantComplete(account)) return ofOwner(NEXT_STEPS.makeOpportunity);
  if (missed >= CHECKS_UNTIL_DECISION) return managers(NEXT_STEPS.managerDecides);
  // Being on leave is no reason to take an account away: a manager asks the stand-in instead.
  const isAway = isOnLeave(owner.id, context);
  if (escalation === 3 && !isAway) return reassignment(account, context);
  if (missed === CHECKS_UNTIL_DECISION - 1) return ofOwner(NEXT_STEPS.escalate);
  if (escalation >= 2) {
    const standIn = isAway ? actingMember(context.members, owner.id, context.today) : null;
    // Without a stand-in the managers act themselves, so there is nobody whom they could ask.
    if (isAway && standIn === null) return ofOwner(NEXT_STEPS.call);
    return managers(managerAsksText(context.settings.managerAsksAfterDays, standIn?.name ?? null));
  }
  if (debtsOf(account).includes('NEED')) return ofOwner(NEXT_STEPS.fillInAndCall);
  return ofOwner(tryAgain ?? NEXT_STEPS.call);
};
