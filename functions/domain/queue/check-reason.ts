/** The quarterly check of an account: whose turn it is, how late, and what to do next. */
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

/** By its distance from today: a check that is due today is due in 7 days. */
export const bandOf = (
  due: CalendarDate,
  today: CalendarDate,
): Extract<Band, 'overdue' | 'dueIn7' | 'dueIn30' | 'later'> => {
  if (due < today) return 'overdue';
  if (due <= addDays(today, 7)) return 'dueIn7';
  return due <= addDays(today, 30) ? 'dueIn30' : 'later';
};

/**
 * How far an overdue check has escalated, in each cycle anew: by the day that it is due on or, where the account went to another
 * owner since, by that day, and then as far as the manager alone. Handed over to whoever had it already, it has no other owner.
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

/** Since when it is late, where that is so long that another owner is proposed for the account; null else. */
export const checkLeftSince = (account: Account, context: QueueDay): CalendarDate | null => {
  const running = runningCheck(account.standing);
  if (account.withdrawn || running === null || running.nextCheck === null) return null;
  if (activeMember(context, account.ownerId) === null || isOnLeave(account.ownerId, context)) return null;
  if (isBantComplete(account) || missedChecksOf(running, context) >= CHECKS_UNTIL_DECISION) return null;
  return escalationOf(account, running.nextCheck, context) === 3 ? overdueFrom(running.nextCheck) : null;
};

/** Null for an account in another status, and where no check is planned. */
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
  // On leave, the words go on with who stands in.
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
  /** Where nobody answered; null else. */
  tryAgain: Text | null;
}

/** Nobody is named where no other member has the owner's role. */
const reassignment = (
  { id }: Account,
  { proposedOwners, members, settings }: QueueContext,
): Pick<QueueReason, 'next' | 'actorId' | 'proposedOwnerId'> => {
  const proposedOwnerId = proposedOwners.get(id);
  const days = settings.reassignAfterDays;
  if (proposedOwnerId === undefined) return { next: reassignText(null, days), actorId: null };
  return { next: reassignText(memberText(members[proposedOwnerId]), days), actorId: null, proposedOwnerId };
};

/** The owner's turn; late it becomes the managers', once a cycle. Nothing is ever demoted without a person. */
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
  // Nobody is proposed away for being on leave: a manager asks whoever stands in.
  const isAway = isOnLeave(owner.id, context);
  if (escalation === 3 && !isAway) return reassignment(account, context);
  if (missed === CHECKS_UNTIL_DECISION - 1) return ofOwner(NEXT_STEPS.escalate);
  if (escalation >= 2) {
    const standIn = isAway ? actingMember(context.members, owner.id, context.today) : null;
    // Nobody to ask: the managers stand in themselves.
    if (isAway && standIn === null) return ofOwner(NEXT_STEPS.call);
    return managers(managerAsksText(context.settings.managerAsksAfterDays, standIn?.name ?? null));
  }
  if (debtsOf(account).includes('NEED')) return ofOwner(NEXT_STEPS.fillInAndCall);
  return ofOwner(tryAgain ?? NEXT_STEPS.call);
};
