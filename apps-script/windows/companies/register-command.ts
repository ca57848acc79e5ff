/** From what a person entered about a company to the command that registers it. */
import type { DetailsInput } from '../../../functions/domain/account/account';
import type { SimilarAccount } from '../../../functions/domain/company/duplicates';
import type { FIRST_STATUSES } from '../../../functions/domain/status/transitions';
import type { SheetCommandResult } from '../../script-api';
import { type FormField, moveInputOf, type valuesToTree } from '../kit/form-data';
import type { CommandRequestBody } from '../kit/request-ids';
import { ACCOUNT_FIELD_LABELS, WINDOW_MESSAGES } from '../messages/catalog';

type Tree = ReturnType<typeof valuesToTree>;

const detailField = (key: keyof typeof ACCOUNT_FIELD_LABELS & string): FormField => ({
  key: `details.${key}`,
  label: ACCOUNT_FIELD_LABELS[key],
  kind: 'text',
  choices: [],
  suggestion: null,
  optional: true,
});

export const DETAIL_KEYS = [
  'corporateNumber',
  'kana',
  'englishName',
  'phone',
  'address',
  'industry',
  'domains',
] as const;

export const detailFields = (): FormField[] => DETAIL_KEYS.map(detailField);

export const nameField = (name: string): FormField => ({
  ...detailField('name'),
  optional: false,
  suggestion: name === '' ? null : name,
});

/** Several domains are typed with commas or spaces between them. */
export const detailsOf = (tree: Tree): DetailsInput => {
  const { domains, ...details } = (tree.details ?? {}) as Record<string, string>;
  const list = (domains ?? '').split(/[\s,、]+/).filter((domain) => domain !== '');
  return { ...details, ...(list.length === 0 ? {} : { domains: list }) };
};

type Refusal = NonNullable<SheetCommandResult['refusal']>;

/** The accounts that a new company seems to be. */
export const likelyDuplicates = ({
  code,
  facts,
}: Pick<Refusal, 'code' | 'facts'>): readonly SimilarAccount[] =>
  code === 'DUPLICATE_LIKELY' ? ((facts.candidates ?? []) as readonly SimilarAccount[]) : [];

/** What the form grows by where it is asked: the word of a person that it is none of them. Its key names those that were shown. */
export const confirmDistinctFields = (refusal: Pick<Refusal, 'code' | 'facts'>): FormField[] => {
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

const confirmedDistinctIds = ({ apart }: Tree): string[] => [
  ...new Set(
    Object.entries((apart ?? {}) as Record<string, boolean>).flatMap(([ids, ticked]) =>
      ticked ? ids.split(',') : [],
    ),
  ),
];

export const registerCommand = (tree: Tree): CommandRequestBody['command'] => {
  const { details, status, apart: _, ...rest } = tree;
  const { name = '', ...more } = detailsOf({ details });
  const { data } = moveInputOf(rest);
  const notDuplicateOf = confirmedDistinctIds(tree);
  return {
    type: 'register',
    details: { ...more, name },
    status: status as (typeof FIRST_STATUSES)[number],
    ...(Object.keys(data).length === 0 ? {} : { data }),
    ...(notDuplicateOf.length === 0 ? {} : { notDuplicateOf }),
  };
};
