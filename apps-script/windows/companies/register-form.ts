/** Registers a company: its name, its first status, further details, and the resulting command. */

import type { CommandResult } from '../../../functions/contract/commands';
import type { DetailsInput } from '../../../functions/domain/account/account';
import { ACCOUNT_FIELD_LABELS } from '../../../functions/domain/history/account-labels';
import { statusLabel } from '../../../functions/domain/history/value-words';
import { STATUS } from '../../../functions/domain/status/statuses';
import { FIRST_STATUSES } from '../../../functions/domain/status/transitions';
import { type CommandForm, commandForm } from '../kit/command-form';
import { type FormField, fieldByKey } from '../kit/form-data';
import type { CommandBody, Entered, InputPath, TransitionInput } from '../kit/form-input';
import { likelyDuplicates, type WindowRefusal } from '../kit/refusal-facts';
import { WINDOW_MESSAGES } from '../messages/catalog';
import { t, type Viewer } from '../messages/viewer';
import { optionalData } from '../status/transition-input';
import { companyFromQuery } from './company-from-query';

export const DETAIL_KEYS = [
  'corporateNumber',
  'kana',
  'englishName',
  'phone',
  'address',
  'industry',
  'otherNames',
  'domains',
] as const;
type DetailKey = (typeof DETAIL_KEYS)[number];

/** The details of a company as typed; several domains share one line. */
export interface DetailsEntry {
  details: { name: string } & Partial<Record<DetailKey, string>>;
}

export interface RegisterInput extends DetailsEntry, TransitionInput {
  status: (typeof FIRST_STATUSES)[number];
  /** Ticked or not, by the IDs of the accounts that were shown. */
  apart?: Record<string, boolean>;
}

const detailField = <Key extends DetailKey | 'name'>(key: Key): FormField<`details.${Key}`> => ({
  key: `details.${key}`,
  label: ACCOUNT_FIELD_LABELS[key],
  kind: 'text',
  choices: [],
  suggestion: null,
  optional: true,
});

/** The fields are filled with `known`. */
export const detailFields = (
  known: Readonly<Partial<Record<DetailKey, string | null>>> = {},
): FormField<InputPath<DetailsEntry>>[] =>
  DETAIL_KEYS.map((key) => ({ ...detailField(key), suggestion: known[key] ?? null }));

export const nameField = (name: string): FormField<'details.name'> => ({
  ...detailField('name'),
  optional: false,
  suggestion: name === '' ? null : name,
});

/** Domains are separated by commas or spaces, names by 、 or ;, since a name may contain both of the former. */
export const detailsOf = ({ details = {} }: Entered<DetailsEntry>): DetailsInput => {
  const { domains = '', otherNames = '', ...others } = details;
  const lists = { domains: listOf(domains, /[\s,、]+/), otherNames: listOf(otherNames, /\s*[、;；]\s*/) };
  const typed = Object.entries(lists).filter(([, list]) => list.length > 0);
  return { ...others, ...Object.fromEntries(typed) };
};

const listOf = (typed: string, between: RegExp): string[] => typed.split(between).filter((one) => one !== '');

/** Asks the person to confirm that it is none of the shown companies; the field's key names these. */
export const confirmDistinctFields = (refusal: WindowRefusal): FormField<`apart.${string}`>[] => {
  const ids = likelyDuplicates(refusal).map(({ id }) => id);
  return ids.length === 0
    ? []
    : [
        {
          key: `apart.${ids.join(',')}`,
          label: WINDOW_MESSAGES.registerApart,
          kind: 'tick',
          choices: [],
          suggestion: null,
        },
      ];
};

const confirmedDistinctIds = (apart: Readonly<Record<string, boolean | undefined>>): string[] => [
  ...new Set(Object.entries(apart).flatMap(([ids, ticked]) => (ticked ? ids.split(',') : []))),
];

export const registerCommand = ({
  details = {},
  status = 'COLD',
  apart = {},
  ...input
}: Entered<RegisterInput>): CommandBody => {
  const notDuplicateOf = confirmedDistinctIds(apart);
  return {
    type: 'register',
    details: { name: '', ...detailsOf({ details }) },
    status,
    ...optionalData(input),
    ...(notDuplicateOf.length === 0 ? {} : { notDuplicateOf }),
  };
};

/** Fields of WORKING, which need none of the team's settings; for a client the refusal tells what is needed. */
const workingFields = (viewer: Viewer): FormField<InputPath<TransitionInput>>[] => [
  fieldByKey('ownerId', { suggestion: viewer.you?.id ?? null }),
  fieldByKey('action.kind'),
  fieldByKey('action.date', { suggestion: viewer.today }),
  fieldByKey('action.with'),
];

const registeredSentence = (viewer: Viewer, { row }: CommandResult): string =>
  row === null
    ? t(viewer, 'accepted')
    : t(viewer, 'registered', { name: row.name, status: statusLabel(viewer, row.status) });

/** `typed` is the searched text or the text of a row: a name, a number, or an address of the company. */
export const registerForm = (viewer: Viewer, typed: string): CommandForm => {
  const { name = '', ...known } = companyFromQuery(typed);
  return commandForm<RegisterInput>({
    about: { account: null, today: viewer.today },
    fields: [
      nameField(name),
      {
        key: 'status',
        label: WINDOW_MESSAGES.startsAs,
        kind: 'radio',
        choices: FIRST_STATUSES.map((value) => ({ value, label: STATUS[value].label })),
        suggestion: 'COLD',
      },
    ],
    more: ({ status }) => [...(status === 'WORKING' ? workingFields(viewer) : []), ...detailFields(known)],
    title: null,
    submit: t(viewer, 'register'),
    command: registerCommand,
    sentence: (result) => registeredSentence(viewer, result),
    confirm: confirmDistinctFields,
  });
};
