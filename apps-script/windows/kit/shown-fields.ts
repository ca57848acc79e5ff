/** Decides which fields a form shows and their values; one answer may require further fields. */
import { sortedById } from '../../../functions/domain/account/account';
import { isRowsKind, rowsOf } from './account-rows';
import type { FormContext } from './form-context';
import {
  type FormField,
  type FormValue,
  type FormValues,
  fieldByKey,
  followUpKeys,
  mergeFields,
  type ValueTree,
  valuesToTree,
} from './form-data';

export interface FormPlan {
  about: FormContext;
  fields: readonly FormField[];
  /** Fields that depend on the entered values. */
  more(values: FormValues): readonly FormField[];
  /** Values that are entered from the start. */
  values: FormValues;
  /** First search texts, by the key of the field that chooses another account. */
  queries?: Readonly<Record<string, string>>;
}

export interface FormEntry {
  plan: FormPlan;
  /** Includes values of fields that are hidden now. */
  entered: FormValues;
  /** Fields that refusals have added. */
  grown: readonly FormField[];
}

const fieldValue = (
  { key, kind, suggestion }: FormField,
  { plan: { about }, entered }: Pick<FormEntry, 'plan' | 'entered'>,
): FormValue => {
  const value = entered[key];
  if (isRowsKind(kind)) return rowsOf(kind, about, value);
  if (value !== undefined) return value;
  if (kind === 'tick') return suggestion === 'true';
  return suggestion ?? (kind === 'products' ? [] : '');
};

const valuesOf = (fields: readonly FormField[], form: Pick<FormEntry, 'plan' | 'entered'>): FormValues =>
  Object.fromEntries(fields.map((field): [string, FormValue] => [field.key, fieldValue(field, form)]));

/** Each one follows the field that requires it. */
const withFollowUps = (fields: readonly FormField[], values: FormValues): FormField[] => {
  const all = [...fields];
  for (const key of followUpKeys(values)) {
    if (all.some((field) => field.key === key)) continue;
    const at = all.findIndex((field) => `${field.key}Text` === key);
    const beside = at >= 0 ? at : all.findIndex((field) => key.startsWith(`${field.key.split('.')[0]}.`));
    all.splice(beside >= 0 ? beside + 1 : all.length, 0, fieldByKey(key));
  }
  return all;
};

/** A required field may require another one; no chain is longer than this. */
const ROUNDS = 4;

export const shownFields = (form: FormEntry): readonly FormField[] => {
  const { plan, grown } = form;
  let shown: readonly FormField[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const values = valuesOf(shown, form);
    const wanted = withFollowUps(mergeFields([plan.fields, grown, plan.more(values)]), values);
    // A suggested value counts as an answer, too.
    const same =
      wanted.length === shown.length &&
      wanted.every(
        ({ key, suggestion }, at) => key === shown[at]?.key && suggestion === shown[at]?.suggestion,
      );
    shown = wanted;
    if (same) break;
  }
  return shown;
};

export const formValues = (form: FormEntry): FormValues => valuesOf(shownFields(form), form);

export const formTree = (form: FormEntry): ValueTree => {
  const { account } = form.plan.about;
  const fields = shownFields(form);
  return valuesToTree(fields, valuesOf(fields, form), account === null ? [] : sortedById(account.contacts));
};
