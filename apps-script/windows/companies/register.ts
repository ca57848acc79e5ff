/** Registers a company, and shows companies with a similar name. */
import type { LookupAnswer } from '../../../functions/contract/lookup';
import type { Result } from '../../script-api';
import {
  type CommandFormMessage,
  type CommandFormOut,
  type CommandFormState,
  NEW_ACCOUNT,
  openCommandForm,
  updateCommandForm,
} from '../kit/command-form';
import { isFormBusy } from '../kit/form-state';
import { sameNameOf } from '../kit/refusal-facts';
import { newResult, type ResultMessage, type ResultState, updateResult } from '../kit/result-state';
import { newSearch, type SearchState, searchAnswered, searchLater, searchNow } from '../kit/search';
import { formValues } from '../kit/shown-fields';
import { CLOSE, call, focusOn, focusWithin, mapEffects, type Step, step } from '../kit/step';
import type { Viewer } from '../messages/viewer';
import { registerForm } from './register-form';

export interface RegisterWindowState {
  viewer: Viewer;
  form: CommandFormState;
  /** Companies similar to the new one: a warning, no refusal. */
  similar: SearchState;
  result: ResultState | null;
}

export type RegisterMessage =
  | { type: 'form'; message: CommandFormMessage }
  | { type: 'searchDue' }
  | { type: 'searched'; serial: number; result: Result<LookupAnswer> }
  | { type: 'result'; message: ResultMessage }
  | { type: 'goTo'; id: string }
  | { type: 'wentTo' }
  | { type: 'registered'; result: ResultState; went: Result<boolean> }
  | { type: 'close' };

type RegisterStep = Step<RegisterWindowState, RegisterMessage>;

const ofForm = (message: CommandFormMessage): RegisterMessage => ({ type: 'form', message });

const nameIn = ({ form }: CommandFormState): string => String(formValues(form)['details.name'] ?? '');

/**
 * Whether the form tells of its own sending: then a search that has failed is not told of above it. Where the server is away, two
 * equal buttons would try again, and the first one sends nothing.
 */
export const isSendingTold = ({ form: { form } }: RegisterWindowState): boolean =>
  isFormBusy(form) || form.notice?.kind === 'error';

const searchSimilar = (state: RegisterWindowState): RegisterStep => {
  const name = nameIn(state.form);
  if (name.trim() === '')
    return step({ ...state, similar: { ...newSearch, serial: state.similar.serial + 1 } });
  const { state: similar, effects } = searchLater(state.similar, name, 'similar', {
    type: 'searchDue' as const,
  });
  return step({ ...state, similar }, ...effects);
};

/** `typed` is the searched text or the text of a row. */
export const openRegisterForm = (viewer: Viewer, typed: string): RegisterStep => {
  const opened = openCommandForm(NEW_ACCOUNT, registerForm(viewer, typed));
  const state = { viewer, form: opened.state, similar: newSearch, result: null };
  const searched = typed === '' ? step<RegisterWindowState, RegisterMessage>(state) : searchSimilar(state);
  return step(
    searched.state,
    ...mapEffects(opened.effects, ofForm),
    ...searched.effects,
    focusWithin('#root'),
  );
};

const updateForm = (state: RegisterWindowState, message: CommandFormMessage): RegisterStep => {
  const { state: form, effects, out } = updateCommandForm(state.form, message);
  const next = { ...state, form };
  if (out?.kind === 'cancel') return step(next, CLOSE);
  if (out?.kind === 'done') return showRegistered(next, out);
  const mapped = mapEffects(effects, ofForm);
  if (nameIn(form) === nameIn(state.form)) return step(next, ...mapped);
  const searched = searchSimilar(next);
  return step(searched.state, ...mapped, ...searched.effects);
};

/** Scrolls to the new row; an open sidebar follows it. */
const showRegistered = (
  state: RegisterWindowState,
  { accepted, sentence }: Extract<CommandFormOut, { kind: 'done' }>,
): RegisterStep => {
  const result = newResult(sentence, [accepted]);
  const { row } = accepted.result;
  return row === null
    ? step({ ...state, result }, focusOn('.outcome'))
    : step(
        // It cannot be sent again until the row is shown.
        { ...state, form: { ...state.form, form: { ...state.form.form, phase: 'sending' } } },
        call('goTo', [row.id, sentence], (went) => ({ type: 'registered' as const, result, went })),
      );
};

/** Closes the window, unless it has more to tell than the toast does. */
const registered = (
  state: RegisterWindowState,
  { result, went }: Extract<RegisterMessage, { type: 'registered' }>,
): RegisterStep => {
  const isShown = 'value' in went && went.value;
  const hasNamesakes = result.accepted.some((one) => sameNameOf(one.result) !== null);
  return isShown && !hasNamesakes ? step(state, CLOSE) : step({ ...state, result }, focusOn('.outcome'));
};

export const updateRegister = (state: RegisterWindowState, message: RegisterMessage): RegisterStep => {
  switch (message.type) {
    case 'form':
      return updateForm(state, message.message);
    case 'searchDue': {
      const { state: similar, effects } = searchNow(state.similar, nameIn(state.form), (serial, result) => ({
        type: 'searched' as const,
        serial,
        result,
      }));
      return step({ ...state, similar }, ...effects);
    }
    case 'searched':
      return step({ ...state, similar: searchAnswered(state.similar, message.serial, message.result) });
    case 'result': {
      if (state.result === null) return step(state);
      const { state: result, effects } = updateResult(state.result, message.message);
      return step(
        { ...state, result },
        ...mapEffects(effects, (one): RegisterMessage => ({ type: 'result', message: one })),
      );
    }
    case 'goTo':
      return step(
        state,
        call('goTo', [message.id], () => ({ type: 'wentTo' as const })),
      );
    case 'wentTo':
      return step(state);
    case 'registered':
      return registered(state, message);
    case 'close':
      return step(state, CLOSE);
    default:
      return message satisfies never;
  }
};
