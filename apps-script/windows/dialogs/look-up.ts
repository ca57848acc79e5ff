/** The company search in a dialog; the chosen company is selected in the register, or its form opens in the search's place. */
import type { ApiError, Result } from '../../script-api';
import {
  focusLookup,
  type LookupForm,
  type LookupMessage,
  type LookupState,
  newLookup,
  searchCompany,
  updateLookup,
} from '../companies/lookup';
import type { CommandFormMessage, CommandFormState } from '../kit/command-form';
import type { FormValues } from '../kit/form-data';
import { call, mapEffects, type Step, step } from '../kit/step';
import type { Viewer } from '../messages/viewer';
import {
  type AccountDialogMessage,
  type AccountDialogState,
  openAccountDialog,
  updateAccountDialog,
} from './account-dialog';
import { type FormWork, HAND_OVER_WORK, LOG_WORK } from './form-work';

const FORMS: Readonly<Record<LookupForm, FormWork>> = { logContact: LOG_WORK, handOver: HAND_OVER_WORK };

export interface LookUpDialogState {
  viewer: Viewer;
  lookup: LookupState;
  /** The outcome of the last choice. */
  notice: { kind: 'error'; error: ApiError } | { kind: 'wentTo' | 'noRow'; name: string } | null;
  /** The form that was opened from the answer. */
  work: { form: LookupForm; dialog: AccountDialogState<CommandFormState, FormValues> } | null;
}

export type LookUpDialogMessage =
  | { type: 'lookup'; message: LookupMessage }
  | { type: 'wentTo'; name: string; result: Result<boolean> }
  | { type: 'opened' }
  | { type: 'work'; message: AccountDialogMessage<CommandFormMessage> };

type LookUpStep = Step<LookUpDialogState, LookUpDialogMessage>;

const ofWork = (message: AccountDialogMessage<CommandFormMessage>): LookUpDialogMessage => ({
  type: 'work',
  message,
});

const ofLookup = (message: LookupMessage): LookUpDialogMessage => ({ type: 'lookup', message });

/** Searches for `name` at once. */
export const openLookUp = (viewer: Viewer, name: string): LookUpStep => {
  const { state: lookup, effects } = searchCompany(newLookup, name);
  return step({ viewer, lookup, notice: null, work: null }, ...mapEffects(effects, ofLookup), focusLookup);
};

export const updateLookUp = (state: LookUpDialogState, message: LookUpDialogMessage): LookUpStep => {
  if (message.type === 'opened') return step(state);
  if (message.type === 'work') {
    const { work } = state;
    if (work === null) return step(state);
    const { state: dialog, effects } = updateAccountDialog(FORMS[work.form], work.dialog, message.message);
    return step({ ...state, work: { ...work, dialog } }, ...mapEffects(effects, ofWork));
  }
  if (message.type === 'wentTo') {
    const { result, name } = message;
    if ('error' in result) return step({ ...state, notice: { kind: 'error', error: result.error } });
    return step({ ...state, notice: { kind: result.value ? 'wentTo' : 'noRow', name } });
  }
  const { state: lookup, effects, out } = updateLookup(state.lookup, message.message);
  const mapped = mapEffects(effects, ofLookup);
  if (out === null) return step({ ...state, lookup }, ...mapped);
  if (out.kind === 'register')
    return step(
      { ...state, lookup },
      ...mapped,
      call('openDialog', ['register', [], null, out.query], () => ({ type: 'opened' as const })),
    );
  const { id, name } = out.choice;
  if (out.form !== null) {
    const { state: dialog, effects: reading } = openAccountDialog<
      CommandFormState,
      CommandFormMessage,
      FormValues
    >(state.viewer, id, {});
    return step(
      { ...state, lookup, notice: null, work: { form: out.form, dialog } },
      ...mapped,
      ...mapEffects(reading, ofWork),
    );
  }
  return step(
    { ...state, lookup },
    ...mapped,
    call('goTo', [id], (result) => ({ type: 'wentTo' as const, name, result })),
  );
};
