/** The building blocks of the forms in an account's pane. */

import { ACCOUNT_FIELD_LABELS } from '../../../functions/domain/history/account-labels';
import type { AccountView } from '../../script-api';
import type { FormContext } from '../kit/form-context';
import type { FormField } from '../kit/form-data';

/** An optional field, labelled as the account's field is. */
export const accountField = <Key extends string>(
  key: Key,
  label: keyof typeof ACCOUNT_FIELD_LABELS,
  kind: FormField['kind'],
  suggestion: string | null = null,
  more: Partial<Omit<FormField, 'key'>> = {},
): FormField<Key> => ({
  key,
  label: ACCOUNT_FIELD_LABELS[label],
  kind,
  choices: [],
  suggestion,
  optional: true,
  ...more,
});

/** An empty field removes the value. */
export const nullIfMissing = <Key extends string>(
  keys: readonly Key[],
  entered: Readonly<Partial<Record<Key, string>>>,
): Partial<Record<Key, string | null>> => {
  const all: Partial<Record<Key, string | null>> = {};
  for (const key of keys) all[key] = entered[key] ?? null;
  return all;
};

/** The account that the form is about, and the team's date. */
export const aboutAccount = ({ account, today }: AccountView): FormContext => ({ account, today });
