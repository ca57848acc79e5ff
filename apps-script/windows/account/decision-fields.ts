/** Fields for the account's next status, where the same form ends its last open opportunity or product. */
import type { NextStatusInput } from '../../../functions/domain/account/command-inputs';
import type { AccountView } from '../../script-api';
import type { Entered, TransitionInput } from '../kit/form-input';
import type { Viewer } from '../messages/viewer';
import { fieldsOfOffer, type TransitionField } from '../status/transition-fields';
import { transitionParts } from '../status/transition-input';

/** Only what the decision still needs: what the form itself ends is not asked again. */
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
