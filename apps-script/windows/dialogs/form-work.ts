/** A dialog whose work is one form. */
import { partById } from '../../../functions/domain/account/account';
import type { CallerCommandType } from '../../../functions/domain/commands/command-rights';
import type { AccountView } from '../../script-api';
import { handOverForm } from '../account/account-forms';
import { closeForm } from '../account/close-form';
import { logContactForm } from '../account/log-contact-form';
import { reviewBadFitForm } from '../account/review-bad-fit-form';
import {
  type CommandForm,
  type CommandFormMessage,
  type CommandFormState,
  openCommandForm,
  targetOf,
  updateCommandForm,
} from '../kit/command-form';
import type { FormValues } from '../kit/form-data';
import { partStep } from '../kit/step';
import type { Viewer } from '../messages/viewer';
import type { AccountWork } from './account-dialog';

export type FormWork = AccountWork<CommandFormState, CommandFormMessage, FormValues>;

export const formWork = (
  gives: CallerCommandType,
  formFor: (viewer: Viewer, accountView: AccountView, values: FormValues) => CommandForm | null,
): FormWork => ({
  gives,
  open: (viewer, accountView, values) => {
    const form = formFor(viewer, accountView, values);
    return form === null ? null : openCommandForm(targetOf(accountView), form);
  },
  update: (state, message) => {
    const { state: next, effects, out } = updateCommandForm(state, message);
    return partStep(next, effects, out?.kind === 'reload' ? { kind: 'reload', draft: out.values } : out);
  },
});

const withValues = (form: CommandForm, values: FormValues): CommandForm => ({
  ...form,
  values: { ...form.values, ...values },
});

export const LOG_WORK = formWork('logActivity', logContactForm);

export const HAND_OVER_WORK = formWork('handOver', handOverForm);

export const REVIEW_WORK = formWork('reviewBadFit', (viewer, accountView, values) =>
  withValues(reviewBadFitForm(viewer, accountView), values),
);

export const closeWork = (opportunityId: string): FormWork =>
  formWork('closeOpportunity', (viewer, accountView, values) => {
    const opportunity = partById(accountView.account.opportunities, opportunityId);
    return opportunity === undefined ? null : withValues(closeForm(viewer, accountView, opportunity), values);
  });
