/** One changed value of an account, as a person reads it: from what to what. */

import type { Activity, Contact, Opportunity, ProductUse } from '../../../functions/domain/account/account';
import { type AccountChange, isPartChange } from '../../../functions/domain/account/account-change';
import {
  ACTIVITY_KIND_LABELS,
  BAD_FIT_REASONS,
  BANT_VALUE_LABELS,
  CONTACT_STATE_LABELS,
  LOST_REASONS,
  ON_FILE_REASONS,
  OPPORTUNITY_OUTCOME_LABELS,
  PRODUCT_STATE_LABELS,
} from '../../../functions/domain/status/code-list-texts';
import { type CodeList, hasCode } from '../../../functions/domain/status/code-lists';
import { GUARD_TEXTS } from '../../../functions/domain/status/guard-texts';
import { STATUS, type Status } from '../../../functions/domain/status/statuses';
import type { Text } from '../../../functions/domain/text/text';
import { ACCOUNT_FIELD_LABELS, MISSING_DATA_LABELS, PART_LABELS, WINDOW_MESSAGES } from './catalog';
import { formatDate, localize, memberName, t, type Viewer } from './viewer';

export type Reader = Pick<Viewer, 'language' | 'members'>;

/** A code that the team added itself is shown as it is. */
export const codeLabel = (list: CodeList, viewer: Reader, code: string): string => {
  const label = hasCode(list, code) ? list[code] : undefined;
  return label === undefined ? code : localize(viewer, label);
};

export const statusLabel = (viewer: Reader, status: Status): string => localize(viewer, STATUS[status].label);

const hasKey = <T extends object>(table: T, key: PropertyKey): key is keyof T => Object.hasOwn(table, key);

/** What a guard asks for, in a word or two where there is one. */
export const guardLabel = (viewer: Reader, code: string): string => {
  if (hasKey(MISSING_DATA_LABELS, code)) return localize(viewer, MISSING_DATA_LABELS[code]);
  return hasKey(GUARD_TEXTS, code) ? localize(viewer, GUARD_TEXTS[code]) : code;
};

/** Words of one kind of value; `null` and what is empty are "none". */
type Words<T> = (viewer: Reader, value: T) => string;

const orNone =
  <T>(words: Words<T>): Words<T | null> =>
  (viewer, value) =>
    value === null || value === '' ? t(viewer, 'none') : words(viewer, value);

const listOf =
  <T>(words: Words<T>): Words<readonly T[]> =>
  (viewer, values) =>
    values.length === 0 ? t(viewer, 'none') : values.map((value) => words(viewer, value)).join(', ');

const asWritten = orNone<string>((_, value) => value);
const count: Words<number> = (_, value) => String(value);
const amount = orNone<number>(count);
const date = orNone<string>(formatDate);
const member = orNone<string>(memberName);
const code = (list: CodeList) => orNone<string>((viewer, value) => codeLabel(list, viewer, value));
const states = code({
  ...PRODUCT_STATE_LABELS,
  ...CONTACT_STATE_LABELS,
  ...OPPORTUNITY_OUTCOME_LABELS,
  open: WINDOW_MESSAGES.open,
});
const yesOrNo: Words<boolean> = (viewer, value) => t(viewer, value ? 'yes' : 'no');

/** The coded reason, and what was said beside it. */
const reason = <T extends { reason: string }>(list: CodeList, remark: (value: T) => string | null) =>
  orNone<T>((viewer, value) =>
    [codeLabel(list, viewer, value.reason), remark(value) ?? ''].filter((part) => part !== '').join(': '),
  );

const fromTo = <T>(viewer: Reader, label: Text, words: Words<T>, before: T, after: T): string =>
  t(viewer, before === null || before === '' ? 'setTo' : 'fromTo', {
    label: localize(viewer, label),
    old: words(viewer, before),
    now: words(viewer, after),
  });

/** Fields of a part that a reader wants to know of, each with its label and words. */
type PartTexts<Part> = { [Field in keyof Part]?: readonly [label: Text, words: Words<Part[Field]>] };
const labels = ACCOUNT_FIELD_LABELS;

const CONTACT_TEXTS: PartTexts<Contact> = {
  name: [labels.contactName, asWritten],
  department: [labels.department, asWritten],
  title: [labels.title, asWritten],
  email: [labels.email, asWritten],
  phone: [labels.phone, asWritten],
  state: [labels.state, states],
  speaksWith: [labels.speaksWith, listOf(member)],
};
const OPPORTUNITY_TEXTS: PartTexts<Opportunity> = {
  product: [labels.product, asWritten],
  fsOwnerId: [labels.fsOwnerId, member],
  since: [labels.since, date],
  state: [labels.state, states],
  closedOn: [labels.closedOn, date],
  amount: [labels.amount, amount],
  handOverNote: [labels.handOverNote, (viewer) => t(viewer, 'changed')],
  lostReason: [labels.lostReason, code(LOST_REASONS)],
  note: [labels.note, asWritten],
};
const PRODUCT_TEXTS: PartTexts<ProductUse> = {
  product: [labels.product, asWritten],
  state: [labels.state, states],
  since: [labels.since, date],
  endsOn: [labels.endsOn, date],
  churnReason: [labels.churnReason, asWritten],
  reference: [labels.reference, asWritten],
  confirmedBy: [labels.confirmedBy, member],
};

const changedFields = <Part extends object>(
  viewer: Reader,
  texts: PartTexts<Part>,
  before: Part,
  after: Part,
): string => {
  const fields = Object.keys(texts).filter((key) => hasKey(after, key));
  return fields
    .flatMap((field) => {
      const text = texts[field];
      if (text === undefined || JSON.stringify(before[field]) === JSON.stringify(after[field])) return [];
      return fromTo(viewer, text[0], text[1], before[field], after[field]);
    })
    .join(', ');
};

interface PartView<Part> {
  label: Text;
  texts: PartTexts<Part>;
  name: (part: Part) => string;
  /** What a new one says beside its name. */
  more: (viewer: Reader, part: Part) => readonly (string | null)[];
}

const CONTACT: PartView<Contact> = {
  label: PART_LABELS.contacts,
  texts: CONTACT_TEXTS,
  name: ({ name }) => name,
  more: (_, { department, title }) => [department, title],
};
const OPPORTUNITY: PartView<Opportunity> = {
  label: PART_LABELS.opportunities,
  texts: OPPORTUNITY_TEXTS,
  name: ({ product }) => product,
  more: (viewer, { fsOwnerId, since }) => [memberName(viewer, fsOwnerId), formatDate(viewer, since)],
};
const PRODUCT: PartView<ProductUse> = {
  label: PART_LABELS.products,
  texts: PRODUCT_TEXTS,
  name: ({ product }) => product,
  more: (viewer, { state, since }) => [
    states(viewer, state),
    since === null ? null : formatDate(viewer, since),
  ],
};

/** One contact, opportunity or product: new, gone, or what differs in it. */
const partText = <Part extends object>(
  viewer: Reader,
  { label, texts, name, more }: PartView<Part>,
  { before, after }: { before: Part | null; after: Part | null },
): string => {
  const kind = localize(viewer, label);
  if (after === null)
    return t(viewer, 'partGone', { label: kind, name: before === null ? '' : name(before) });
  if (before === null) {
    const words = [name(after), ...more(viewer, after)].filter((word) => word !== null && word !== '');
    return t(viewer, 'partNew', { label: kind, name: words.join(' ') });
  }
  return `${kind} ${name(after)}: ${changedFields(viewer, texts, before, after)}`;
};

/** `twoWay`: somebody answered. */
export const activityText = (
  viewer: Reader,
  activity: { kind: string; date: string; with: string },
  twoWay: boolean,
): string => {
  const tried = twoWay || activity.kind === 'note' ? '' : t(viewer, 'noAnswerShort');
  return [
    codeLabel(ACTIVITY_KIND_LABELS, viewer, activity.kind),
    formatDate(viewer, activity.date),
    activity.with,
    tried,
  ]
    .filter((part) => part !== '')
    .join(' ');
};

const activityChange = (
  viewer: Reader,
  { before, after }: { before: Activity | null; after: Activity | null },
): string | null => {
  if (after !== null) return activityText(viewer, after, true);
  return before === null
    ? null
    : t(viewer, 'partGone', { label: activityText(viewer, before, true), name: '' });
};

/** Which value changed, from what to what. Null where there is nothing that a reader would want. */
export const changedValueText = (viewer: Reader, change: AccountChange): string | null => {
  if (isPartChange(change, 'contacts')) return partText(viewer, CONTACT, change);
  if (isPartChange(change, 'opportunities')) return partText(viewer, OPPORTUNITY, change);
  if (isPartChange(change, 'products')) return partText(viewer, PRODUCT, change);
  if (isPartChange(change, 'activities')) return activityChange(viewer, change);
  if (isPartChange(change, 'bant')) {
    const key = change.path.slice('bant.'.length);
    const answer = orNone<{ value: string }>((_, { value }) => codeLabel(BANT_VALUE_LABELS, viewer, value));
    return hasKey(labels, key) ? fromTo(viewer, labels[key], answer, change.before, change.after) : null;
  }
  if (isPartChange(change, 'sources') || isPartChange(change, 'notDuplicateOf')) return null;
  switch (change.path) {
    case 'name':
    case 'kana':
    case 'englishName':
    case 'corporateNumber':
    case 'securitiesCode':
    case 'address':
    case 'phone':
    case 'industry':
    case 'parentId':
    case 'awaitedCondition':
    case 'latentNeed':
      return fromTo(viewer, labels[change.path], asWritten, change.before, change.after);
    case 'domains':
      return fromTo(viewer, labels.domains, listOf(asWritten), change.before, change.after);
    case 'ownerId':
    case 'isOwnerId':
      return fromTo(viewer, labels[change.path], member, change.before, change.after);
    case 'nextCheck':
      return fromTo(viewer, labels.nextCheck, date, change.before?.date ?? null, change.after?.date ?? null);
    case 'missedChecks':
    case 'unanswered':
      return fromTo(viewer, labels[change.path], count, change.before, change.after);
    case 'lost':
      return fromTo(
        viewer,
        labels.lost,
        reason(LOST_REASONS, ({ reasonText }) => reasonText),
        change.before,
        change.after,
      );
    case 'badFit':
      return fromTo(
        viewer,
        labels.badFit,
        reason(BAD_FIT_REASONS, ({ note }) => note),
        change.before,
        change.after,
      );
    case 'onFile':
      return fromTo(
        viewer,
        labels.onFile,
        reason(ON_FILE_REASONS, ({ reasonText }) => reasonText),
        change.before,
        change.after,
      );
    case 'debts':
      return fromTo(viewer, labels.debts, listOf(guardLabel), change.before, change.after);
    case 'withdrawn':
      return fromTo(viewer, labels.withdrawn, yesOrNo, change.before, change.after);
    case 'status':
    case 'statusSince':
    case 'everMet':
    case 'formerNames':
    case 'lostCount':
    case 'awaitedContactId':
    case 'merged':
    case 'proposal':
    case 'handOver':
      return null;
    default:
      // From functions that are newer than this script.
      change satisfies never;
      return null;
  }
};
