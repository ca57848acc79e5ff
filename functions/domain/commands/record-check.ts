import type { Account, Activity } from '../account/account';
import { addActivity } from '../account/activities';
import { applyTransition } from '../account/apply-transition';
import { applyTransitionData } from '../account/apply-transition-data';
import type { ActivityInput, TransitionData } from '../account/command-inputs';
import { COMMON_DATA, refuseUnusedData } from '../account/data-uses';
import { unlikelyContactDate } from '../account/date-bounds';
import type { DecisionContext } from '../account/decision-context';
import { append, applyInOrder, type Draft } from '../account/draft';
import { guardFailures } from '../account/guards';
import { missedInSeries, overdueFrom } from '../account/missed-checks';
import { computeNextCheck, scheduleCheck } from '../account/next-check';
import { refuseGuardFailures } from '../account/offered-transitions';
import { proposeTransition } from '../account/proposals';
import type { DataKey } from '../account/refusal-facts';
import { isRefusal, type Refusal, refuse } from '../account/refusals';
import {
  type NextCheck,
  type QuarterlyCheck,
  quarterlyCheckStanding,
  runningCheck,
} from '../account/standing';
import { addBusinessDays } from '../calendar/business-days';
import type { CalendarDate } from '../calendar/calendar-date';
import type { CheckResult } from '../status/code-lists';
import { defineCommand } from './command';
import { awaitedPaths, RULE_FIELDS } from './command-reads';

interface RecordCheckInput {
  result: CheckResult;
  activity: ActivityInput;
  data?: TransitionData;
}

/** Records the result of a quarterly check: logs the contact, sets the next date and makes the transition in one step. */
export const recordCheck = defineCommand<'recordCheck', RecordCheckInput>({
  type: 'recordCheck',
  givenBy: 'insideSales',
  reads: ({ data = {} }) => [...RULE_FIELDS, 'nextCheck', 'unanswered', ...awaitedPaths(data)],
  decide: (draft, input, context) => {
    const running = runningCheck(draft.account.standing);
    if (running === null) return refuse('CHECK_NOT_RUNNING');
    const { result, activity, data = {} } = input;
    const twoWay = result !== 'noAnswer';
    if (activity.kind === (twoWay ? 'note' : 'meeting'))
      return refuse('CHECK_CONTACT', { facts: { result, kind: activity.kind } });
    const { nextCheck } = running;
    const overdue = nextCheck !== null && nextCheck.date <= context.today;
    if (result === 'stillWaiting' && overdue && activity.date <= nextCheck.base)
      return refuse('CHECK_CONTACT_OLD', { facts: { date: activity.date, base: nextCheck.base } });
    if (activity.twoWay !== undefined && activity.twoWay !== twoWay)
      return refuse('CONTACT_TWO_WAY', { facts: { result, twoWay: activity.twoWay } });
    if (isRecorded(input, draft.account, context))
      return refuse('CHECK_RECORDED', { facts: { date: activity.date } });
    const unlikely = unlikelyContactDate(activity, context.today);
    if (unlikely !== null) return refuseGuardFailures([unlikely], draft.account, {}, context);
    const logged = addActivity({ ...activity, twoWay }, context, data.coordinatedWith)(draft);
    if (isRefusal(logged)) return logged;
    const recorded = append(logged, 'checkRecorded', logged.account, {
      reason: result === 'stillWaiting' || result === 'noAnswer' ? (data.reason ?? null) : null,
      data: { result },
    });
    switch (result) {
      case 'stillWaiting':
        return recordStillWaiting(recorded, data, ownDayOf(running, activity, context), context);
      case 'noAnswer':
        return (
          refuseUnusedData(data, ['coordinatedWith', 'reason']) ??
          append(recorded, 'nextCheckSet', accountAfterNoAnswer(recorded.account, context))
        );
      case 'becameDeal':
        return applyTransition(recorded, 'ACTIVE_OPPORTUNITY', data, context);
      case 'needGone':
        return applyTransition(
          recorded,
          'DEAD_OPPORTUNITY',
          { ...data, bant: { need: 'no', ...data.bant } },
          context,
        );
      case 'badFit':
        return proposeTransition(recorded, 'BAD_FIT', data, data.reason ?? null, context);
      default:
        return result satisfies never;
    }
  },
});

/**
 * Whether the account has this result of this day already, and the command tells nothing new: somebody else was faster, or a form
 * was sent twice. Another try without answer on the same day, or on the days off behind it, is a contact, and no try of another
 * business day that could make the check missed.
 */
const isRecorded = (
  { result, activity, data = {} }: RecordCheckInput,
  account: Account,
  { today, calendar, settings }: DecisionContext,
): boolean => {
  const running = runningCheck(account.standing);
  const nextCheck = running?.nextCheck ?? null;
  if (running === null || nextCheck === null) return false;
  if (result === 'noAnswer')
    return (
      nextCheck.origin === 'retry' &&
      nextCheck.date === addBusinessDays(today, settings.retryBusinessDays, calendar)
    );
  return (
    result === 'stillWaiting' &&
    nextCheck.base === activity.date &&
    Object.values(account.activities).some((logged) => isSameContact(logged, activity)) &&
    Object.entries(data).every(([key, value]) => knownData(account, running, nextCheck)[key] === value)
  );
};

const isSameContact = (
  logged: Activity,
  { kind, date, contactId, with: other, note }: ActivityInput,
): boolean =>
  logged.kind === kind &&
  logged.date === date &&
  (contactId === undefined ? other === undefined || logged.with === other : logged.contactId === contactId) &&
  (note === undefined || note === '' || logged.note === note);

/** What a check may tell and the account says already; all other data is new. */
const knownData = (
  { awaitedContactId }: Account,
  { awaitedCondition }: QuarterlyCheck,
  { date }: NextCheck,
): Readonly<Record<string, unknown>> => ({
  nextCheckDate: date,
  awaitedCondition,
  contactId: awaitedContactId,
});

/** The day that the customer named in the same contact or in one of the same day: it stays until another one is told. */
const ownDayOf = (
  { nextCheck }: QuarterlyCheck,
  { date }: ActivityInput,
  { today }: DecisionContext,
): NextCheck | null =>
  nextCheck?.origin === 'customer' && nextCheck.base === date && nextCheck.date > today ? nextCheck : null;

/** The account stays in QUARTERLY_CHECK. The next date counts from this contact or is the customer's own; what is awaited may be told anew. */
const recordStillWaiting = (
  draft: Draft,
  data: TransitionData,
  ownDay: NextCheck | null,
  context: DecisionContext,
): Draft | Refusal => {
  const uses: readonly DataKey[] = [
    ...COMMON_DATA,
    'awaitedCondition',
    'nextCheckDate',
    'coordinatedWith',
    'reason',
  ];
  const fresh = applyTransitionData(draft, data, { guards: [], uses }, context);
  if (isRefusal(fresh)) return fresh;
  const { account } = fresh;
  const found = guardFailures(['NEED'], { before: account, account, data, context, approved: false });
  if (found.length > 0) return refuseGuardFailures(found, account, data, context);
  const running = runningCheck(account.standing);
  if (running === null) return refuse('CHECK_NOT_RUNNING');
  const nextCheck = ownDay ?? computeNextCheck(account, context);
  const standing = quarterlyCheckStanding({ ...running, nextCheck, missedChecks: 0, unanswered: 0 });
  const { reason = null, nextCheckDate } = data;
  const moved = append(fresh, 'nextCheckSet', { ...account, standing });
  return applyInOrder(moved, [
    nextCheckDate === undefined ? null : scheduleCheck(nextCheckDate, reason, context),
  ]);
};

/** After a check without answer: another try in some business days (ten, unless set). After so many tries (two) it counts as missed, and the next one comes in its cycle. */
const accountAfterNoAnswer = (account: Account, context: DecisionContext): Account => {
  const running = runningCheck(account.standing);
  if (running === null) return account;
  return { ...account, standing: checkAfterNoAnswer(running, account, context) };
};

/** The check after a try without answer: the day of the next try moves, and what was missed before stays counted. */
const checkAfterNoAnswer = (
  running: QuarterlyCheck,
  account: Account,
  context: DecisionContext,
): QuarterlyCheck => {
  const { today, calendar, settings } = context;
  const { nextCheck } = running;
  if (running.unanswered >= settings.retries) {
    const missed = nextCheck === null ? 0 : missedInSeries(nextCheck, context);
    return quarterlyCheckStanding({
      ...running,
      unanswered: 0,
      // One at least, the unanswered check itself: where its day is over, it is among the missed ones already.
      missedChecks: running.missedChecks + Math.max(1, missed),
      nextCheck: computeNextCheck(account, context),
    });
  }
  const date = addBusinessDays(today, settings.retryBusinessDays, calendar);
  const base = nextCheck?.base ?? running.since;
  const retryOf = nextCheck === null ? { dueOn: today, late: false } : retryOfCheck(nextCheck, today);
  return quarterlyCheckStanding({
    ...running,
    unanswered: running.unanswered + 1,
    nextCheck: { date, origin: 'retry', base, retryOf },
  });
};

const retryOfCheck = (nextCheck: NextCheck, today: CalendarDate): NonNullable<NextCheck['retryOf']> => {
  const dueOn = nextCheck.retryOf?.dueOn ?? nextCheck.date;
  // A check that was tried before its due day is not late before that day is over.
  return { dueOn, late: dueOn < today && overdueFrom(nextCheck) < today };
};
