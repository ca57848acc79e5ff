/** The state of a form: the entered values, problems, and what is being sent. A refusal may add fields. */

import type { LookupAnswer } from '../../../functions/contract/lookup';
import type { ApiError, Result } from '../../script-api';
import {
  alternativeTo,
  type FormField,
  type FormValue,
  faultyAmounts,
  mergeFields,
  missingKeys,
  type ValueTree,
} from './form-data';
import { newSearch, type SearchState, searchAnswered, searchLater, searchNow } from './search';
import { type FormEntry, type FormPlan, formTree, formValues, shownFields } from './shown-fields';
import { type Effect, focusWithin, type PartStep, partStep, scrollTo } from './step';

export type FieldProblem = 'fillThis' | 'neededOrWrong' | 'notADate';

export interface FormState extends FormEntry {
  problems: Readonly<Record<string, FieldProblem>>;
  /** Searches of the fields that choose another account, by key. */
  searches: Readonly<Record<string, SearchState>>;
  touched: boolean;
  phase: 'editing' | 'sending';
  /** Shown above the fields; the texts of a refusal come from the form's owner. */
  notice: { kind: 'error'; error: ApiError } | { kind: 'refused' } | { kind: 'escapeAgain' } | null;
}

export type FormMessage =
  | { type: 'entered'; key: string; value: FormValue }
  /** `unreadable` are keys of fields that the browser cannot read, such as half a date. */
  | { type: 'submitted'; unreadable: readonly string[]; answer?: { key: string; value: string } }
  | { type: 'escaped' }
  | { type: 'cancelled' }
  | { type: 'searched'; key: string; query: string; now: boolean }
  | { type: 'searchDue'; key: string }
  | { type: 'searchAnswered'; key: string; serial: number; result: Result<LookupAnswer> };

export type FormOut = { kind: 'submit'; tree: ValueTree } | { kind: 'cancel' };

type FormStep = PartStep<FormState, FormMessage, FormOut>;

export const isFormBusy = ({ phase }: FormState): boolean => phase === 'sending';

const fieldSelector = (key: string): string => `[data-field=${JSON.stringify(key)}]`;

const focusField = (form: FormState, keys: readonly string[]): Effect<never>[] => {
  const foremost = shownFields(form).find(({ key }) => keys.includes(key));
  return foremost === undefined ? [] : [focusWithin(fieldSelector(foremost.key))];
};

const withProblems = (form: FormState, keys: readonly string[], problem: FieldProblem): FormState => ({
  ...form,
  problems: Object.fromEntries(keys.map((key) => [key, problem])),
});

const search = (form: FormState, key: string): SearchState => form.searches[key] ?? newSearch;
const withSearch = (form: FormState, key: string, state: SearchState): FormState => ({
  ...form,
  searches: { ...form.searches, [key]: state },
});

const runSearch = (form: FormState, key: string, query: string): FormStep => {
  const { state, effects } = searchNow(search(form, key), query, (serial, result) => ({
    type: 'searchAnswered' as const,
    key,
    serial,
    result,
  }));
  return partStep(withSearch(form, key, state), effects);
};

/** Opens a form; fields that choose another account look up their first value. */
export const openForm = (plan: FormPlan): FormStep => {
  const form: FormState = {
    plan,
    entered: plan.values,
    grown: [],
    problems: {},
    searches: {},
    touched: false,
    phase: 'editing',
    notice: null,
  };
  const values = formValues(form);
  let opened: FormStep = partStep(form);
  for (const { key, kind } of shownFields(form)) {
    if (kind !== 'account') continue;
    const chosen = String(values[key]);
    const query = plan.queries?.[key] ?? '';
    if (chosen === '' && query === '') continue;
    const { state, effects } = runSearch(opened.state, key, chosen || query);
    // The value is an ID; only the functions know the account's name.
    const box = withSearch(state, key, { ...search(state, key), query: chosen === '' ? query : '' });
    opened = partStep(box, [...opened.effects, ...effects]);
  }
  return opened;
};

const radioAnswers = (form: FormState): string => {
  const values = formValues(form);
  return JSON.stringify(
    shownFields(form)
      .filter(({ kind }) => kind === 'radio')
      .map(({ key }) => [key, values[key]]),
  );
};

const enter = (form: FormState, key: string, value: FormValue): FormState => {
  // Where one of two fields is enough, the other one is wanted no longer.
  const { [key]: _, [alternativeTo(key) ?? key]: __, ...problems } = form.problems;
  const next: FormState = {
    ...form,
    entered: { ...form.entered, [key]: value },
    problems,
    touched: true,
    notice: form.notice?.kind === 'escapeAgain' ? null : form.notice,
  };
  if (radioAnswers(next) === radioAnswers(form)) return next;
  // Another choice may need other data.
  return { ...next, grown: form.grown.filter(({ kind }) => kind === 'radio') };
};

const submit = (
  before: FormState,
  { unreadable, answer }: Extract<FormMessage, { type: 'submitted' }>,
): FormStep => {
  if (isFormBusy(before)) return partStep(before);
  const form = answer === undefined ? before : enter(before, answer.key, answer.value);
  const faulty = [...unreadable, ...faultyAmounts(shownFields(form), formValues(form))];
  if (faulty.length > 0) return partStep(withProblems(form, faulty, 'notADate'), focusField(form, faulty));
  const empty = missingKeys(shownFields(form), formValues(form));
  if (empty.length > 0) return partStep(withProblems(form, empty, 'fillThis'), focusField(form, empty));
  return partStep({ ...form, problems: {}, phase: 'sending', notice: null }, [], {
    kind: 'submit',
    tree: formTree(form),
  });
};

const leave = (form: FormState): FormStep => {
  if (isFormBusy(form)) return partStep(form);
  if (!form.touched || form.notice?.kind === 'escapeAgain') return partStep(form, [], { kind: 'cancel' });
  return partStep({ ...form, notice: { kind: 'escapeAgain' } });
};

export const updateForm = (form: FormState, message: FormMessage): FormStep => {
  switch (message.type) {
    case 'entered':
      return partStep(enter(form, message.key, message.value));
    case 'submitted':
      return submit(form, message);
    case 'escaped':
      return leave(form);
    case 'cancelled':
      return isFormBusy(form) ? partStep(form) : partStep(form, [], { kind: 'cancel' });
    case 'searched': {
      const { key, query, now } = message;
      // The typed text invalidates the former choice.
      const typed = { ...enter(form, key, ''), touched: form.touched || query !== '' };
      if (now) return runSearch(typed, key, query);
      const later = searchLater(search(typed, key), query, key, { type: 'searchDue' as const, key });
      return partStep(withSearch(typed, key, later.state), later.effects);
    }
    case 'searchDue':
      return runSearch(form, message.key, search(form, message.key).query);
    case 'searchAnswered': {
      const { key, serial, result } = message;
      const found = searchAnswered(search(form, key), serial, result);
      return partStep(keepFound(withSearch(form, key, found), key));
    }
    default:
      return message satisfies never;
  }
};

/** The choice has to be one of the shown hits. */
const keepFound = (form: FormState, key: string): FormState => {
  const { shown } = search(form, key);
  if (shown.kind !== 'found') return form;
  const chosen = formValues(form)[key];
  return shown.answer.hits.some(({ row }) => row.id === chosen)
    ? form
    : { ...form, entered: { ...form.entered, [key]: '' } };
};

const FORM_NOTICE = '.form-notice';

/** The call failed: everything stays, to be sent again. */
export const formFailed = (form: FormState, error: ApiError): FormStep =>
  partStep({ ...form, phase: 'editing', notice: { kind: 'error', error } }, [scrollTo(FORM_NOTICE)]);

/** Adds the missing fields, and marks existing ones that were refused. */
export const formRefused = (form: FormState, missing: readonly FormField[]): FormStep => {
  const before = shownFields(form).map(({ key }) => key);
  const keys = missing.map(({ key }) => key);
  const grown: FormState = {
    ...form,
    phase: 'editing',
    notice: { kind: 'refused' },
    grown: mergeFields([form.grown, missing]),
  };
  const doubtful = keys.filter((key) => before.includes(key));
  return partStep(withProblems(grown, doubtful, 'neededOrWrong'), [
    ...focusField(grown, keys),
    scrollTo(FORM_NOTICE),
  ]);
};
