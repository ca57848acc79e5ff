/** The days from which an account wants somebody: what the queue lists, as far as it follows from the account alone. */
import { addDays, addMonths, type CalendarDate, LAST_DAY } from '../calendar/calendar-date';
import type { Status } from '../status/statuses';
import { type Account, lastContact, openOpportunities } from './account';
import { reviewDueOn } from './bad-fit-review';
import { openPromises } from './open-promises';
import { decisionDueOn } from './product-use';
import { runningCheck } from './standing';

/** Calendar days without a contact after which an account that we have met, and are working, has no next step. */
export const DAYS_WITHOUT_STEP = 30;

/** After so many missed checks in a row a manager decides whether to go on. */
export const CHECKS_UNTIL_DECISION = 3;

/** A revisit that waits for a trigger and has no day is listed a year after the loss, and once a year from then on. */
const MONTHS_TO_TRIGGER = 12;

const laterOf = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

/** The day from which a working account that was met has been without a contact for too long, so that somebody has to decide. Null otherwise. */
export const nextStepDueOn = ({
  standing,
  everMet,
  activities,
}: Pick<Account, 'standing' | 'everMet' | 'activities'>): CalendarDate | null => {
  if (standing.status !== 'WORKING' || !everMet) return null;
  const contact = lastContact({ activities })?.date ?? standing.since;
  return addDays(laterOf(contact, standing.since), DAYS_WITHOUT_STEP);
};

/**
 * The day on which a lost account is to be contacted again: its revisit day or, where it waits for a trigger, a year after the loss.
 * A contact since then counts as the revisit, and the next one is due a year later.
 */
export const revisitDueOn = ({
  standing,
  activities,
}: Pick<Account, 'standing' | 'activities'>): CalendarDate | null => {
  if (standing.status !== 'DEAD_OPPORTUNITY' || standing.lost === null) return null;
  const { on, revisitOn, revisitTrigger } = standing.lost;
  const contact = lastContact({ activities })?.date ?? on;
  if (revisitOn !== null && contact < revisitOn) return revisitOn;
  return revisitOn === null && revisitTrigger === null
    ? null
    : addMonths(laterOf(on, contact), MONTHS_TO_TRIGGER);
};

/** Statuses in which nobody works an account: these have no hand-over that waits. */
const UNOWNED: readonly Status[] = ['BAD_FIT', 'ON_FILE'];

export const isInHands = ({ standing }: Pick<Account, 'standing'>): boolean =>
  !UNOWNED.includes(standing.status);

/** The days from which an account is due, by the kind of what is due; null where nothing of that kind is. */
export interface DueDays {
  check: CalendarDate | null;
  /** A client's last product has ended, so that its next status is to be decided. */
  decision: CalendarDate | null;
  /** Without a next step or, in the quarterly check, missed too often. */
  nextStep: CalendarDate | null;
  revisit: CalendarDate | null;
  review: CalendarDate | null;
  /** The day that its time box is counted from. */
  working: CalendarDate | null;
  handOver: CalendarDate | null;
  /** The owner: where this member has left the team, somebody has to take the account over. */
  owner: string | null;
  /** The inside sales rep, where that is not the owner. */
  insideSales: string | null;
  /** Its owner, where something that was promised to the customer is not kept yet. */
  promised: string | null;
  /** The first day on which an open opportunity is expected to be decided; the last one of all where nobody has said. */
  opportunity: CalendarDate | null;
  /** Members other than the owner who pursue open opportunities on the account; null where there are none. */
  fieldSales: readonly string[] | null;
}

/** Since when something of it waits to be acknowledged by its receiver: the account, or an opportunity on it. */
const handedOverOn = ({ handOver, opportunities }: Account): CalendarDate | null => {
  const waiting = [handOver, ...openOpportunities({ opportunities }).map((one) => one.handOver)];
  const days = waiting.flatMap((one) => (one === null || one.acknowledgedOn !== null ? [] : [one.on]));
  return days.sort()[0] ?? null;
};

const otherFieldSales = ({ opportunities, ownerId }: Account): string[] | null => {
  const ids = openOpportunities({ opportunities }).map(({ fsOwnerId }) => fsOwnerId);
  const others = [...new Set(ids)].filter((id) => id !== ownerId);
  return others.length === 0 ? null : others.sort();
};

const nextDecisionOn = (account: Account): CalendarDate | null =>
  openOpportunities(account)
    .map(({ expectedOn = LAST_DAY }) => expectedOn)
    .sort()[0] ?? null;

export const dueDaysOf = (account: Account): DueDays => {
  const { standing, products, ownerId, isOwnerId } = account;
  const running = runningCheck(standing);
  const isMissed = running !== null && running.missedChecks >= CHECKS_UNTIL_DECISION;
  return {
    check: running?.nextCheck?.date ?? null,
    decision: decisionDueOn({ ...standing, products }),
    nextStep: isMissed ? running.since : nextStepDueOn(account),
    revisit: revisitDueOn(account),
    review: reviewDueOn(standing),
    working: standing.status === 'WORKING' ? standing.since : null,
    handOver: handedOverOn(account),
    owner: isInHands(account) ? ownerId : null,
    insideSales: isInHands(account) && isOwnerId !== ownerId ? isOwnerId : null,
    promised: isInHands(account) && openPromises(account) !== null ? ownerId : null,
    opportunity: nextDecisionOn(account),
    fieldSales: otherFieldSales(account),
  };
};
