/** A changed contact, opportunity or product of an account, as a person reads it. */
import type { Contact, Opportunity, ProductUse } from '../account/account';
import { dateText } from '../calendar/date-text';
import { memberLabel } from '../register/cells';
import { LOST_REASONS } from '../status/code-list-texts';
import type { Text } from '../text/text';
import { ACCOUNT_FIELD_LABELS, PART_LABELS } from './account-labels';
import { historyMessage } from './history-messages';
import {
  amountWords,
  asWritten,
  codeWords,
  dateWords,
  fromTo,
  hasKey,
  listWords,
  memberWords,
  type Reader,
  stateWords,
  type Words,
  yesOrNo,
} from './value-words';

/** Fields of a part that a reader wants to know of, each with its label and words. */
type PartTexts<Part> = { [Field in keyof Part]?: readonly [label: Text, words: Words<Part[Field]>] };

const labels = ACCOUNT_FIELD_LABELS;

/** Of a field that is absent while nobody has said. */
const unlessUnsaid =
  <T>(words: Words<T | null>): Words<T | undefined> =>
  (reader, value) =>
    words(reader, value ?? null);

const CONTACT_TEXTS: PartTexts<Contact> = {
  name: [labels.contactName, asWritten],
  department: [labels.department, asWritten],
  title: [labels.title, asWritten],
  email: [labels.email, asWritten],
  phone: [labels.phone, asWritten],
  state: [labels.state, stateWords],
  role: [labels.role, unlessUnsaid(asWritten)],
  doNotContact: [labels.doNotContact, (reader, value) => yesOrNo(reader, value === true)],
  daysBetween: [labels.daysBetween, unlessUnsaid(amountWords)],
  movedTo: [labels.movedTo, (reader, link) => asWritten(reader, link?.company ?? null)],
  movedFrom: [labels.movedFrom, (reader, link) => asWritten(reader, link?.company ?? null)],
  speaksWith: [labels.speaksWith, listWords(memberWords)],
};
const OPPORTUNITY_TEXTS: PartTexts<Opportunity> = {
  product: [labels.product, asWritten],
  fsOwnerId: [labels.fsOwnerId, memberWords],
  since: [labels.since, dateWords],
  state: [labels.state, stateWords],
  closedOn: [labels.closedOn, dateWords],
  amount: [labels.amount, amountWords],
  department: [labels.department, unlessUnsaid(asWritten)],
  expectedOn: [labels.expectedOn, unlessUnsaid(dateWords)],
  probability: [labels.probability, unlessUnsaid(amountWords)],
  // Of the note, the next step alone is edited.
  handOverNote: [labels.nextStep, (reader, { nextStep }) => asWritten(reader, nextStep)],
  lostReason: [labels.lostReason, codeWords(LOST_REASONS)],
  note: [labels.note, asWritten],
};
const PRODUCT_TEXTS: PartTexts<ProductUse> = {
  product: [labels.product, asWritten],
  state: [labels.state, stateWords],
  since: [labels.since, dateWords],
  endsOn: [labels.endsOn, dateWords],
  churnReason: [labels.churnReason, asWritten],
  reference: [labels.reference, asWritten],
  confirmedBy: [labels.confirmedBy, memberWords],
};

const changedFields = <Part extends object>(
  reader: Reader,
  texts: PartTexts<Part>,
  before: Part,
  after: Part,
): string => {
  const fields = Object.keys(texts).filter((key) => hasKey(after, key) || hasKey(before, key));
  return fields
    .flatMap((field) => {
      const text = texts[field];
      if (text === undefined || JSON.stringify(before[field]) === JSON.stringify(after[field])) return [];
      return fromTo(reader, text[0], text[1], before[field], after[field]);
    })
    .join(', ');
};

interface PartView<Part> {
  label: Text;
  texts: PartTexts<Part>;
  name: (part: Part) => string;
  /** What a new one says beside its name. */
  more: (reader: Reader, part: Part) => readonly (string | null)[];
}

export const CONTACT_PART: PartView<Contact> = {
  label: PART_LABELS.contacts,
  texts: CONTACT_TEXTS,
  name: ({ name }) => name,
  more: (_, { department, title }) => [department, title],
};
export const OPPORTUNITY_PART: PartView<Opportunity> = {
  label: PART_LABELS.opportunities,
  texts: OPPORTUNITY_TEXTS,
  name: ({ product }) => product,
  more: (reader, { fsOwnerId, since }) => [
    memberLabel(fsOwnerId, reader.members, reader.language),
    dateText(since, reader.language),
  ],
};
export const PRODUCT_PART: PartView<ProductUse> = {
  label: PART_LABELS.products,
  texts: PRODUCT_TEXTS,
  name: ({ product }) => product,
  more: (reader, { state, since }) => [
    stateWords(reader, state),
    since === null ? null : dateText(since, reader.language),
  ],
};

/** One contact, opportunity or product: new, gone, or what differs in it. */
export const partText = <Part extends object>(
  reader: Reader,
  { label, texts, name, more }: PartView<Part>,
  { before, after }: { before: Part | null; after: Part | null },
): string => {
  const kind = label[reader.language];
  if (after === null)
    return historyMessage(reader, 'partGone', { label: kind, name: before === null ? '' : name(before) });
  if (before === null) {
    const words = [name(after), ...more(reader, after)].filter((word) => word !== null && word !== '');
    return historyMessage(reader, 'partNew', { label: kind, name: words.join(' ') });
  }
  // Which one it is says what an acknowledgement leaves to say.
  return [`${kind} ${name(after)}`, changedFields(reader, texts, before, after)].filter(Boolean).join(': ');
};
