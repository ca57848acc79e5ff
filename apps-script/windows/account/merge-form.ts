/** The two forms of a merge: which account stays and why, then the confirmation of the result. */
import type { MergePreview } from '../../../functions/domain/commands/merge-terms';
import { ACCOUNT_FIELD_LABELS } from '../../../functions/domain/history/account-labels';
import type { MergeReason } from '../../../functions/domain/status/code-lists';
import { STATUS } from '../../../functions/domain/status/statuses';
import type { AccountView } from '../../script-api';
import { type CommandForm, commandForm } from '../kit/command-form';
import type { FormField, FormValues } from '../kit/form-data';
import type { CommandBody, Entered, InputPath, TransitionInput } from '../kit/form-input';
import { ACCOUNT_MESSAGES, tAccount } from '../messages/account-catalog';
import type { Viewer } from '../messages/viewer';
import { optionalData } from '../status/transition-input';

export interface MergeChoice {
  intoId: string;
  reason: MergeReason;
}

interface ChoiceInput {
  intoId: string;
  mergeReason: MergeReason;
}

export interface ConfirmInput extends TransitionInput {
  survivorStatus: MergePreview['proposed'];
  mergeNote?: string;
}

const REASON_CHOICES: readonly { value: MergeReason; label: FormField['label'] }[] = [
  { value: 'DUPLICATE', label: ACCOUNT_MESSAGES.mergeDuplicate },
  { value: 'MERGED', label: ACCOUNT_MESSAGES.mergeMerged },
  { value: 'ACQUIRED', label: ACCOUNT_MESSAGES.mergeAcquired },
];

export const mergeChoiceFields = ({
  intoId,
  reason,
}: Partial<MergeChoice>): FormField<InputPath<ChoiceInput>>[] => [
  {
    key: 'intoId',
    label: ACCOUNT_MESSAGES.mergeStays,
    kind: 'account',
    choices: [],
    suggestion: intoId ?? null,
  },
  {
    key: 'mergeReason',
    label: ACCOUNT_MESSAGES.mergeReason,
    kind: 'radio',
    choices: REASON_CHOICES,
    suggestion: reason ?? 'DUPLICATE',
  },
];

export const mergeChoiceOf = ({
  intoId = '',
  mergeReason = 'DUPLICATE',
}: Entered<ChoiceInput>): MergeChoice => ({ intoId, reason: mergeReason });

/** The present choices, to be restored after the account was read anew. */
export const mergeDraft = ({ intoId, mergeReason }: FormValues): Partial<MergeChoice> => {
  const reason = REASON_CHOICES.find(({ value }) => value === mergeReason)?.value;
  return {
    ...(typeof intoId === 'string' && intoId !== '' ? { intoId } : {}),
    ...(reason === undefined ? {} : { reason }),
  };
};

/** Sending it returns a preview of the merge. Accounts with a similar name are searched first. */
export const mergeChoiceForm = (
  viewer: Viewer,
  { account, today }: AccountView,
  choice: Partial<MergeChoice>,
): CommandForm =>
  commandForm<ChoiceInput>({
    about: { account, today },
    fields: mergeChoiceFields(choice),
    queries: choice.intoId === undefined ? { intoId: account.name } : {},
    title: tAccount(viewer, 'mergeInto'),
    submit: tAccount(viewer, 'mergeLook'),
    command: (input) => ({ type: 'merge', ...mergeChoiceOf(input), preview: true }),
    sentence: () => '',
  });

/** The proposed status is preselected; another one may be chosen. */
export const mergeConfirmFields = ({
  proposed,
  choices,
}: MergePreview): FormField<InputPath<ConfirmInput>>[] => [
  {
    key: 'survivorStatus',
    label: ACCOUNT_MESSAGES.mergeStatus,
    kind: 'radio',
    choices: choices.map((value) => ({ value, label: STATUS[value].label })),
    suggestion: proposed,
  },
  {
    key: 'mergeNote',
    label: ACCOUNT_FIELD_LABELS.note,
    kind: 'words',
    choices: [],
    suggestion: null,
    optional: true,
  },
];

/** The command confirms the version that the person saw: a later change of the account that stays is a conflict. */
export const mergeCommand = (
  { intoId, reason }: MergeChoice,
  { into: { version }, proposed }: Pick<MergePreview, 'into' | 'proposed'>,
  { survivorStatus = proposed, mergeNote, ...input }: Entered<ConfirmInput>,
): CommandBody => ({
  type: 'merge',
  intoId,
  intoVersion: version,
  reason,
  survivorStatus,
  ...optionalData(input),
  ...(mergeNote === undefined ? {} : { note: mergeNote }),
});

export const mergeConfirmForm = (
  viewer: Viewer,
  { account, today }: AccountView,
  choice: MergeChoice,
  preview: MergePreview,
): CommandForm =>
  commandForm<ConfirmInput>({
    about: { account, today },
    fields: mergeConfirmFields(preview),
    title: tAccount(viewer, 'mergeInto'),
    submit: tAccount(viewer, 'mergeNow'),
    command: (input) => mergeCommand(choice, preview, input),
    sentence: () => tAccount(viewer, 'mergeDone', { from: account.name, into: preview.into.name }),
  });
