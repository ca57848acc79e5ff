/** What a list says of a company's people and of its need: put on the account as if a person had typed it. */
import { type Account, meetingsOf, sortedById } from '../account/account';
import { addActivity } from '../account/activities';
import { answerBant } from '../account/bant';
import type { ActivityInput, ContactInput, TransitionData } from '../account/command-inputs';
import { foldPersonName } from '../account/contact-keys';
import { awaitContactOrCondition, upsertContact } from '../account/contacts';
import type { DecisionContext } from '../account/decision-context';
import { definedFields } from '../account/defined-fields';
import { append, applyInOrder, type Draft, type Mutation } from '../account/draft';
import { lossOf } from '../account/enter-status';
import type { Refusal } from '../account/refusals';
import { deadOpportunityStanding, quarterlyCheckStanding } from '../account/standing';
import type { CalendarDate } from '../calendar/calendar-date';
import { BANT_KEYS } from '../status/code-lists';

type ListedLoss = NonNullable<TransitionData['lost']> & { on: CalendarDate };

type ListedContact = ContactInput & { name: string };

export interface ListedData {
  /** The first one is whom we keep in touch with. */
  contacts?: readonly ListedContact[];
  /** Days on which the company was met. */
  meetings?: readonly CalendarDate[];
  bant?: NonNullable<TransitionData['bant']>;
  latentNeed?: string;
  /** What a quarterly check waits for. */
  awaitedCondition?: string;
  /** How a lost account was lost. */
  lost?: ListedLoss;
  /** Kept in the history. */
  notes?: readonly string[];
}

/** The data of two rows of one company: the first one's, with what it lacks from the second one's. */
export const mergeListedData = (first: ListedData = {}, second: ListedData = {}): ListedData =>
  definedFields({
    ...second,
    ...first,
    contacts: joined(first.contacts, second.contacts),
    meetings: joined(first.meetings, second.meetings),
    bant: mergedFields(first.bant, second.bant),
    lost: mergedFields(first.lost, second.lost),
    notes: joined(first.notes, second.notes),
  });

const mergedFields = <Fields extends object>(first?: Fields, second?: Fields): Fields | undefined =>
  first === undefined ? second : { ...second, ...first };

const joined = <Part>(
  first: readonly Part[] | undefined,
  second: readonly Part[] | undefined,
): readonly Part[] | undefined => {
  const seen = new Set((first ?? []).map((part) => JSON.stringify(part)));
  const added = (second ?? []).filter((part) => !seen.has(JSON.stringify(part)));
  return first === undefined && second === undefined ? undefined : [...(first ?? []), ...added];
};

/** On a new company, once it stands in its status. */
export const putListedData = (draft: Draft, data: ListedData, context: DecisionContext): Draft | Refusal => {
  const { contacts = [], meetings = [], bant, latentNeed, notes = [] } = data;
  return applyInOrder(draft, [
    ...contacts.map((contact) => upsertContact(contact, context)),
    contacts.length === 0 ? null : awaitFirstContact,
    ...newMeetings(draft.account, meetings).map((date) =>
      withAwaitedContact({ kind: 'meeting', date }, context),
    ),
    bant === undefined && latentNeed === undefined ? null : answerBant(bant ?? {}, latentNeed, context),
    fillCondition(data),
    fillLoss(data, context),
    ...notes.map((note) => addActivity({ kind: 'note', date: context.today, note }, context)),
  ]);
};

/** With the person whom we keep in touch with, as far as one is known. */
export const withAwaitedContact =
  (activity: ActivityInput, context: DecisionContext): Mutation =>
  (draft) => {
    const contactId = draft.account.awaitedContactId;
    return addActivity(contactId === null ? activity : { ...activity, contactId }, context)(draft);
  };

/** Nobody keeps in touch with who has asked not to be contacted. */
const awaitFirstContact: Mutation = (draft) => {
  const first = sortedById(draft.account.contacts).find(({ doNotContact }) => doNotContact !== true);
  if (draft.account.awaitedContactId !== null || first === undefined) return draft;
  return awaitContactOrCondition(first.id, undefined)?.(draft) ?? draft;
};

const fillCondition =
  ({ awaitedCondition }: ListedData): Mutation =>
  (draft) => {
    const { standing } = draft.account;
    if (awaitedCondition === undefined || standing.status !== 'QUARTERLY_CHECK') return draft;
    if (standing.awaitedCondition !== null && standing.awaitedCondition !== '') return draft;
    return append(draft, 'nextCheckSet', {
      ...draft.account,
      standing: quarterlyCheckStanding({ ...standing, awaitedCondition }),
    });
  };

const fillLoss =
  ({ lost }: ListedData, context: DecisionContext): Mutation =>
  (draft) => {
    const { standing } = draft.account;
    if (lost === undefined || standing.status !== 'DEAD_OPPORTUNITY' || standing.lost !== null) return draft;
    return append(draft, 'detailsEdited', {
      ...draft.account,
      standing: deadOpportunityStanding({ ...standing, lost: lossOf({ lost }, context) }),
    });
  };

/**
 * On an account that is here already: only what it lacks. People who are new to it come in; one of whom it knows that they have
 * left does not come back, nor does anybody where data of people was erased since it stood in the list. What is said of the need
 * is taken where the account stands in the status that the list has for it, a note the first time that the list names it. A
 * meeting, which no undo takes back, only comes with a status that the list was to give.
 */
export const fillListedData = (
  draft: Draft,
  data: ListedData,
  { isSameStatus, isNewToList, isMoved = false }: FillingTerms,
  context: DecisionContext,
): Draft | Refusal => {
  const { account } = draft;
  const { notes = [], meetings = [] } = data;
  const contacts = newContacts(account, data.contacts ?? [], isNewToList);
  const lacking = isSameStatus ? lackingAnswers(account, data) : {};
  return applyInOrder(draft, [
    ...contacts.map((contact) => upsertContact(contact, context)),
    contacts.length === 0 ? null : awaitFirstContact,
    ...(isMoved ? newMeetings(account, meetings) : []).map((date) =>
      withAwaitedContact({ kind: 'meeting', date }, context),
    ),
    Object.keys(lacking).length === 0 ? null : answerBant(lacking.bant ?? {}, lacking.latentNeed, context),
    isSameStatus ? fillCondition(data) : null,
    isSameStatus ? fillLoss(data, context) : null,
    ...(isNewToList ? notes : []).map((note) =>
      addActivity({ kind: 'note', date: context.today, note }, context),
    ),
  ]);
};

interface FillingTerms {
  isSameStatus: boolean;
  isNewToList: boolean;
  /** It has moved to the list's status. */
  isMoved?: boolean;
}

const lackingAnswers = (
  { bant, latentNeed }: Account,
  data: ListedData,
): Pick<ListedData, 'bant' | 'latentNeed'> => {
  const answers = BANT_KEYS.flatMap((key) => {
    const value = data.bant?.[key];
    return value === undefined || bant[key].value !== 'unknown' ? [] : [[key, value] as const];
  });
  return {
    ...(answers.length === 0 ? {} : { bant: Object.fromEntries(answers) }),
    ...(data.latentNeed === undefined || latentNeed !== null ? {} : { latentNeed: data.latentNeed }),
  };
};

const newMeetings = (account: Account, dates: readonly CalendarDate[]): CalendarDate[] => {
  const known = new Set(meetingsOf(account).map(({ date }) => date));
  return dates.filter((date) => !known.has(date));
};

const CONTACT_FACTS = ['department', 'title', 'email', 'phone'] as const;

/** Of a person who is known the facts that are lacking, else the whole person. */
const newContacts = (
  account: Account,
  listed: readonly ListedContact[],
  isNewToList: boolean,
): ContactInput[] => {
  const known = sortedById(account.contacts);
  const wasErased = known.some(({ state }) => state === 'erased');
  return listed.flatMap((contact): ContactInput[] => {
    const [person, namesake] = known.filter(
      ({ name }) => foldPersonName(name) === foldPersonName(contact.name),
    );
    if (person === undefined) return wasErased && !isNewToList ? [] : [contact];
    if (namesake !== undefined || person.state !== 'present') return [];
    const facts = CONTACT_FACTS.flatMap((fact) => {
      const value = contact[fact];
      return value == null || person[fact] !== null ? [] : [[fact, value] as const];
    });
    const asked = contact.doNotContact === true && person.doNotContact !== true;
    if (facts.length === 0 && !asked) return [];
    return [{ id: person.id, ...Object.fromEntries(facts), ...(asked ? { doNotContact: true } : {}) }];
  });
};
