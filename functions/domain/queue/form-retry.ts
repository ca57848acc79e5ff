/** The form in which a refused edit goes on, with what was chosen and written in its row. */
import type { Status } from '../status/statuses';

/** `values` are those of the form's fields. */
export type FormRetry =
  | { form: 'changeStatus'; to: Status; values: Readonly<Record<string, string>> }
  | { form: 'closeOpportunity'; id: string; values: Readonly<Record<string, string>> }
  | { form: 'recordCheck' | 'reviewBadFit'; values: Readonly<Record<string, string>> };
