/** Logs a contact with one account, or the same contact with several. */

import type { CommandResult } from '../../../functions/contract/commands';
import { sortedById } from '../../../functions/domain/account/account';
import type { ActivityInput } from '../../../functions/domain/account/command-inputs';
import type { Member } from '../../../functions/domain/account/team';
import { ACTIVITY_KIND_LABELS } from '../../../functions/domain/status/code-list-texts';
import type { ActivityKind } from '../../../functions/domain/status/code-lists';
import { text } from '../../../functions/domain/text/text';
import type { AccountView } from '../../script-api';
import { type CommandForm, commandForm, type FieldsPlan, type FormValuesOf } from '../kit/command-form';
import { type FormField, type FormValues, fieldByKey } from '../kit/form-data';
import type { CommandBody, Entered, InputPath } from '../kit/form-input';
import { WINDOW_MESSAGES } from '../messages/catalog';
import { formatDate, localize, t, type Viewer } from '../messages/viewer';
import { membersOfOtherSide } from '../status/transition-fields';

/** The entered contact; its person is a contact of the account, or a name. */
export interface ActivityEntry {
  activity: ActivityInput & { contact?: { name: string } };
}
export interface LogContactInput extends ActivityEntry {
  coordinatedWith?: string;
  nextCheckDate?: string;
}

type ActivityField = FormField<InputPath<ActivityEntry>>;

export const choicesOf = (list: Readonly<Record<string, { ja: string; en: string }>>): FormField['choices'] =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

/** The fields of a contact, under `activity`. */
export const activityFields = (
  viewer: Viewer,
  kinds: readonly ActivityKind[],
  /** `asked` is the contact who is expected to answer. */
  withContact: { asked: string | null } | null,
): ActivityField[] => [
  {
    key: 'activity.kind',
    label: WINDOW_MESSAGES.contactKind,
    kind: 'radio',
    choices: choicesOf(ACTIVITY_KIND_LABELS).filter(({ value }) => kinds.some((kind) => kind === value)),
    suggestion: kinds.includes('call') ? 'call' : null,
  },
  {
    ...fieldByKey('action.date'),
    key: 'activity.date',
    label: WINDOW_MESSAGES.contactDate,
    suggestion: viewer.today,
  },
  withContact !== null
    ? {
        ...fieldByKey('contactId'),
        key: 'activity.contactId',
        label: WINDOW_MESSAGES.contactWith,
        suggestion: withContact.asked,
        optional: true,
      }
    : {
        ...fieldByKey('action.with'),
        key: 'activity.with',
        label: WINDOW_MESSAGES.contactWith,
        optional: true,
      },
];

/** A meeting gets a longer note than a call. */
export const activityNote = (kind: unknown): FormField<'activity.note'> => ({
  ...fieldByKey('note'),
  key: 'activity.note',
  label: WINDOW_MESSAGES.contactNote,
  optional: true,
  lines: kind === 'meeting' ? 8 : 3,
});

/** Answered by the buttons that send the form, so that one click does both. */
const DID_THEY_ANSWER: FormField<'activity.twoWay'> = {
  key: 'activity.twoWay',
  label: WINDOW_MESSAGES.didTheyAnswer,
  kind: 'answer',
  choices: [
    { value: 'true', label: WINDOW_MESSAGES.theyAnswered },
    { value: 'false', label: WINDOW_MESSAGES.theyDidNot },
  ],
  suggestion: null,
};

/** Somebody who is no contact of the account is given by name. The form always has a kind and a date. */
export const activityOf = ({ activity = {} }: Entered<ActivityEntry>): ActivityInput => {
  const { contact, kind = 'call', date = '', ...more } = activity;
  return { kind, date, ...more, ...(contact?.name === undefined ? {} : { with: contact.name }) };
};

/** Members of the other side who speak with the chosen person; the functions require naming them. */
const speakersWith = (accountView: AccountView, contactId: unknown): Member[] => {
  const contact = sortedById(accountView.account.contacts).find(({ id }) => id === contactId);
  const others = membersOfOtherSide(accountView.account, accountView);
  return contact === undefined ? [] : others.filter(({ id }) => contact.speaksWith.includes(id));
};

/** Kinds that may be unanswered; a meeting never is, and a note is no contact. */
const KINDS_WITHOUT_ANSWER: readonly unknown[] = ['call', 'mail', 'visit'];

/** Without an account, the fields for several accounts. */
export const logContactFields = (
  viewer: Viewer,
  accountView: AccountView | null,
): FieldsPlan<LogContactInput> => {
  const names = (members: readonly Member[]): string => members.map(({ name }) => name).join(', ');
  return {
    about: { account: accountView?.account ?? null, today: viewer.today },
    fields: activityFields(
      viewer,
      ['call', 'meeting', 'mail', 'visit', 'note'],
      accountView && { asked: null },
    ),
    more: (values: FormValuesOf<LogContactInput>) => {
      const speakers = accountView === null ? [] : speakersWith(accountView, values['activity.contactId']);
      return [
        activityNote(values['activity.kind']),
        ...(accountView?.account.status === 'QUARTERLY_CHECK'
          ? [fieldByKey('nextCheckDate', { hint: WINDOW_MESSAGES.checkComputedLater })]
          : []),
        ...(speakers.length > 0
          ? [fieldByKey('coordinatedWith', { hint: text(names(speakers), names(speakers)) })]
          : []),
        ...(KINDS_WITHOUT_ANSWER.includes(values['activity.kind']) ? [DID_THEY_ANSWER] : []),
      ];
    },
  };
};

export const logContactCommand = (input: Entered<LogContactInput>): CommandBody => ({
  type: 'logActivity',
  activity: activityOf(input),
  ...(input.coordinatedWith === undefined ? {} : { coordinatedWith: input.coordinatedWith }),
  ...(input.nextCheckDate === undefined ? {} : { nextCheckDate: input.nextCheckDate }),
});

export const logContactSentence = (viewer: Viewer, { row }: CommandResult, kind: ActivityKind): string => {
  if (row === null) return t(viewer, 'accepted');
  return [
    t(viewer, 'logged', { name: row.name, kind: localize(viewer, ACTIVITY_KIND_LABELS[kind]) }),
    row.nextCheck === null ? '' : t(viewer, 'nextCheckIs', { date: formatDate(viewer, row.nextCheck) }),
  ].join(' ');
};

export const logContactForm = (
  viewer: Viewer,
  accountView: AccountView,
  values: FormValues = {},
  title: string | null = null,
): CommandForm =>
  commandForm<LogContactInput>({
    ...logContactFields(viewer, accountView),
    values,
    title,
    submit: t(viewer, 'log'),
    command: logContactCommand,
    sentence: (result, input) => logContactSentence(viewer, result, activityOf(input).kind),
  });
