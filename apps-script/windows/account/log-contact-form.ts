/** Logging a contact: with one account, or the same with several. */
import { sortedById } from '../../../functions/domain/account/account';
import type { ActivityInput } from '../../../functions/domain/account/command-inputs';
import { type Member, mayWrite } from '../../../functions/domain/account/team';
import { ACTIVITY_KINDS, type ActivityKind } from '../../../functions/domain/status/code-lists';
import { text } from '../../../functions/domain/text/text';
import type { AccountView, SheetCommandResult } from '../../script-api';
import { node } from '../kit/dom';
import { createFields, type FormFields, type FormTree } from '../kit/form';
import { type FormField, type FormValues, fieldByKey } from '../kit/form-data';
import type { CommandRequestBody } from '../kit/request-ids';
import { WINDOW_MESSAGES } from '../messages/catalog';
import { formatDate, localize, t, type Viewer } from '../messages/viewer';
import { membersOfOtherSide } from '../status/change-status-form';

const choices = (list: Readonly<Record<string, { ja: string; en: string }>>): FormField['choices'] =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

/** What is said of a contact, under `activity`. */
export const activityFields = (
  viewer: Viewer,
  kinds: readonly ActivityKind[],
  withContact: boolean,
): FormField[] => [
  {
    key: 'activity.kind',
    label: WINDOW_MESSAGES.contactKind,
    kind: 'radio',
    choices: choices(ACTIVITY_KINDS).filter(({ value }) => (kinds as readonly string[]).includes(value)),
    suggestion: kinds.includes('call') ? 'call' : null,
  },
  {
    ...fieldByKey('action.date'),
    key: 'activity.date',
    label: WINDOW_MESSAGES.contactDate,
    suggestion: viewer.today,
  },
  withContact
    ? {
        ...fieldByKey('contactId'),
        key: 'activity.contactId',
        label: WINDOW_MESSAGES.contactWith,
        optional: true,
      }
    : {
        ...fieldByKey('action.with'),
        key: 'activity.with',
        label: WINDOW_MESSAGES.contactWith,
        optional: true,
      },
];

const NOTE_FIELD: FormField = {
  ...fieldByKey('note'),
  key: 'activity.note',
  label: WINDOW_MESSAGES.contactNote,
  optional: true,
};
export const activityNoteField = (): FormField => NOTE_FIELD;

/** Without the half of a contact that is no contact of the account yet: a name alone is said in words. */
export const activityOf = (tree: FormTree): ActivityInput => {
  const { contact, ...activity } = (tree.activity ?? {}) as ActivityInput & { contact?: { name: string } };
  return contact === undefined ? activity : { ...activity, with: contact.name };
};

/** Members of the other side who speak with the chosen person: the functions ask to have them named. */
const speakersWith = (accountView: AccountView, contactId: unknown): Member[] => {
  const contact = sortedById(accountView.account.contacts).find(({ id }) => id === contactId);
  const others = membersOfOtherSide(accountView.account, accountView);
  return contact === undefined ? [] : others.filter(({ id }) => contact.speaksWith.includes(id));
};

/** Kinds that may have been without answer; a meeting never is, and a note is no contact. */
const KINDS_WITHOUT_ANSWER: readonly unknown[] = ['call', 'mail', 'visit'];

export const logContactFields = (viewer: Viewer, accountView: AccountView | null): FormFields => {
  const names = (members: readonly Member[]): string => members.map(({ name }) => name).join(', ');
  const more = (values: FormValues): FormField[] => {
    const kind = values['activity.kind'];
    const speakers = accountView === null ? [] : speakersWith(accountView, values['activity.contactId']);
    return [
      ...(KINDS_WITHOUT_ANSWER.includes(kind)
        ? [{ ...fieldByKey('action.twoWay'), key: 'activity.twoWay', suggestion: 'true' }]
        : []),
      activityNoteField(),
      ...(speakers.length > 0
        ? [fieldByKey('coordinatedWith', { hint: text(names(speakers), names(speakers)) })]
        : []),
    ];
  };
  return createFields(
    viewer,
    { account: accountView?.account ?? null },
    activityFields(viewer, ['call', 'meeting', 'mail', 'visit', 'note'], accountView !== null),
    more,
  );
};

/** Inside and field sales both stand on it: said before the contact is made. */
export const overlapWarning = (viewer: Viewer, accountView: AccountView): HTMLElement | null => {
  const others = membersOfOtherSide(accountView.account, accountView);
  if (others.length === 0 || !mayWrite(accountView.you)) return null;
  return node(
    'p',
    { class: 'warning' },
    t(viewer, 'overlap', { names: others.map(({ name }) => name).join(', ') }),
  );
};

export const logContactCommand = (tree: FormTree): CommandRequestBody['command'] => ({
  type: 'logActivity',
  activity: activityOf(tree),
  ...(typeof tree.coordinatedWith === 'string' ? { coordinatedWith: tree.coordinatedWith } : {}),
});

export const logContactSentence = (
  viewer: Viewer,
  { row }: SheetCommandResult,
  kind: ActivityKind,
): string => {
  if (row === null) return t(viewer, 'accepted');
  return [
    t(viewer, 'logged', { name: row.name, kind: localize(viewer, ACTIVITY_KINDS[kind]) }),
    row.nextCheck === null ? '' : t(viewer, 'nextCheckIs', { date: formatDate(viewer, row.nextCheck) }),
  ].join(' ');
};
