/** The day of the next quarterly check: computed by the cadence, or named by the customer. */

import { checkDateAfter } from '../calendar/cadence';
import { addMonths, type CalendarDate, dayOfMonth } from '../calendar/calendar-date';
import type { Account } from './account';
import { cadenceBase, type DecisionContext } from './decision-context';
import { append, type Mutation } from './draft';
import { isCheckDate, offeredCheckDate } from './guards';
import { requiredField } from './input-fields';
import { missedChecksOf } from './missed-checks';
import { refuse } from './refusals';
import { type NextCheck, quarterlyCheckStanding, runningCheck } from './standing';
import { cadenceOf } from './team';

/**
 * Moves the next check after a two-way contact, also where the contact came before the check was due. A day that the customer named
 * and that is still to come stays. A contact that is logged late and is not newer than the one that the clock runs from moves nothing,
 * so that a missed check stays missed.
 */
export const resetCheckClock = (account: Account, context: DecisionContext): Account => {
  const running = runningCheck(account.standing);
  if (running === null || running.nextCheck === null) return account;
  const { nextCheck } = running;
  const base = cadenceBase(account, running.since);
  if (base <= nextCheck.base) return account;
  const isOwnDay = nextCheck.origin === 'customer' && nextCheck.date > context.today;
  const standing = quarterlyCheckStanding({
    ...running,
    nextCheck: isOwnDay ? { ...nextCheck, base } : computeNextCheck(account, context),
    missedChecks: 0,
    unanswered: 0,
  });
  return { ...account, standing };
};

export const computeNextCheck = (account: Account, context: DecisionContext): NextCheck => {
  const base = cadenceBase(account, account.standing.since);
  const date = checkDateAfter(
    base,
    dayOfMonth(base),
    context.today,
    cadenceOf(context.settings),
    context.calendar,
  );
  return { date, origin: 'cadence', base };
};

export const scheduleCheck =
  (date: CalendarDate, reason: string | null, context: DecisionContext): Mutation =>
  (draft) => {
    const { account } = draft;
    const running = runningCheck(account.standing);
    if (running === null) return refuse('CHECK_NOT_RUNNING');
    if (!isCheckDate(date, context))
      return refuse('NEXT_CHECK', {
        missing: [requiredField('nextCheckDate', context.settings, computeNextCheck(account, context).date)],
        facts: {
          nextCheckDate: date,
          nextBusinessDay: offeredCheckDate(date, context),
          latest: addMonths(context.today, 12),
        },
      });
    const base = running.nextCheck?.base ?? running.since;
    const standing = quarterlyCheckStanding({
      ...running,
      // Setting another day does not take back what was missed until now.
      missedChecks: missedChecksOf(running, context),
      nextCheck: { date, origin: 'customer', base },
    });
    return append(draft, 'nextCheckSet', { ...account, standing }, { reason });
  };
