/** "Check done": the result first, then what that result needs. */
import { CHECK_RESULTS, type CheckResult } from '../../../functions/domain/status/code-lists';
import type { Status } from '../../../functions/domain/status/statuses';
import type { AccountView } from '../../script-api';
import { createFields, type FormFields, type FormTree } from '../kit/form';
import { type FormField, type FormValues, fieldByKey, moveInputOf } from '../kit/form-data';
import type { CommandRequestBody } from '../kit/request-ids';
import { WINDOW_MESSAGES } from '../messages/catalog';
import type { Viewer } from '../messages/viewer';
import { fieldsOfOffer, lostReasonsOf } from '../status/change-status-form';
import { activityFields, activityNoteField, activityOf } from './log-contact-form';

const STATUS_BY_RESULT: Partial<Record<CheckResult, Status>> = {
  becameDeal: 'ACTIVE_OPPORTUNITY',
  needGone: 'DEAD_OPPORTUNITY',
  badFit: 'BAD_FIT',
};

const resultField = (results: readonly CheckResult[]): FormField => ({
  key: 'result',
  label: WINDOW_MESSAGES.checkResult,
  kind: 'radio',
  choices: results.map((value) => ({ value, label: CHECK_RESULTS[value] })),
  suggestion: null,
});

/** Without an account: for several, where only results fit that ask nothing of a single one. */
export const recordCheckFields = (viewer: Viewer, accountView: AccountView | null): FormFields => {
  const results =
    accountView === null
      ? (['stillWaiting', 'noAnswer'] as const)
      : (Object.keys(CHECK_RESULTS) as CheckResult[]);
  const of = (result: CheckResult): FormField[] => {
    if (result === 'stillWaiting')
      return [
        fieldByKey('nextCheckDate', { hint: WINDOW_MESSAGES.checkComputedLater }),
        ...(accountView === null
          ? []
          : [fieldByKey('awaitedCondition', { suggestion: accountView.account.awaitedCondition })]),
      ];
    const to = STATUS_BY_RESULT[result];
    const offer = accountView?.offers.find((one) => one.to === to);
    if (accountView === null || offer === undefined) return [];
    return (
      fieldsOfOffer(accountView, offer)
        // The result says that the need is gone; a proposal's note is its reason.
        .filter(({ key }) => !(result === 'needGone' && key === 'bant.need') && key !== 'note')
    );
  };
  const more = (values: FormValues): FormField[] => {
    const result = values.result as CheckResult | '';
    if (result === '' || result === undefined) return [];
    const kinds =
      result === 'noAnswer'
        ? (['call', 'mail', 'visit'] as const)
        : (['call', 'meeting', 'mail', 'visit'] as const);
    return [...activityFields(viewer, kinds, accountView !== null), ...of(result), activityNoteField()];
  };
  return createFields(
    viewer,
    {
      account: accountView?.account ?? null,
      lostReasons: accountView === null ? undefined : lostReasonsOf(accountView),
    },
    [resultField(results)],
    more,
  );
};

export const recordCheckCommand = (tree: FormTree): CommandRequestBody['command'] => {
  const { result, activity, ...rest } = tree;
  const { data } = moveInputOf(rest);
  return {
    type: 'recordCheck',
    result: result as CheckResult,
    activity: activityOf({ activity }),
    ...(Object.keys(data).length === 0 ? {} : { data }),
  };
};
