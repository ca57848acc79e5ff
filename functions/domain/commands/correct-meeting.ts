import { type Account, meetingsOf, partById } from '../account/account';
import { cadenceBase, type DecisionContext } from '../account/decision-context';
import { append } from '../account/draft';
import { GUARD_PREDICATES } from '../account/guards';
import { refuseGuardFailures } from '../account/offered-transitions';
import { refuse } from '../account/refusals';
import { debtsOf, quarterlyCheckStanding, runningCheck, type Standing, withDebts } from '../account/standing';
import { cadenceOf } from '../account/team';
import { nextCheckDate } from '../calendar/cadence';
import { dayOfMonth } from '../calendar/calendar-date';
import { ENTRY_GUARDS } from '../status/transitions';
import { defineCommand } from './command';

/** A manager's correction of a wrongly logged meeting: the only way in which everMet can go back (rule 1). */
export const correctMeeting = defineCommand<'correctMeeting', { activityId: string; reason: string }>({
  type: 'correctMeeting',
  givenBy: 'manager',
  reads: ({ activityId }) => [`activities.${activityId}`],
  decide: (draft, { activityId, reason }, context) => {
    const { account } = draft;
    const corrected = partById(account.activities, activityId);
    if (corrected?.kind !== 'meeting') return refuse('ACTIVITY_UNKNOWN', { facts: { activityId } });
    const found = GUARD_PREDICATES.REASON({
      before: account,
      account,
      data: { reason },
      context,
      approved: true,
    });
    if (found !== null) return refuseGuardFailures([found], account, { reason }, context);
    const { [activityId]: _, ...activities } = account.activities;
    const without = { ...account, activities };
    const everMet = meetingsOf(without).length > 0;
    const debts = debtsOf(account);
    const owes = !everMet && ENTRY_GUARDS[account.standing.status].includes('MET') && !debts.includes('MET');
    return append(
      draft,
      'meetingCorrected',
      {
        ...without,
        everMet,
        standing: withDebts(standingAfterCorrection(without, context), owes ? [...debts, 'MET'] : debts),
      },
      { reason, data: { activity: corrected } },
    );
  },
});

/** The next check counts from the contact before the meeting again, so it may be overdue at once. A date that the customer named stays. */
const standingAfterCorrection = (account: Account, { settings, calendar }: DecisionContext): Standing => {
  const { standing } = account;
  const running = runningCheck(standing);
  const base = cadenceBase(account, standing.since);
  if (running === null || running.nextCheck === null || base >= running.nextCheck.base) return standing;
  const { origin, date } = running.nextCheck;
  const moved =
    origin === 'cadence' ? nextCheckDate(base, dayOfMonth(base), cadenceOf(settings), calendar) : date;
  return quarterlyCheckStanding({ ...running, nextCheck: { ...running.nextCheck, date: moved, base } });
};
