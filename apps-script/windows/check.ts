/** "Check done": the result first, then what that result needs. */
import { CHECK_RESULTS, type CheckResult } from '../../functions/domain/code-lists';
import type { Status } from '../../functions/domain/statuses';
import type { AccountTold } from '../told';
import { fieldsOfOffer, lostReasonsOf } from './change-status';
import { activityFields, activityNote, activityOf } from './contact-log';
import { type Fields, makeFields, type Tree } from './form';
import { type FormField, type FormValues, fieldOf, moveEntered } from './form-data';
import type { Here } from './here';
import type { Given } from './request-ids';
import { WORDS } from './words';

const LEADS_TO: Partial<Record<CheckResult, Status>> = {
  becameDeal: 'ACTIVE_OPPORTUNITY',
  needGone: 'DEAD_OPPORTUNITY',
  badFit: 'BAD_FIT',
};

const resultField = (results: readonly CheckResult[]): FormField => ({
  key: 'result',
  label: WORDS.checkResult,
  kind: 'radio',
  choices: results.map((value) => ({ value, label: CHECK_RESULTS[value] })),
  suggestion: null,
});

/** Without an account: for several, where only results fit that ask nothing of a single one. */
export const checkFields = (here: Here, told: AccountTold | null): Fields => {
  const results =
    told === null ? (['stillWaiting', 'noAnswer'] as const) : (Object.keys(CHECK_RESULTS) as CheckResult[]);
  const of = (result: CheckResult): FormField[] => {
    if (result === 'stillWaiting')
      return [
        fieldOf('nextCheckDate', { hint: WORDS.checkComputedLater }),
        ...(told === null
          ? []
          : [fieldOf('awaitedCondition', { suggestion: told.account.awaitedCondition })]),
      ];
    const to = LEADS_TO[result];
    const offer = told?.offers.find((one) => one.to === to);
    if (told === null || offer === undefined) return [];
    return (
      fieldsOfOffer(told, offer)
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
    return [...activityFields(here, kinds, told !== null), ...of(result), activityNote()];
  };
  return makeFields(
    here,
    { account: told?.account ?? null, lostReasons: told === null ? undefined : lostReasonsOf(told) },
    [resultField(results)],
    more,
  );
};

export const checkCommand = (tree: Tree): Given['command'] => {
  const { result, activity, ...rest } = tree;
  const { data } = moveEntered(rest);
  return {
    type: 'recordCheck',
    result: result as CheckResult,
    activity: activityOf({ activity }),
    ...(Object.keys(data).length === 0 ? {} : { data }),
  };
};
