/** Logging a contact: with one account, or the same with several. */
import { listed } from '../../functions/domain/account';
import { ACTIVITY_KINDS, type ActivityKind } from '../../functions/domain/code-lists';
import type { ActivityInput } from '../../functions/domain/commands';
import { type Member, mayWrite } from '../../functions/domain/team';
import { text } from '../../functions/domain/text';
import type { AccountTold, Fate } from '../told';
import { othersOn } from './change-status';
import { type Fields, makeFields, type Tree } from './form';
import { type FormField, type FormValues, fieldOf } from './form-data';
import { type Here, of, say, shownDate } from './here';
import { node } from './nodes';
import type { Given } from './request-ids';
import { WORDS } from './words';

const choices = (list: Readonly<Record<string, { ja: string; en: string }>>): FormField['choices'] =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

/** What is said of a contact, under `activity`. */
export const activityFields = (
  here: Here,
  kinds: readonly ActivityKind[],
  withContact: boolean,
): FormField[] => [
  {
    key: 'activity.kind',
    label: WORDS.contactKind,
    kind: 'radio',
    choices: choices(ACTIVITY_KINDS).filter(({ value }) => (kinds as readonly string[]).includes(value)),
    suggestion: kinds.includes('call') ? 'call' : null,
  },
  { ...fieldOf('action.date'), key: 'activity.date', label: WORDS.contactDate, suggestion: here.today },
  withContact
    ? { ...fieldOf('contactId'), key: 'activity.contactId', label: WORDS.contactWith, optional: true }
    : { ...fieldOf('action.with'), key: 'activity.with', label: WORDS.contactWith, optional: true },
];

const NOTE: FormField = {
  ...fieldOf('note'),
  key: 'activity.note',
  label: WORDS.contactNote,
  optional: true,
};
export const activityNote = (): FormField => NOTE;

/** Without the half of a contact that is no contact of the account yet: a name alone is said in words. */
export const activityOf = (tree: Tree): ActivityInput => {
  const { contact, ...activity } = (tree.activity ?? {}) as ActivityInput & { contact?: { name: string } };
  return contact === undefined ? activity : { ...activity, with: contact.name };
};

/** Members of the other side who speak with the chosen person: the functions ask to have them named. */
const speakersWith = (told: AccountTold, contactId: unknown): Member[] => {
  const contact = listed(told.account.contacts).find(({ id }) => id === contactId);
  const others = othersOn(told.account, told);
  return contact === undefined ? [] : others.filter(({ id }) => contact.speaksWith.includes(id));
};

/** Kinds that may have been without answer; a meeting never is, and a note is no contact. */
const MAYBE_ANSWERED: readonly unknown[] = ['call', 'mail', 'visit'];

export const logFields = (here: Here, told: AccountTold | null): Fields => {
  const names = (members: readonly Member[]): string => members.map(({ name }) => name).join(', ');
  const more = (values: FormValues): FormField[] => {
    const kind = values['activity.kind'];
    const speakers = told === null ? [] : speakersWith(told, values['activity.contactId']);
    return [
      ...(MAYBE_ANSWERED.includes(kind)
        ? [{ ...fieldOf('action.twoWay'), key: 'activity.twoWay', suggestion: 'true' }]
        : []),
      activityNote(),
      ...(speakers.length > 0
        ? [fieldOf('coordinatedWith', { hint: text(names(speakers), names(speakers)) })]
        : []),
    ];
  };
  return makeFields(
    here,
    { account: told?.account ?? null },
    activityFields(here, ['call', 'meeting', 'mail', 'visit', 'note'], told !== null),
    more,
  );
};

/** Inside and field sales both stand on it: said before the contact is made. */
export const overlapWarning = (here: Here, told: AccountTold): HTMLElement | null => {
  const others = othersOn(told.account, told);
  if (others.length === 0 || !mayWrite(told.you)) return null;
  return node(
    'p',
    { class: 'warning' },
    say(here, 'overlap', { names: others.map(({ name }) => name).join(', ') }),
  );
};

export const logCommand = (tree: Tree): Given['command'] => ({
  type: 'logActivity',
  activity: activityOf(tree),
  ...(typeof tree.coordinatedWith === 'string' ? { coordinatedWith: tree.coordinatedWith } : {}),
});

export const loggedSentence = (here: Here, { row }: Fate, kind: ActivityKind): string => {
  if (row === null) return say(here, 'accepted');
  return [
    say(here, 'logged', { name: row.name, kind: of(here, ACTIVITY_KINDS[kind]) }),
    row.nextCheck === null ? '' : say(here, 'nextCheckIs', { date: shownDate(here, row.nextCheck) }),
  ].join(' ');
};
