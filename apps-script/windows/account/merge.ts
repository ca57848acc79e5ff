/** Merges two accounts: which one stays, a preview of both, and the confirmation. */

import type { CommandResult } from '../../../functions/contract/commands';
import { isManager } from '../../../functions/domain/account/team';
import type { MergePreview } from '../../../functions/domain/commands/merge-terms';
import type { AccountView, ApiError, Result } from '../../script-api';
import {
  type CommandFormMessage,
  type CommandFormOut,
  type CommandFormState,
  openCommandForm,
  targetOf,
  updateCommandForm,
} from '../kit/command-form';
import type { CommandBody } from '../kit/form-input';
import { isFormBusy } from '../kit/form-state';
import { previewOf, refusalOf, type WindowRefusal } from '../kit/refusal-facts';
import type { CommandRequestBody } from '../kit/request-ids';
import { formValues } from '../kit/shown-fields';
import { call, type Effect, focusWithin, mapEffects, type PartStep, partStep, send } from '../kit/step';
import { tAccount } from '../messages/account-catalog';
import type { Viewer } from '../messages/viewer';
import type { WorkOut } from '../status/change-status';
import { type MergeChoice, mergeChoiceForm, mergeConfirmForm, mergeDraft } from './merge-form';

type Trouble = { kind: 'error'; error: ApiError } | { kind: 'refusal'; refusal: WindowRefusal };

export interface MergeConfirmation {
  kind: 'confirming';
  choice: MergeChoice;
  /** The preview that was shown first, with both sides. */
  preview: MergePreview;
  /** The preview with the status chosen now, or why that is refused. */
  outlook: { kind: 'preview'; preview: MergePreview } | { kind: 'refusal'; refusal: WindowRefusal };
  /** Number of the newest requested preview. */
  serial: number;
  /** Null where only a manager may continue. */
  form: CommandFormState | null;
  /** The mark "another company" is being sent. */
  marking: boolean;
  trouble: Trouble | null;
}

export interface MergeState {
  viewer: Viewer;
  accountView: AccountView;
  phase: { kind: 'choosing'; form: CommandFormState } | MergeConfirmation;
}

export type MergeMessage =
  | { type: 'form'; message: CommandFormMessage }
  | { type: 'outlook'; serial: number; result: Result<readonly CommandResult[]> }
  | { type: 'back' }
  | { type: 'markApart' }
  | { type: 'marked'; request: CommandRequestBody; result: Result<readonly CommandResult[]> }
  | { type: 'cancel' }
  | { type: 'reload' }
  | { type: 'goTo'; id: string }
  | { type: 'wentTo' };

export type MergeStep = PartStep<MergeState, MergeMessage, WorkOut<Partial<MergeChoice>>>;

const MERGE_SELECTOR = '.merge';

const ofForm = (message: CommandFormMessage): MergeMessage => ({ type: 'form', message });

const requestOf = ({ accountView: { account } }: MergeState, command: CommandBody): CommandRequestBody => ({
  accountId: account.id,
  expectedVersion: account.version,
  command,
});

export const openMerge = (
  viewer: Viewer,
  accountView: AccountView,
  choice: Partial<MergeChoice>,
): MergeStep => {
  const { state: form, effects } = openCommandForm(
    targetOf(accountView),
    mergeChoiceForm(viewer, accountView, choice),
  );
  return partStep({ viewer, accountView, phase: { kind: 'choosing', form } }, [
    ...mapEffects(effects, ofForm),
    { kind: 'focus', selector: MERGE_SELECTOR, within: true, select: choice.intoId === undefined },
  ]);
};

/** Shows the preview for confirmation, by a manager where that is required. */
const confirm = (state: MergeState, choice: MergeChoice, preview: MergePreview): MergeStep => {
  const { viewer, accountView } = state;
  const mayConfirm = preview.needsManager.length === 0 || isManager(accountView.you);
  const opened = mayConfirm
    ? openCommandForm(targetOf(accountView), mergeConfirmForm(viewer, accountView, choice, preview))
    : null;
  const phase: MergeConfirmation = {
    kind: 'confirming',
    choice,
    preview,
    outlook: { kind: 'preview', preview },
    serial: 0,
    form: opened?.state ?? null,
    marking: false,
    trouble: null,
  };
  return partStep({ ...state, phase }, [
    ...mapEffects(opened?.effects ?? [], ofForm),
    focusWithin(MERGE_SELECTOR),
  ]);
};

const updateChoice = (
  state: MergeState,
  before: CommandFormState,
  message: CommandFormMessage,
): MergeStep => {
  const { state: form, effects, out } = updateCommandForm(before, message);
  const next: MergeState = { ...state, phase: { kind: 'choosing', form } };
  if (out?.kind === 'done') {
    const preview = previewOf(out.accepted.result);
    if (preview === null) return partStep(next);
    return confirm(next, { intoId: preview.into.id, reason: preview.reason }, preview);
  }
  return partStep(next, mapEffects(effects, ofForm), withDraft(out, mergeDraft(formValues(form.form))));
};

const withDraft = (
  out: CommandFormOut | null,
  draft: Partial<MergeChoice>,
): WorkOut<Partial<MergeChoice>> | null => (out?.kind === 'reload' ? { kind: 'reload', draft } : out);

/** Another status of the remaining account changes the preview. */
const lookAgain = (
  state: MergeState,
  { choice, serial }: MergeConfirmation,
  survivorStatus: MergePreview['proposed'],
): Effect<MergeMessage> =>
  send([requestOf(state, { type: 'merge', ...choice, survivorStatus, preview: true })], (result) => ({
    type: 'outlook' as const,
    serial,
    result,
  }));

const updateConfirmation = (
  state: MergeState,
  phase: MergeConfirmation,
  before: CommandFormState,
  message: CommandFormMessage,
): MergeStep => {
  const { state: form, effects, out } = updateCommandForm(before, message);
  const chosen = formValues(form.form).survivorStatus;
  const status = phase.preview.choices.find((one) => one === chosen);
  const changed = status !== undefined && formValues(before.form).survivorStatus !== chosen;
  const next: MergeConfirmation = { ...phase, form, serial: phase.serial + (changed ? 1 : 0) };
  return partStep(
    { ...state, phase: next },
    [...mapEffects(effects, ofForm), ...(changed ? [lookAgain(state, next, status)] : [])],
    withDraft(out, phase.choice),
  );
};

const withOutlook = (
  state: MergeState,
  phase: MergeConfirmation,
  result: Result<readonly CommandResult[]>,
): MergeStep => {
  const [one] = 'value' in result ? result.value : [];
  const [preview, refusal] = one === undefined ? [null, null] : [previewOf(one), refusalOf(one)];
  if (preview !== null)
    return partStep({ ...state, phase: { ...phase, outlook: { kind: 'preview', preview } } });
  if (refusal !== null)
    return partStep({ ...state, phase: { ...phase, outlook: { kind: 'refusal', refusal } } });
  // Without an answer the shown preview stays: sending will tell what is wrong.
  return partStep(state);
};

const marked = (
  state: MergeState,
  phase: MergeConfirmation,
  { request, result }: Extract<MergeMessage, { type: 'marked' }>,
): MergeStep => {
  const after = { ...phase, marking: false };
  const withTrouble = (trouble: Trouble): MergeStep => partStep({ ...state, phase: { ...after, trouble } });
  if ('error' in result) return withTrouble({ kind: 'error', error: result.error });
  const [one] = result.value;
  if (one === undefined) return partStep({ ...state, phase: after });
  const refusal = refusalOf(one);
  if (refusal !== null) return withTrouble({ kind: 'refusal', refusal });
  return partStep({ ...state, phase: after }, [], {
    kind: 'done',
    accepted: { request, result: one },
    sentence: tAccount(state.viewer, 'apartDone', { name: phase.preview.into.name }),
  });
};

export const isMergeBusy = ({ phase }: MergeState): boolean =>
  (phase.kind === 'confirming' && phase.marking) || (phase.form !== null && isFormBusy(phase.form.form));

export const isMergeTouched = ({ phase }: MergeState): boolean =>
  phase.kind === 'confirming' || phase.form.form.touched;

/** Messages of the confirmation only; the others are the same in both phases. */
const updateConfirming = (state: MergeState, phase: MergeConfirmation, message: MergeMessage): MergeStep => {
  switch (message.type) {
    case 'form':
      return phase.form === null
        ? partStep(state)
        : updateConfirmation(state, phase, phase.form, message.message);
    case 'outlook':
      return message.serial === phase.serial ? withOutlook(state, phase, message.result) : partStep(state);
    case 'back':
      return isMergeBusy(state) ? partStep(state) : openMerge(state.viewer, state.accountView, phase.choice);
    case 'markApart': {
      if (isMergeBusy(state)) return partStep(state);
      const request = requestOf(state, { type: 'markNotDuplicate', otherId: phase.choice.intoId });
      return partStep({ ...state, phase: { ...phase, marking: true } }, [
        send([request], (result) => ({ type: 'marked' as const, request, result })),
      ]);
    }
    case 'marked':
      return marked(state, phase, message);
    case 'reload':
      return partStep(state, [], { kind: 'reload', draft: phase.choice });
    default:
      return partStep(state);
  }
};

export const updateMerge = (state: MergeState, message: MergeMessage): MergeStep => {
  const { phase } = state;
  if (message.type === 'cancel') return partStep(state, [], { kind: 'cancel' });
  if (message.type === 'goTo')
    return partStep(state, [call('goTo', [message.id], () => ({ type: 'wentTo' as const }))]);
  if (phase.kind === 'confirming') return updateConfirming(state, phase, message);
  return message.type === 'form' ? updateChoice(state, phase.form, message.message) : partStep(state);
};
