/** Makes a quick entry the command that fits the account's present state. What the line does not say is not made up. */
import { type Account, type Contact, sortedById } from '../account/account';
import { presentAwaitedId } from '../account/awaited-contact';
import type { ActivityInput, TransitionData } from '../account/command-inputs';
import { badFitReasons, lostReasons, onFileReasons, type Settings } from '../account/team';
import type { CalendarDate } from '../calendar/calendar-date';
import type { CodeList } from '../status/code-lists';
import { MATRIX } from '../status/matrix';
import type { Status } from '../status/statuses';
import { keysOf } from '../status/table-keys';
import { foldWord } from '../text/fold-word';
import { withoutFormOfAddress } from './line-person';
import { LineWords } from './line-words';
import type { ContactLine, QuickEntry } from './quick-entry';
import type { LineResult } from './quick-entry-words';

export type MeantCommand =
  | { type: 'logActivity'; activity: ActivityInput }
  | { type: 'recordCheck'; result: LineResult; activity: ActivityInput; data: TransitionData }
  | { type: 'setNextCheck'; date: CalendarDate; reason?: string }
  | { type: 'changeStatus'; to: Status; data: TransitionData }
  | { type: 'propose'; to: Status; data: TransitionData; note?: string };

interface EntryContext {
  today: CalendarDate;
  settings: Settings;
}

export const quickEntryCommand = (
  entry: QuickEntry,
  account: Account,
  context: EntryContext,
): MeantCommand => {
  switch (entry.form) {
    case 'contact':
      return { type: 'logActivity', activity: activityOf(entry.contact, account, context) };
    case 'check':
      return checkOf(entry, account, context);
    case 'nextCheck':
      return { type: 'setNextCheck', date: entry.date, ...(entry.words && { reason: entry.words }) };
    case 'move':
      return moveOf(entry, account, context);
    default:
      return entry satisfies never;
  }
};

const activityOf = (
  { kind, date, answer, person, note }: ContactLine,
  account: Account,
  { today }: EntryContext,
): ActivityInput => ({
  kind,
  date: date ?? today,
  ...(answer === null ? {} : { twoWay: answer === 'answered' }),
  ...(person === null ? {} : withPerson(person, account)),
  ...(note && { note }),
});

/** The contact of that name; as plain words where no contact or several have it. */
const withPerson = (person: string, account: Account): Pick<ActivityInput, 'contactId' | 'with'> => {
  const contact = contactNamed(person, account);
  return contact === null ? { with: person } : { contactId: contact.id };
};

/** The only present contact with that name or, failing that, with a name that begins so: 佐藤様 finds 佐藤花子. */
const contactNamed = (person: string, account: Account): Contact | null => {
  const name = foldWord(withoutFormOfAddress(person));
  const present = sortedById(account.contacts).filter(({ state }) => state === 'present');
  const exact = present.filter((contact) => foldWord(contact.name) === name);
  const alike = exact.length > 0 ? exact : present.filter((contact) => isCalled(contact, name));
  return alike.length === 1 ? (alike[0] ?? null) : null;
};

/** English names have the family name at the end, so every part of a name is compared. */
const isCalled = (contact: Contact, name: string): boolean =>
  foldWord(contact.name).startsWith(name) ||
  contact.name.split(/\s+/).some((part) => foldWord(part) === name);

const checkOf = (
  { result, date, person, words }: Extract<QuickEntry, { form: 'check' }>,
  account: Account,
  { today }: EntryContext,
): MeantCommand => {
  const asked = presentAwaitedId(account);
  return {
    type: 'recordCheck',
    result,
    activity: {
      // The line does not say how they spoke; a check asks for a call.
      kind: 'call',
      date: today,
      ...(person !== null ? withPerson(person, account) : asked === null ? {} : { contactId: asked }),
      ...(words && { note: words }),
    },
    data: date === null ? {} : { nextCheckDate: date },
  };
};

const moveOf = (
  entry: Extract<QuickEntry, { form: 'move' }>,
  account: Account,
  context: EntryContext,
): MeantCommand => {
  const { to, words } = entry;
  const data = moveData(entry, account, context);
  return MATRIX[account.standing.status][to] === 'M'
    ? { type: 'propose', to, data, ...(words && { note: words }) }
    : { type: 'changeStatus', to, data };
};

const moveData = (
  { to, date, bant, person, contact, words }: Extract<QuickEntry, { form: 'move' }>,
  account: Account,
  context: EntryContext,
): TransitionData => {
  const { settings, today } = context;
  const found = person === null ? null : contactNamed(person, account);
  const shared: TransitionData = {
    ...(keysOf(bant).length === 0 ? {} : { bant }),
    ...(contact === null ? {} : { action: activityOf(contact, account, context) }),
    ...(found === null ? {} : { contactId: found.id }),
    ...(person === null || found !== null ? {} : { contact: { name: withoutFormOfAddress(person) } }),
  };
  // Only a quarterly check and a revisit have a day; with another status the day goes along, and the command refuses it.
  const day = date === null ? {} : { nextCheckDate: date };
  switch (to) {
    case 'QUARTERLY_CHECK':
      return { ...shared, ...day, ...(words && { awaitedCondition: words }) };
    case 'DEAD_OPPORTUNITY': {
      const { reason, rest } = splitReason(words, lostReasons(settings));
      const revisit = date === null ? {} : { revisitOn: date };
      return { ...shared, lost: { on: today, ...reason, ...revisit }, ...(rest && { latentNeed: rest }) };
    }
    case 'BAD_FIT': {
      const { reason, rest } = splitReason(words, badFitReasons(settings));
      return { ...shared, ...day, fit: { ...reason, ...(rest && { reasonText: rest }) } };
    }
    case 'ON_FILE': {
      const { reason, rest } = splitReason(words, onFileReasons(settings));
      return { ...shared, ...day, onFile: { ...reason, ...(rest && { reasonText: rest }) } };
    }
    case 'COLD':
    case 'WORKING':
    case 'ACTIVE_OPPORTUNITY':
    case 'CURRENT_CLIENT':
      return { ...shared, ...day, ...(words && { reason: words }) };
    default:
      return to satisfies never;
  }
};

/** Splits off a reason of the list where the words begin with its code or one of its labels. */
const splitReason = (line: string, list: CodeList): { reason: { reason?: string }; rest: string } => {
  const words = new LineWords(line);
  const reason = words.take((phrase) => {
    const folded = foldWord(phrase);
    return (
      keysOf(list).find((code) =>
        [code, ...Object.values(list[code] ?? {})].some((label) => foldWord(label) === folded),
      ) ?? null
    );
  });
  return { reason: reason === null ? {} : { reason }, rest: words.rest() };
};
