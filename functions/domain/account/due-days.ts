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

/** Missed in a row, these ask a manager to decide whether to go on. */
export const CHECKS_UNTIL_DECISION = 3;

/** A revisit that waits for a trigger alone is looked at once a year. */
const MONTHS_TO_TRIGGER = 12;

const laterOf = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

/** Met, in work, and nobody has spoken with them for weeks: from that day on somebody has to decide. Null in any other case. */
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
 * When a lost account is spoken to again: on its day or, where it waits for a trigger, a year after the loss. Whoever has spoken with
 * them since has done so, and is asked again a year later.
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

/** Nobody works accounts that are no fit, or on file: of these nothing is handed over. */
const UNOWNED: readonly Status[] = ['BAD_FIT', 'ON_FILE'];

export const isInHands = ({ standing }: Pick<Account, 'standing'>): boolean =>
  !UNOWNED.includes(standing.status);

/** By what is due; null where nothing is. */
export interface DueDays {
  check: CalendarDate | null;
  /** Of a client. */
  decision: CalendarDate | null;
  /** Without a next step or, in the quarterly check, missed too often. */
  nextStep: CalendarDate | null;
  revisit: CalendarDate | null;
  review: CalendarDate | null;
  /** The day that its time box is counted from. */
  working: CalendarDate | null;
  handOver: CalendarDate | null;
  /** The member whose hands it is in: where this one has left, somebody has to take over. */
  owner: string | null;
  /** Whose inside sales role it is beside that owner. */
  insideSales: string | null;
  /** Its owner, where something that was promised to the customer is not kept yet. */
  promised: string | null;
  /** The first day on which an open opportunity is expected to be decided; the last one of all where nobody has said. */
  opportunity: CalendarDate | null;
  /** The other members in whose hands open opportunities on it are; null where nobody is. */
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
