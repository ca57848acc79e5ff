/** Registering a company: its name, how it starts, and what else is known. */
import { FIRST_STATUSES } from '../../functions/domain/moves';
import { STATUS } from '../../functions/domain/statuses';
import { type Fields, makeFields } from './form';
import { type FormField, type FormValues, fieldOf } from './form-data';
import type { Here } from './here';
import { detailFields, nameField } from './register-command';
import { typedCompany } from './typed-company';
import { WORDS } from './words';

export { registerCommand } from './register-command';

/** What WORKING asks for needs nothing of the team's settings; what a client needs, the refusal tells. */
const startFields = (values: FormValues, here: Here): FormField[] =>
  values.status === 'WORKING'
    ? [
        fieldOf('ownerId', { suggestion: here.you?.id ?? null }),
        fieldOf('action.kind'),
        fieldOf('action.date', { suggestion: here.today }),
        fieldOf('action.with'),
      ]
    : [];

/** `typed` is what somebody looked for or typed in a row: a name, or a number or an address of the company. */
export const registerFields = (here: Here, typed: string): Fields => {
  const { name = '', ...others } = typedCompany(typed);
  const known: Readonly<Record<string, string>> = others;
  const details = detailFields().map((field) => ({
    ...field,
    suggestion: known[field.key.replace('details.', '')] ?? null,
  }));
  return makeFields(
    here,
    { account: null },
    [
      nameField(name),
      {
        key: 'status',
        label: WORDS.startsAs,
        kind: 'radio',
        choices: FIRST_STATUSES.map((value) => ({ value, label: STATUS[value].label })),
        suggestion: 'COLD',
      },
    ],
    (values) => [...startFields(values, here), ...details],
  );
};
