/** Registering a company: its name, how it starts, and what else is known. */
import type { DetailsInput } from '../../functions/domain/commands';
import { FIRST_STATUSES } from '../../functions/domain/moves';
import { STATUS } from '../../functions/domain/statuses';
import { type Fields, makeFields, type Tree } from './form';
import { type FormField, type FormValues, fieldOf, moveEntered } from './form-data';
import type { Here } from './here';
import type { Given } from './request-ids';
import { FIELD_WORDS, WORDS } from './words';

const detail = (key: keyof typeof FIELD_WORDS & string): FormField => ({
  key: `details.${key}`,
  label: FIELD_WORDS[key],
  kind: 'text',
  choices: [],
  suggestion: null,
  optional: true,
});

export const DETAILS = [
  'corporateNumber',
  'kana',
  'englishName',
  'phone',
  'address',
  'industry',
  'domains',
] as const;

export const detailFields = (): FormField[] => DETAILS.map(detail);

export const nameField = (name: string): FormField => ({
  ...detail('name'),
  optional: false,
  suggestion: name === '' ? null : name,
});

/** Several domains are typed with commas or spaces between them. */
export const detailsOf = (tree: Tree): DetailsInput => {
  const { domains, ...details } = (tree.details ?? {}) as Record<string, string>;
  const list = (domains ?? '').split(/[\s,、]+/).filter((domain) => domain !== '');
  return { ...details, ...(list.length === 0 ? {} : { domains: list }) };
};

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

export const registerFields = (here: Here, name: string): Fields =>
  makeFields(
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
    (values) => [...startFields(values, here), ...detailFields()],
  );

export const registerCommand = (tree: Tree): Given['command'] => {
  const { details, status, ...rest } = tree;
  const { name = '', ...more } = detailsOf({ details });
  const { data } = moveEntered(rest);
  return {
    type: 'register',
    details: { ...more, name },
    status: status as (typeof FIRST_STATUSES)[number],
    ...(Object.keys(data).length === 0 ? {} : { data }),
  };
};
