/** Changes the status of one account: a choice among the legal statuses, and the form of that move. */

import type { CommandResult } from '../../../functions/contract/commands';
import type { OfferedTransition } from '../../../functions/domain/account/offered-transitions';
import { statusLabel } from '../../../functions/domain/history/value-words';
import type { Status } from '../../../functions/domain/status/statuses';
import type { AccountView } from '../../script-api';
import {
  type CommandForm,
  type CommandFormMessage,
  type CommandFormOut,
  type CommandFormState,
  commandForm,
  openCommandForm,
  targetOf,
  updateCommandForm,
} from '../kit/command-form';
import type { FormValues } from '../kit/form-data';
import type { TransitionInput } from '../kit/form-input';
import { isFormBusy } from '../kit/form-state';
import { permittedOffers } from '../kit/member-rights';
import { formValues } from '../kit/shown-fields';
import { mapEffects, type PartStep, partStep } from '../kit/step';
import { formatDate, t, type Viewer } from '../messages/viewer';
import { fieldsOfOffer, transitionContext } from './transition-fields';
import { statusChangeCommand } from './transition-input';

/** The choice and the typed values, kept while the account is read again. */
export interface StatusDraft {
  to: Status | null;
  values: FormValues;
}

export interface ChangeStatusState {
  viewer: Viewer;
  accountView: AccountView;
  to: Status | null;
  form: CommandFormState | null;
  /** Includes values typed into the forms of other statuses. */
  kept: FormValues;
  touched: boolean;
  /** False where the status was chosen elsewhere: then its name stands above the form. */
  hasChoice: boolean;
}

export type ChangeStatusMessage =
  | { type: 'choose'; to: Status }
  | { type: 'form'; message: CommandFormMessage };

export type WorkOut<Draft> = Exclude<CommandFormOut, { kind: 'reload' }> | { kind: 'reload'; draft: Draft };

type ChangeStatusStep = PartStep<ChangeStatusState, ChangeStatusMessage, WorkOut<StatusDraft>>;

export const statusChangedSentence = (viewer: Viewer, { row }: CommandResult): string => {
  if (row === null) return t(viewer, 'accepted');
  const { name, status, nextCheck } = row;
  const changed = t(viewer, 'changedTo', { name, status: statusLabel(viewer, status) });
  return nextCheck === null
    ? changed
    : changed + t(viewer, 'nextCheckIs', { date: formatDate(viewer, nextCheck) });
};

const proposedSentence = (viewer: Viewer, { row }: CommandResult): string => {
  if (row === null) return t(viewer, 'accepted');
  const { name, status, pending } = row;
  return t(viewer, 'proposed', { name, status: statusLabel(viewer, pending ?? status) });
};

const transitionForm = (
  { viewer, accountView, kept, hasChoice }: ChangeStatusState,
  offer: OfferedTransition,
): CommandForm => {
  const { to, approval } = offer;
  const status = statusLabel(viewer, to);
  return commandForm<TransitionInput>({
    about: transitionContext(accountView, to),
    fields: fieldsOfOffer(accountView, offer, viewer),
    values: kept,
    title: hasChoice ? null : status,
    submit: approval ? t(viewer, 'propose') : t(viewer, 'changeInto', { status }),
    command: (input) => statusChangeCommand(accountView.account.status, offer, input),
    sentence: (result) =>
      approval ? proposedSentence(viewer, result) : statusChangedSentence(viewer, result),
  });
};

const choose = (state: ChangeStatusState, to: Status): ChangeStatusStep => {
  const offer = permittedOffers(state.viewer, state.accountView).find((one) => one.to === to);
  if (offer === undefined) return partStep({ ...state, to });
  const before = state.form;
  const kept: ChangeStatusState = {
    ...state,
    to,
    kept: before === null ? state.kept : { ...state.kept, ...formValues(before.form) },
    touched: isTouched(state),
  };
  const { state: form, effects } = openCommandForm(targetOf(state.accountView), transitionForm(kept, offer));
  return partStep({ ...kept, form }, mapEffects(effects, ofForm));
};

const ofForm = (message: CommandFormMessage): ChangeStatusMessage => ({ type: 'form', message });

export const isTouched = ({ touched, form }: ChangeStatusState): boolean =>
  touched || (form?.form.touched ?? false);

export const isBusy = ({ form }: ChangeStatusState): boolean => form !== null && isFormBusy(form.form);

/** `to` is chosen already, where it is legal. */
export const openChangeStatus = (
  viewer: Viewer,
  accountView: AccountView,
  { to, values }: StatusDraft,
  { hasChoice = true }: { hasChoice?: boolean } = {},
): ChangeStatusStep => {
  const state = { viewer, accountView, to: null, form: null, kept: values, touched: false, hasChoice };
  return to === null ? partStep(state) : choose(state, to);
};

export const updateChangeStatus = (
  state: ChangeStatusState,
  message: ChangeStatusMessage,
): ChangeStatusStep => {
  if (message.type === 'choose')
    // What is on its way belongs to the status that was chosen.
    return isBusy(state) ? partStep(state) : choose(state, message.to);
  if (state.form === null) return partStep(state);
  const { state: form, effects, out } = updateCommandForm(state.form, message.message);
  const next = { ...state, form };
  return partStep(
    next,
    mapEffects(effects, ofForm),
    out?.kind === 'reload'
      ? { kind: 'reload', draft: { to: state.to, values: { ...state.kept, ...out.values } } }
      : out,
  );
};
