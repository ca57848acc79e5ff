/** What an account becomes where the last of its open opportunities, or products in use, ends in the same form. */
import type { NextStatusInput } from '../../../functions/domain/account/command-inputs';
import type { AccountView } from '../../script-api';
import type { Entered, TransitionInput } from '../kit/form-input';
import type { Viewer } from '../messages/viewer';
import { fieldsOfOffer, type TransitionField } from '../status/transition-fields';
import { transitionParts } from '../status/transition-input';

/** What the decision needs; what the same form ends already is not asked again. */
export const decisionFields = (
  viewer: Viewer,
  accountView: AccountView,
  to: unknown,
  isProved: boolean,
): TransitionField[] => {
  const offer = accountView.offers.find((one) => one.to === to);
  if (offer === undefined) return [];
  return fieldsOfOffer(accountView, offer, viewer).filter(
    ({ key }) => key !== 'closing' && key !== 'churn' && !(isProved && key.startsWith('product.')),
  );
};

export const decisionOf = (input: Entered<TransitionInput>): { decision?: NextStatusInput } => {
  const { data, to } = transitionParts(input);
  return to === undefined ? {} : { decision: { to, data } };
};
