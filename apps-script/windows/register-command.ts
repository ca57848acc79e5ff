/** From what a person entered about a company to the command that registers it. */
import type { DetailsInput } from '../../functions/domain/commands';
import type { LikeAccount } from '../../functions/domain/duplicates';
import type { FIRST_STATUSES } from '../../functions/domain/moves';
import type { Fate } from '../told';
import { type FormField, moveEntered, type treeOf } from './form-data';
import type { Given } from './request-ids';
import { FIELD_WORDS, WORDS } from './words';

type Tree = ReturnType<typeof treeOf>;

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

type Refusal = NonNullable<Fate['refusal']>;

/** The accounts that a new company seems to be. */
export const likelyOf = ({ code, facts }: Pick<Refusal, 'code' | 'facts'>): readonly LikeAccount[] =>
  code === 'DUPLICATE_LIKELY' ? ((facts.candidates ?? []) as readonly LikeAccount[]) : [];

/** What the form grows by where it is asked: the word of a person that it is none of them. Its key names those that were shown. */
export const apartFields = (refusal: Pick<Refusal, 'code' | 'facts'>): FormField[] => {
  const ids = likelyOf(refusal).map(({ id }) => id);
  return ids.length === 0
    ? []
    : [
        {
          key: `apart.${ids.join(',')}`,
          label: WORDS.registerApart,
          kind: 'tick',
          choices: [],
          suggestion: null,
        },
      ];
};

const apartOf = ({ apart }: Tree): string[] => [
  ...new Set(
    Object.entries((apart ?? {}) as Record<string, boolean>).flatMap(([ids, ticked]) =>
      ticked ? ids.split(',') : [],
    ),
  ),
];

export const registerCommand = (tree: Tree): Given['command'] => {
  const { details, status, apart: _, ...rest } = tree;
  const { name = '', ...more } = detailsOf({ details });
  const { data } = moveEntered(rest);
  const notDuplicateOf = apartOf(tree);
  return {
    type: 'register',
    details: { ...more, name },
    status: status as (typeof FIRST_STATUSES)[number],
    ...(Object.keys(data).length === 0 ? {} : { data }),
    ...(notDuplicateOf.length === 0 ? {} : { notDuplicateOf }),
  };
};
