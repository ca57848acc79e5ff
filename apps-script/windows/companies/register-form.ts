/** Registering a company: its name, how it starts, and what else is known. */

import { STATUS } from '../../../functions/domain/status/statuses';
import { FIRST_STATUSES } from '../../../functions/domain/status/transitions';
import { createFields, type FormFields } from '../kit/form';
import { type FormField, type FormValues, fieldByKey } from '../kit/form-data';
import { WINDOW_MESSAGES } from '../messages/catalog';
import type { Viewer } from '../messages/viewer';
import { companyFromQuery } from './company-from-query';
import { detailFields, nameField } from './register-command';

/** What WORKING asks for needs nothing of the team's settings; what a client needs, the refusal tells. */
const workingFields = (values: FormValues, viewer: Viewer): FormField[] =>
  values.status === 'WORKING'
    ? [
        fieldByKey('ownerId', { suggestion: viewer.you?.id ?? null }),
        fieldByKey('action.kind'),
        fieldByKey('action.date', { suggestion: viewer.today }),
        fieldByKey('action.with'),
      ]
    : [];

/** `typed` is what somebody looked for or typed in a row: a name, or a number or an address of the company. */
export const registerFields = (viewer: Viewer, typed: string): FormFields => {
  const { name = '', ...others } = companyFromQuery(typed);
  const known: Readonly<Record<string, string>> = others;
  const details = detailFields().map((field) => ({
    ...field,
    suggestion: known[field.key.replace('details.', '')] ?? null,
  }));
  return createFields(
    viewer,
    { account: null },
    [
      nameField(name),
      {
        key: 'status',
        label: WINDOW_MESSAGES.startsAs,
        kind: 'radio',
        choices: FIRST_STATUSES.map((value) => ({ value, label: STATUS[value].label })),
        suggestion: 'COLD',
      },
    ],
    (values) => [...workingFields(values, viewer), ...details],
  );
};
