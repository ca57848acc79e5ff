/** The form "Check done": first the result, then what that result needs. */
import { presentAwaitedId } from '../../../functions/domain/account/awaited-contact';
import { CHECK_RESULT_LABELS } from '../../../functions/domain/status/code-list-texts';
import { CHECK_RESULTS, type CheckResult } from '../../../functions/domain/status/code-lists';
import type { Status } from '../../../functions/domain/status/statuses';
import type { AccountView } from '../../script-api';
import { type CommandForm, commandForm, type FieldsPlan } from '../kit/command-form';
import { type FormField, type FormValues, fieldByKey } from '../kit/form-data';
import type { CommandBody, Entered, InputPath, TransitionInput } from '../kit/form-input';
import { WINDOW_MESSAGES } from '../messages/catalog';
import { t, type Viewer } from '../messages/viewer';
import { statusChangedSentence } from '../status/change-status';
import { fieldsOfOffer, lostReasonsOf } from '../status/transition-fields';
import { optionalData } from '../status/transition-input';
import { type ActivityEntry, activityFields, activityNote, activityOf } from './log-contact-form';

export interface RecordCheckInput extends ActivityEntry, Omit<TransitionInput, 'activity'> {
  result: CheckResult;
}
type CheckField = FormField<InputPath<RecordCheckInput>>;

const STATUS_BY_RESULT: Partial<Record<CheckResult, Status>> = {
  becameDeal: 'ACTIVE_OPPORTUNITY',
  needGone: 'DEAD_OPPORTUNITY',
  badFit: 'BAD_FIT',
};

/** Results that need nothing from a single account. */
const RESULTS_FOR_SEVERAL: readonly CheckResult[] = ['stillWaiting', 'noAnswer'];

const resultField = (results: readonly CheckResult[]): CheckField => ({
  key: 'result',
  label: WINDOW_MESSAGES.checkResult,
  kind: 'radio',
  choices: results.map((value) => ({ value, label: CHECK_RESULT_LABELS[value] })),
  suggestion: null,
});

/** The fields that a result needs beside the contact itself. */
const fieldsOfResult = (
  viewer: Viewer,
  accountView: AccountView | null,
  result: CheckResult,
): CheckField[] => {
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
    fieldsOfOffer(accountView, offer, viewer)
      // The result already says that the need is gone, and a proposal's note is its reason.
      .filter(({ key }) => !(result === 'needGone' && key === 'bant.need') && key !== 'note')
  );
};

/** Without an account, the fields for several. */
export const recordCheckFields = (
  viewer: Viewer,
  accountView: AccountView | null,
): FieldsPlan<RecordCheckInput> => {
  const results = accountView === null ? RESULTS_FOR_SEVERAL : CHECK_RESULTS;
  return {
    about: {
      account: accountView?.account ?? null,
      today: viewer.today,
      lostReasons: accountView === null ? undefined : lostReasonsOf(accountView),
    },
    fields: [resultField(results)],
    more: (values) => {
      const result = results.find((one) => one === values.result);
      if (result === undefined) return [];
      const kinds =
        result === 'noAnswer'
          ? (['call', 'mail', 'visit'] as const)
          : (['call', 'meeting', 'mail', 'visit'] as const);
      return [
        ...activityFields(viewer, kinds, accountView && { asked: presentAwaitedId(accountView.account) }),
        ...fieldsOfResult(viewer, accountView, result),
        activityNote(values['activity.kind']),
      ];
    },
  };
};

/** The form is only sent with a result. */
export const recordCheckCommand = ({
  result = 'noAnswer',
  activity = {},
  ...input
}: Entered<RecordCheckInput>): CommandBody => ({
  type: 'recordCheck',
  result,
  activity: activityOf({ activity }),
  ...optionalData(input),
});

export const recordCheckForm = (
  viewer: Viewer,
  accountView: AccountView,
  values: FormValues = {},
  title: string | null = null,
): CommandForm =>
  commandForm<RecordCheckInput>({
    ...recordCheckFields(viewer, accountView),
    values,
    title,
    submit: t(viewer, 'recordCheck'),
    command: recordCheckCommand,
    sentence: (result) => statusChangedSentence(viewer, result),
  });
