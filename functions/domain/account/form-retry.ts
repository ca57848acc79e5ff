/** The form in which something goes on that was refused for want of data, with the values that were given already. */
import type { Status } from '../status/statuses';
import type { FieldKey } from './input-field-texts';

/** `values` are those of the form's fields. */
export type FormRetry =
  | { form: 'changeStatus'; to: Status; values: Readonly<Record<string, string>> }
  | { form: 'closeOpportunity'; id: string; values: Readonly<Record<string, string>> }
  | { form: 'recordCheck' | 'reviewBadFit'; values: Readonly<Record<string, string>> };

/** What a refusal says that a form is chosen by. */
export interface RefusedForData {
  missing: readonly FieldKey[];
  /** Statuses that the account may have now. */
  legal: readonly Status[];
}

/** The values that say something: blank, absent and null ones are left out. */
export const filledValues = (
  values: Readonly<Record<string, string | null | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]): [string, string][] =>
      value == null || value.trim() === '' ? [] : [[key, value]],
    ),
  );
