/** The day of the next quarterly check: computed by the cadence, or named by the customer. */

import { nextBusinessDay } from '../calendar/business-days';
import { checkDateAfter } from '../calendar/cadence';
import { addMonths, type CalendarDate, dayOfMonth } from '../calendar/calendar-date';
import type { Account } from './account';
import { cadenceBase, type DecisionContext } from './decision-context';
import { append, type Mutation } from './draft';
import { isCheckDate } from './guards';
import { requiredField } from './input-fields';
import { refuse } from './refusals';
import { cadenceOf } from './team';

/**
 * A two-way contact moves the quarterly clock, except where the customer named a day that is still to come;
 * an early contact resets it too (edge cases, "Quarterly"). One that is no newer than the contact that the clock runs
 * from, logged late, moves nothing: a missed check stays.
 */
export const resetCheckClock = (account: Account, context: DecisionContext): Account => {
  const check = account.nextCheck;
  if (account.status !== 'QUARTERLY_CHECK' || check === null) return account;
  const base = cadenceBase(account, account.statusSince);
  if (base <= check.base) return account;
  const settled = { ...account, missedChecks: 0, unanswered: 0 };
  if (check.origin === 'customer' && check.date > context.today)
    return { ...settled, nextCheck: { ...check, base } };
  return { ...settled, nextCheck: computeNextCheck(settled, context) };
};

export const computeNextCheck = (
  account: Account,
  context: DecisionContext,
): NonNullable<Account['nextCheck']> => {
  const base = cadenceBase(account, account.statusSince);
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
    if (account.status !== 'QUARTERLY_CHECK') return refuse('CHECK_NOT_RUNNING');
    if (!isCheckDate(date, context))
      return refuse('NEXT_CHECK', {
        missing: [requiredField('nextCheckDate', context.settings, computeNextCheck(account, context).date)],
        facts: {
          nextCheckDate: date,
          nextBusinessDay: nextBusinessDay(date, context.calendar),
          latest: addMonths(context.today, 12),
        },
      });
    const base = account.nextCheck?.base ?? account.statusSince;
    return append(
      draft,
      'nextCheckSet',
      { ...account, nextCheck: { date, origin: 'customer', base } },
      { reason },
    );
  };
