/** Makes a quick entry the command that fits the account's present state. What the line does not say is not made up. */
import type { Account } from '../account/account';
import { presentAwaitedId } from '../account/awaited-contact';
import type { ActivityInput, TransitionData } from '../account/command-inputs';
import { badFitReasons, lostReasons, type Member, onFileReasons, type Settings } from '../account/team';
import type { CalendarDate } from '../calendar/calendar-date';
import type { CodeList } from '../status/code-lists';
import { MATRIX } from '../status/matrix';
import type { Status } from '../status/statuses';
import { keysOf } from '../status/table-keys';
import { foldWord } from '../text/fold-word';
import { LineWords } from './line-words';
import { membersCalled } from './member-called';
import { namedContact } from './named-contact';
import type { ContactLine, QuickEntry, QuickEntryProblem } from './quick-entry';
import type { LineResult } from './quick-entry-words';

export type MeantCommand =
  | { type: 'logActivity'; activity: ActivityInput }
  | { type: 'recordCheck'; result: LineResult; activity: ActivityInput; data: TransitionData }
  | { type: 'setNextCheck'; date: CalendarDate; reason?: string }
  | { type: 'changeStatus'; to: Status; data: TransitionData }
  | { type: 'propose'; to: Status; data: TransitionData; note?: string }
  | { type: 'handOver'; toId: string; note: string }
  | { type: 'acknowledgeHandOver'; accept: true; note?: string }
  | { type: 'keepPromises'; note?: string };

interface EntryContext {
  today: CalendarDate;
  settings: Settings;
  members: Readonly<Record<string, Member>>;
}

export const quickEntryCommand = (
  entry: QuickEntry,
  account: Account,
  context: EntryContext,
): MeantCommand | QuickEntryProblem => {
  switch (entry.form) {
    case 'contact':
      return { type: 'logActivity', activity: activityOf(entry.contact, account, context) };
    case 'check':
      return checkOf(entry, account, context);
    case 'nextCheck':
      return { type: 'setNextCheck', date: entry.date, ...(entry.words && { reason: entry.words }) };
    case 'move':
      return moveOf(entry, account, context);
    case 'handOver':
      return handOverOf(entry.words, context);
    case 'accept':
      return { type: 'acknowledgeHandOver', accept: true, ...(entry.note && { note: entry.note }) };
    case 'promisesKept':
      return { type: 'keepPromises', ...(entry.note && { note: entry.note }) };
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

/** As plain words where no contact has that name, or which one is in doubt. */
const withPerson = (person: string, account: Account): Pick<ActivityInput, 'contactId' | 'with'> => {
  const named = namedContact(person, account);
  return typeof named === 'object' && 'contact' in named ? { contactId: named.contact.id } : { with: person };
};

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

/** Where nobody of the team, or several, are called so, nothing is handed over. */
const handOverOf = (line: string, { members }: EntryContext): MeantCommand | QuickEntryProblem => {
  const words = new LineWords(line);
  const [receiver, another] =
    words.take((phrase) => {
      const called = membersCalled(phrase, Object.values(members));
      return called.length === 0 ? null : called;
    }) ?? [];
  return receiver === undefined || another !== undefined
    ? { problem: 'QUICK_ENTRY_MEMBER', understood: words.understood() }
    : { type: 'handOver', toId: receiver.id, note: words.rest() };
};

const moveOf = (
  entry: Extract<QuickEntry, { form: 'move' }>,
  account: Account,
  context: EntryContext,
): MeantCommand | QuickEntryProblem => {
  const { to, words, person } = entry;
  const contact = person === null ? {} : contactData(person, account);
  if (contact === null) return { problem: 'QUICK_ENTRY_PERSON', understood: person ?? '' };
  const data = { ...contact, ...moveData(entry, account, context) };
  return MATRIX[account.standing.status][to] === 'M'
    ? { type: 'propose', to, data, ...(words && { note: words }) }
    : { type: 'changeStatus', to, data };
};

/** The contact who is asked at each check; a new one where nobody is called so. Null where it is in doubt who is meant. */
const contactData = (
  person: string,
  account: Account,
): Pick<TransitionData, 'contact' | 'contactId'> | null => {
  const named = namedContact(person, account);
  if (named === 'inDoubt') return null;
  if ('contact' in named) return { contactId: named.contact.id };
  const { newName: name, title } = named;
  return { contact: { name, ...(title === null ? {} : { title }) } };
};

const moveData = (
  { to, date, bant, contact, words }: Extract<QuickEntry, { form: 'move' }>,
  account: Account,
  context: EntryContext,
): TransitionData => {
  const { settings, today } = context;
  const shared: TransitionData = {
    ...(keysOf(bant).length === 0 ? {} : { bant }),
    ...(contact === null ? {} : { action: activityOf(contact, account, context) }),
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
