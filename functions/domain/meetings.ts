/** A manager's correction of a wrongly logged meeting: the only way in which everMet can go back (rule 1). */
import { type Account, meetings, partOf } from './account';
import { nextCheckDate } from './cadence';
import { dayOfMonth } from './calendar';
import { type Context, cadenceBase } from './context';
import { GUARD_PREDICATES } from './guards';
import { record, type Story } from './history';
import { refuseFindings } from './move';
import { ENTRY_GUARDS } from './moves';
import { type Refusal, refuse } from './refusals';
import { cadenceOf } from './team';

export const correctMeeting = (
  story: Story,
  activityId: string,
  reason: string,
  context: Context,
): Story | Refusal => {
  const { account } = story;
  const corrected = partOf(account.activities, activityId);
  if (corrected?.kind !== 'meeting') return refuse('ACTIVITY_UNKNOWN', { facts: { activityId } });
  const found = GUARD_PREDICATES.REASON({
    before: account,
    account,
    data: { reason },
    context,
    approved: true,
  });
  if (found !== null) return refuseFindings([found], account, { reason }, context);
  const { [activityId]: _, ...activities } = account.activities;
  const without = { ...account, activities };
  const everMet = meetings(without).length > 0;
  const owes = !everMet && ENTRY_GUARDS[account.status].includes('MET') && !account.debts.includes('MET');
  return record(
    story,
    'meetingCorrected',
    {
      ...without,
      everMet,
      nextCheck: clockReturned(without, context),
      debts: owes ? [...account.debts, 'MET'] : account.debts,
    },
    { reason, data: { activity: corrected } },
  );
};

/** The clock runs from the contact before again, and so may be overdue; a customer's own date stays. */
const clockReturned = (account: Account, { settings, calendar }: Context): Account['nextCheck'] => {
  const check = account.nextCheck;
  const base = cadenceBase(account, account.statusSince);
  if (check === null || base >= check.base) return check;
  if (check.origin !== 'cadence') return { ...check, base };
  return { ...check, base, date: nextCheckDate(base, dayOfMonth(base), cadenceOf(settings), calendar) };
};
