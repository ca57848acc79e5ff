/** From what a person chose of two accounts to the command that merges them. */
import type { MergePreview } from '../../../functions/domain/commands/merge-terms';
import type { MergeReason } from '../../../functions/domain/status/code-lists';
import { STATUS } from '../../../functions/domain/status/statuses';
import { type FormField, moveInputOf, type valuesToTree } from '../kit/form-data';
import type { CommandRequestBody } from '../kit/request-ids';
import { ACCOUNT_FIELD_LABELS, WINDOW_MESSAGES } from '../messages/catalog';

type Tree = ReturnType<typeof valuesToTree>;

export interface MergeChoice {
  intoId: string;
  reason: MergeReason;
}

const REASON_CHOICES: readonly { value: MergeReason; label: FormField['label'] }[] = [
  { value: 'DUPLICATE', label: WINDOW_MESSAGES.mergeDuplicate },
  { value: 'MERGED', label: WINDOW_MESSAGES.mergeMerged },
  { value: 'ACQUIRED', label: WINDOW_MESSAGES.mergeAcquired },
];

const noteField = (key: string): FormField => ({
  key,
  label: ACCOUNT_FIELD_LABELS.note,
  kind: 'words',
  choices: [],
  suggestion: null,
  optional: true,
});

export const mergeChoiceFields = ({ intoId, reason }: Partial<MergeChoice>): FormField[] => [
  {
    key: 'intoId',
    label: WINDOW_MESSAGES.mergeStays,
    kind: 'account',
    choices: [],
    suggestion: intoId ?? null,
  },
  {
    key: 'mergeReason',
    label: WINDOW_MESSAGES.mergeReason,
    kind: 'radio',
    choices: REASON_CHOICES,
    suggestion: reason ?? 'DUPLICATE',
  },
];

export const mergeChoiceOf = ({ intoId, mergeReason }: Tree): MergeChoice => ({
  intoId: String(intoId),
  reason: mergeReason as MergeReason,
});

/** The status that was proposed stands there already; a person may choose another. */
export const mergeConfirmFields = ({ proposed, choices }: MergePreview): FormField[] => [
  {
    key: 'survivorStatus',
    label: WINDOW_MESSAGES.mergeStatus,
    kind: 'radio',
    choices: choices.map((value) => ({ value, label: STATUS[value].label })),
    suggestion: proposed,
  },
  noteField('mergeNote'),
];

/** What the person saw is what is confirmed: a later change of the account that stays is a conflict. */
export const mergeCommand = (
  { intoId, reason }: MergeChoice,
  { into: { version } }: Pick<MergePreview, 'into'>,
  { survivorStatus, mergeNote, ...rest }: Tree,
): CommandRequestBody['command'] => {
  const { data } = moveInputOf(rest);
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
