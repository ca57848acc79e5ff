/**
 * What becomes of each value of an account and of its history when a contact is erased. It is made value by value, so that the
 * erased account is the fold of its erased history. What identifies the company, codes and IDs stay as they are.
 */
import type { Activity, Contact, HandOver, Opportunity, ProductUse, Proposal } from './account';
import { type AccountChange, isPartChange } from './account-change';
import type { AccountEvent } from './account-event';
import type { AccountRecord } from './account-record';
import { definedFields, mapDefined, mapNullable } from './defined-fields';
import { erasedTransitionData } from './erase-transition-data';
import { ERASED_TEXT, type TextEraser, textEraser } from './erased-text';
import type { Erasure } from './erasure';
import type { HistoryEntry } from './history';
import type { BadFit, Loss, OnFile } from './standing';

const eachPart = <T>(parts: Readonly<Record<string, T>>, erase: (part: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, erase(part)]));

const erasedContact = (contact: Contact, { contactId }: Erasure): Contact =>
  contact.id === contactId
    ? {
        id: contactId,
        name: ERASED_TEXT,
        department: null,
        title: null,
        email: null,
        phone: null,
        state: 'erased',
        speaksWith: [],
      }
    : contact;

/** An activity with this person loses its participants and its note as a whole; in any other activity only the person's name is erased. */
const erasedActivity = (activity: Activity, { contactId }: Erasure, text: TextEraser): Activity =>
  activity.contactId === contactId
    ? { ...activity, with: ERASED_TEXT, note: mapNullable(activity.note, () => ERASED_TEXT) }
    : { ...activity, with: text(activity.with), note: mapNullable(activity.note, text) };

const erasedOpportunity = (opportunity: Opportunity, text: TextEraser): Opportunity => ({
  ...opportunity,
  handOverNote: {
    metWith: text(opportunity.handOverNote.metWith),
    bant: text(opportunity.handOverNote.bant),
    nextStep: text(opportunity.handOverNote.nextStep),
  },
  note: mapNullable(opportunity.note, text),
  ...definedFields({ department: mapDefined(opportunity.department, text) }),
  handOver: mapNullable(opportunity.handOver, (passed) => ({
    ...passed,
    note: mapNullable(passed.note, text),
  })),
});

const erasedProduct = (use: ProductUse, text: TextEraser): ProductUse => ({
  ...use,
  churnReason: mapNullable(use.churnReason, text),
  reference: mapNullable(use.reference, text),
});

const erasedLoss = (lost: Loss, text: TextEraser): Loss => ({
  ...lost,
  reasonText: mapNullable(lost.reasonText, text),
  revisitTrigger: mapNullable(lost.revisitTrigger, text),
});

const erasedBadFit = (badFit: BadFit, text: TextEraser): BadFit => ({
  ...badFit,
  note: mapNullable(badFit.note, text),
});

const erasedFiling = (onFile: OnFile, text: TextEraser): OnFile => ({
  ...onFile,
  reasonText: mapNullable(onFile.reasonText, text),
});

const erasedHandOver = (handOver: HandOver, text: TextEraser): HandOver => ({
  ...handOver,
  note: text(handOver.note),
  promises: mapNullable(handOver.promises, text),
});

const erasedProposal = (proposal: Proposal, erasure: Erasure, text: TextEraser): Proposal => ({
  ...proposal,
  data: erasedTransitionData(proposal.data, erasure, text),
  note: mapNullable(proposal.note, text),
});

export const eraseFromRecord = (record: AccountRecord, erasure: Erasure): AccountRecord => {
  const text = textEraser(erasure);
  return {
    ...record,
    contacts: eachPart(record.contacts, (contact) => erasedContact(contact, erasure)),
    activities: eachPart(record.activities, (activity) => erasedActivity(activity, erasure, text)),
    opportunities: eachPart(record.opportunities, (opportunity) => erasedOpportunity(opportunity, text)),
    products: eachPart(record.products, (use) => erasedProduct(use, text)),
    latentNeed: mapNullable(record.latentNeed, text),
    awaitedCondition: mapNullable(record.awaitedCondition, text),
    lost: mapNullable(record.lost, (lost) => erasedLoss(lost, text)),
    badFit: mapNullable(record.badFit, (badFit) => erasedBadFit(badFit, text)),
    onFile: mapNullable(record.onFile, (onFile) => erasedFiling(onFile, text)),
    proposal: mapNullable(record.proposal, (proposal) => erasedProposal(proposal, erasure, text)),
    handOver: mapNullable(record.handOver, (handOver) => erasedHandOver(handOver, text)),
  };
};

const bothSides = <T, Change extends { before: T | null; after: T | null }>(
  change: Change,
  erase: (value: T) => T,
): Change => ({
  ...change,
  before: mapNullable(change.before, erase),
  after: mapNullable(change.after, erase),
});

const erasedChange = (change: AccountChange, erasure: Erasure, text: TextEraser): AccountChange => {
  if (isPartChange(change, 'contacts'))
    return bothSides(change, (one: Contact) => erasedContact(one, erasure));
  if (isPartChange(change, 'activities'))
    return bothSides(change, (one: Activity) => erasedActivity(one, erasure, text));
  if (isPartChange(change, 'opportunities'))
    return bothSides(change, (one: Opportunity) => erasedOpportunity(one, text));
  if (isPartChange(change, 'products'))
    return bothSides(change, (one: ProductUse) => erasedProduct(one, text));
  switch (change.path) {
    case 'latentNeed':
    case 'awaitedCondition':
      return bothSides(change, text);
    case 'lost':
      return bothSides(change, (lost: Loss) => erasedLoss(lost, text));
    case 'badFit':
      return bothSides(change, (badFit: BadFit) => erasedBadFit(badFit, text));
    case 'onFile':
      return bothSides(change, (onFile: OnFile) => erasedFiling(onFile, text));
    case 'proposal':
      return bothSides(change, (proposal: Proposal) => erasedProposal(proposal, erasure, text));
    case 'handOver':
      return bothSides(change, (handOver: HandOver) => erasedHandOver(handOver, text));
    default:
      return change;
  }
};

const erasedEventData = (event: AccountEvent, erasure: Erasure, text: TextEraser): AccountEvent => {
  switch (event.type) {
    case 'activityLogged': {
      const { data } = event;
      const activity = erasedActivity(data.activity, erasure, text);
      const coordinated = definedFields({ coordinatedWith: mapDefined(data.coordinatedWith, text) });
      return { ...event, data: { ...data, activity, ...coordinated } };
    }
    case 'meetingCorrected':
      return { ...event, data: { activity: erasedActivity(event.data.activity, erasure, text) } };
    case 'statusChanged':
    case 'opportunityOpened': {
      const coordinated = definedFields({ coordinatedWith: mapDefined(event.data.coordinatedWith, text) });
      return event.type === 'statusChanged'
        ? { ...event, data: { ...event.data, ...coordinated } }
        : { ...event, data: { ...event.data, ...coordinated } };
    }
    case 'moveApproved':
      return { ...event, data: { ...event.data, note: text(event.data.note) } };
    case 'moveRejected':
      return { ...event, data: { ...event.data, note: text(event.data.note) } };
    default:
      return event;
  }
};

const erasedEvent = (event: AccountEvent, erasure: Erasure, text: TextEraser): AccountEvent => ({
  ...erasedEventData(event, erasure, text),
  reason: mapNullable(event.reason, text),
  changes: event.changes.map((change) => erasedChange(change, erasure, text)),
});

export const eraseFromEvents = (events: readonly AccountEvent[], erasure: Erasure): AccountEvent[] => {
  const text = textEraser(erasure);
  return events.map((event) => erasedEvent(event, erasure, text));
};

export const eraseFromEntry = (entry: HistoryEntry, erasure: Erasure): HistoryEntry => ({
  ...entry,
  events: eraseFromEvents(entry.events, erasure),
});
