/** From what a person chose of two accounts to the command that merges them. */
import type { MergeReason } from '../../functions/domain/commands';
import type { MergePreview } from '../../functions/domain/merge';
import { STATUS } from '../../functions/domain/statuses';
import { type FormField, moveEntered, type treeOf } from './form-data';
import type { Given } from './request-ids';
import { FIELD_WORDS, WORDS } from './words';

type Tree = ReturnType<typeof treeOf>;

export interface MergeTerms {
  intoId: string;
  reason: MergeReason;
}

const REASONS: readonly { value: MergeReason; label: FormField['label'] }[] = [
  { value: 'DUPLICATE', label: WORDS.mergeDuplicate },
  { value: 'MERGED', label: WORDS.mergeMerged },
  { value: 'ACQUIRED', label: WORDS.mergeAcquired },
];

const wordsField = (key: string): FormField => ({
  key,
  label: FIELD_WORDS.note,
  kind: 'words',
  choices: [],
  suggestion: null,
  optional: true,
});

export const termFields = ({ intoId, reason }: Partial<MergeTerms>): FormField[] => [
  {
    key: 'intoId',
    label: WORDS.mergeStays,
    kind: 'account',
    choices: [],
    suggestion: intoId ?? null,
  },
  {
    key: 'mergeReason',
    label: WORDS.mergeReason,
    kind: 'radio',
    choices: REASONS,
    suggestion: reason ?? 'DUPLICATE',
  },
];

export const termsOf = ({ intoId, mergeReason }: Tree): MergeTerms => ({
  intoId: String(intoId),
  reason: mergeReason as MergeReason,
});

/** The status that was proposed stands there already; a person may choose another. */
export const confirmFields = ({ proposed, choices }: MergePreview): FormField[] => [
  {
    key: 'survivorStatus',
    label: WORDS.mergeStatus,
    kind: 'radio',
    choices: choices.map((value) => ({ value, label: STATUS[value].label })),
    suggestion: proposed,
  },
  wordsField('mergeNote'),
];

/** What the person saw is what is confirmed: a later change of the account that stays is a conflict. */
export const mergeCommand = (
  { intoId, reason }: MergeTerms,
  { into: { version } }: Pick<MergePreview, 'into'>,
  { survivorStatus, mergeNote, ...rest }: Tree,
): Given['command'] => {
  const { data } = moveEntered(rest);
  return {
    type: 'merge',
    intoId,
    intoVersion: version,
    reason,
    survivorStatus: survivorStatus as MergePreview['proposed'],
    ...(Object.keys(data).length === 0 ? {} : { data }),
    ...(mergeNote === undefined ? {} : { note: String(mergeNote) }),
  };
};
