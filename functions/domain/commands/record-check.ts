/** "Check done" (section 6, item 8): contact logged, date moved, transition made, in one step. */
import type { Account } from '../account/account';
import {
  applyInOrder,
  applyTransitionData,
  computeNextCheck,
  isRefusal,
  logActivity,
  setNextCheck,
} from '../account/account-mutations';
import type { Command } from '../account/command';
import type { TransitionData } from '../account/command-inputs';
import type { DecisionContext } from '../account/decision-context';
import { GUARD_PREDICATES } from '../account/guards';
import { append, type Draft } from '../account/history';
import { type Refusal, refuse } from '../account/refusals';
import { addBusinessDays } from '../calendar/business-days';
import { propose } from './approvals';
import { changeStatus, refuseGuardFailures } from './change-status';

type RecordCheckCommand = Extract<Command, { type: 'recordCheck' }>;

export const recordCheck = (
  story: Draft,
  command: RecordCheckCommand,
  context: DecisionContext,
): Draft | Refusal => {
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
  const told = append(logged, 'checkRecorded', logged.account, { data: { result } });
  switch (result) {
    case 'stillWaiting':
      return recordStillWaiting(told, data, context);
    case 'noAnswer':
      return append(told, 'nextCheckSet', accountAfterNoAnswer(told.account, context));
    case 'becameDeal':
      return changeStatus(told, 'ACTIVE_OPPORTUNITY', data, context);
    case 'needGone':
      return changeStatus(told, 'DEAD_OPPORTUNITY', { ...data, bant: { need: 'no', ...data.bant } }, context);
    case 'badFit':
      return propose(told, 'BAD_FIT', data, data.reason ?? null, context);
    default:
      return result satisfies never;
  }
};

/** The date moves from this contact, or to the customer's own; what is awaited may be told anew, and must still hold. */
const recordStillWaiting = (
  story: Draft,
  data: TransitionData,
  context: DecisionContext,
): Draft | Refusal => {
  const fresh = applyTransitionData(story, data, [], context);
  if (isRefusal(fresh)) return fresh;
  const { account } = fresh;
  const found = GUARD_PREDICATES.NEED({ before: account, account, data, context, approved: false });
  if (found !== null) return refuseGuardFailures([found], account, data, context);
  const moved = append(fresh, 'nextCheckSet', {
    ...account,
    nextCheck: computeNextCheck(account, context),
    missedChecks: 0,
    unanswered: 0,
  });
  return applyInOrder(moved, [
    data.nextCheckDate === undefined ? null : setNextCheck(data.nextCheckDate, data.reason ?? null, context),
  ]);
};

/** Again in ten business days, at most twice; then the check counts as missed and the next one comes in its cycle. */
const accountAfterNoAnswer = (account: Account, context: DecisionContext): Account => {
  const { retries, retryBusinessDays } = context.settings;
  if (account.unanswered >= retries) {
    return {
      ...account,
      unanswered: 0,
      missedChecks: account.missedChecks + 1,
      nextCheck: computeNextCheck(account, context),
    };
  }
  const base = account.nextCheck?.base ?? account.statusSince;
  const date = addBusinessDays(context.today, retryBusinessDays, context.calendar);
  return { ...account, unanswered: account.unanswered + 1, nextCheck: { date, origin: 'retry', base } };
};
