/** The company search in a dialog; the chosen company is selected in the register. */
import type { ApiError, Result } from '../../script-api';
import {
  focusLookup,
  type LookupMessage,
  type LookupState,
  newLookup,
  searchCompany,
  updateLookup,
} from '../companies/lookup';
import { call, mapEffects, type Step, step } from '../kit/step';

export interface LookUpDialogState {
  lookup: LookupState;
  /** The outcome of the last choice. */
  notice: { kind: 'error'; error: ApiError } | { kind: 'wentTo' | 'noRow'; name: string } | null;
}

export type LookUpDialogMessage =
  | { type: 'lookup'; message: LookupMessage }
  | { type: 'wentTo'; name: string; result: Result<boolean> }
  | { type: 'opened' };

type LookUpStep = Step<LookUpDialogState, LookUpDialogMessage>;

const ofLookup = (message: LookupMessage): LookUpDialogMessage => ({ type: 'lookup', message });

/** Searches for `name` at once. */
export const openLookUp = (name: string): LookUpStep => {
  const { state: lookup, effects } = searchCompany(newLookup, name);
  return step({ lookup, notice: null }, ...mapEffects(effects, ofLookup), focusLookup);
};

export const updateLookUp = (state: LookUpDialogState, message: LookUpDialogMessage): LookUpStep => {
  if (message.type === 'opened') return step(state);
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
  return step(
    { ...state, lookup },
    ...mapped,
    call('goTo', [id], (result) => ({ type: 'wentTo' as const, name, result })),
  );
};
