/** "Check done" (section 6, item 8): contact logged, date moved, transition made, in one step. */
import type { Account } from './account';
import { propose } from './approvals';
import { addBusinessDays } from './business-days';
import type { Command, MoveData } from './commands';
import type { Context } from './context';
import { GUARD_PREDICATES } from './guards';
import { record, type Story } from './history';
import { move, refuseFindings } from './move';
import { type Refusal, refuse } from './refusals';
import { computedCheck, inOrder, isRefusal, logActivity, setNextCheck, withMoveData } from './steps';

type RecordCheck = Extract<Command, { type: 'recordCheck' }>;

export const recordCheck = (story: Story, command: RecordCheck, context: Context): Story | Refusal => {
  if (story.account.status !== 'QUARTERLY_CHECK') return refuse('CHECK_NOT_RUNNING');
  const { result, activity, data = {} } = command;
  const twoWay = result !== 'noAnswer';
  if (activity.kind === (twoWay ? 'note' : 'meeting'))
    return refuse('CHECK_CONTACT', { facts: { result, kind: activity.kind } });
  const { nextCheck } = story.account;
  const overdue = nextCheck !== null && nextCheck.date <= context.today;
  if (result === 'stillWaiting' && overdue && activity.date <= nextCheck.base)
    return refuse('CHECK_CONTACT_OLD', { facts: { date: activity.date, base: nextCheck.base } });
  const logged = logActivity({ ...activity, twoWay }, context)(story);
  if (isRefusal(logged)) return logged;
  const told = record(logged, 'checkRecorded', logged.account, { data: { result } });
  switch (result) {
    case 'stillWaiting':
      return stillWaiting(told, data, context);
    case 'noAnswer':
      return record(told, 'nextCheckSet', withoutAnswer(told.account, context));
    case 'becameDeal':
      return move(told, 'ACTIVE_OPPORTUNITY', data, context);
    case 'needGone':
      return move(told, 'DEAD_OPPORTUNITY', { ...data, bant: { need: 'no', ...data.bant } }, context);
    case 'badFit':
      return propose(told, 'BAD_FIT', data, data.reason ?? null, context);
    default:
      return result satisfies never;
  }
};

/** The date moves from this contact, or to the customer's own; what is awaited may be told anew, and must still hold. */
const stillWaiting = (story: Story, data: MoveData, context: Context): Story | Refusal => {
  const fresh = withMoveData(story, data, [], context);
  if (isRefusal(fresh)) return fresh;
  const { account } = fresh;
  const found = GUARD_PREDICATES.NEED({ before: account, account, data, context, approved: false });
  if (found !== null) return refuseFindings([found], account, data, context);
  const moved = record(fresh, 'nextCheckSet', {
    ...account,
    nextCheck: computedCheck(account, context),
    missedChecks: 0,
    unanswered: 0,
  });
  return inOrder(moved, [
    data.nextCheckDate === undefined ? null : setNextCheck(data.nextCheckDate, data.reason ?? null, context),
  ]);
};

/** Again in ten business days, at most twice; then the check counts as missed and the next one comes in its cycle. */
const withoutAnswer = (account: Account, context: Context): Account => {
  const { retries, retryBusinessDays } = context.settings;
  if (account.unanswered >= retries) {
    return {
      ...account,
      unanswered: 0,
      missedChecks: account.missedChecks + 1,
      nextCheck: computedCheck(account, context),
    };
  }
  const base = account.nextCheck?.base ?? account.statusSince;
  const date = addBusinessDays(context.today, retryBusinessDays, context.calendar);
  return { ...account, unanswered: account.unanswered + 1, nextCheck: { date, origin: 'retry', base } };
};
