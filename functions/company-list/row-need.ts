/** A company's need and its loss according to a row; what the status has no field for becomes a note. */
import { definedFields } from '../domain/account/defined-fields';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { nextSuchDay } from '../domain/calendar/next-such-day';
import type { ListedData } from '../domain/commands/import-listed-data';
import type { ImportRow } from '../domain/commands/import-row';
import { type BantKey, type BantValue, type CodeList, OTHER } from '../domain/status/code-lists';
import type { Status } from '../domain/status/statuses';
import { foldWord } from '../domain/text/fold-word';
import type { Text } from '../domain/text/text';
import { FIELD_LABELS, type ListField } from './list-headers';
import { phonesIn } from './phone-number';
import { BETWEEN_MAILS } from './plain-values';
import { contactOf } from './row-contact';
import type { RowReading } from './row-reading';
import { saysForbidden } from './yes-or-no';

const BANT_FIELDS = [
  ['bantBudget', 'budget'],
  ['bantAuthority', 'authority'],
  ['bantNeed', 'need'],
  ['bantTiming', 'timing'],
] as const satisfies readonly (readonly [ListField, BantKey])[];

const ANSWERS: readonly (readonly [BantValue, RegExp])[] = [
  ['yes', /^(?:はい|有り?|あり|済み?|確認済み?|確保済み?|合意済み?|○|◯|〇|◎|yes|y|true|1|✓|✔|ok)$/],
  ['no', /^(?:いいえ|無し?|なし|未|未確保|×|✕|✖|no|n|false|0)$/],
  ['unclear', /^(?:△|▲|不明確|未確定|検討中|調整中|要確認|確認中|unclear|maybe|partly|tbd)$/],
  ['unknown', /^(?:不明|未確認|わからない|分からない|unknown|n\/a|-|\?)$/],
];

/** Null for a text that is no answer, such as an amount or a name. */
export const bantAnswerOf = (written: string): BantValue | null => {
  const folded = foldWord(written);
  return ANSWERS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
};

/** The code that the reason is, or is labelled by; any other is the reason in words. */
export const lostReasonOf = (written: string, reasons: CodeList): { reason: string; reasonText?: string } => {
  const folded = foldWord(written);
  const code = Object.entries(reasons).find(([key, { ja, en }]) =>
    [key, ja, en].some((name) => foldWord(name) === folded),
  )?.[0];
  return code === undefined ? { reason: OTHER, reasonText: written } : { reason: code };
};

export interface NeedTerms {
  today: CalendarDate;
  lostReasons: CodeList;
  /** Language of the notes. */
  language: keyof Text;
}

/** The longest note of an activity, in characters. */
const LONGEST_NOTE = 2000;

interface RowFacts {
  status: Status | undefined;
  /** When a lost account is spoken to again. */
  nextCheckDate: CalendarDate | undefined;
  products: ImportRow['products'] | undefined;
  contacts: readonly { email?: string | null | undefined }[];
}

export const needOf = (
  reading: RowReading,
  { status, nextCheckDate: nextCheck, products, contacts }: RowFacts,
  terms: NeedTerms,
): Omit<ListedData, 'contacts'> => {
  const { values } = reading;
  const meeting = reading.pastDateOf('meetingDate', 'contact');
  const lost = status === 'DEAD_OPPORTUNITY' ? lossOf(reading, nextCheck, terms) : undefined;
  const { bant, unread } = bantOf(values);
  const isWaiting = status === 'QUARTERLY_CHECK';
  const placeless: readonly ListField[] = [
    ...unusedOfPerson(values, contacts),
    ...unread,
    ...(lost === undefined ? LOSS_FIELDS : []),
    ...(products === undefined ? PRODUCT_FIELDS : []),
    ...PHONES.filter((field) => phonesIn(values[field])[0] !== values[field]),
    ...(isWaiting ? [] : (['awaitedCondition'] as const)),
    ...(isWaiting || nextCheck === undefined || isRevisit(values, lost) ? [] : (['nextCheck'] as const)),
  ];
  const noted = placeless.filter((field) => saysSomething(values[field]));
  for (const field of noted) reading.remark('DATA_IN_NOTE', field);
  return definedFields({
    meetings: meeting === undefined ? undefined : [meeting],
    bant,
    latentNeed: values.latentNeed,
    awaitedCondition: isWaiting ? values.awaitedCondition : undefined,
    lost,
    notes: noteOf(reading, noted, terms.language),
  });
};

/** `unread` are the columns with a text that is no answer. */
const bantOf = (values: RowReading['values']): { bant: ListedData['bant']; unread: ListField[] } => {
  const answers: [BantKey, BantValue][] = [];
  const unread: ListField[] = [];
  for (const [field, key] of BANT_FIELDS) {
    const written = values[field];
    if (written === undefined) continue;
    const answer = bantAnswerOf(written);
    if (answer === null) unread.push(field);
    else answers.push([key, answer]);
  }
  return { bant: answers.length === 0 ? undefined : Object.fromEntries(answers), unread };
};

const LOSS_FIELDS = ['lostDate', 'lostReason', 'revisitDate', 'revisitCondition'] as const;

/** Of several numbers in a cell the first one is read. */
const PHONES = ['phone', 'contactPhone'] as const;

/** Facts about a product that the row does not name. */
const PRODUCT_FIELDS = ['productSince', 'productEnd', 'churnReason', 'reference'] as const;

/** Undefined without its day: what else is said of it goes into a note then. */
const lossOf = (
  reading: RowReading,
  nextCheck: CalendarDate | undefined,
  { lostReasons, today }: NeedTerms,
): ListedData['lost'] => {
  const { lostReason, revisitDate, revisitCondition } = reading.values;
  const on = reading.pastDateOf('lostDate', 'loss');
  const revisitOn = revisitDate === undefined ? nextCheck : reading.dateOf('revisitDate', 'revisit');
  if (on === undefined) return undefined;
  if (revisitOn !== undefined && revisitOn < today)
    reading.remark('REVISIT_OVER', revisitDate === undefined ? 'nextCheck' : 'revisitDate', [
      nextSuchDay(revisitOn, today),
    ]);
  return definedFields({
    on,
    ...(saysSomething(lostReason) ? lostReasonOf(lostReason, lostReasons) : {}),
    revisitOn,
    revisitTrigger: revisitCondition,
  });
};

const OF_A_PERSON = ['branch', 'contactDepartment', 'contactTitle', 'contactPhone'] as const;

/** What is said of a person, where the row names nobody, and mail addresses that are not, or not only, the person's. */
const unusedOfPerson = (
  values: RowReading['values'],
  contacts: RowFacts['contacts'],
): readonly ListField[] => {
  const contact = contactOf(values);
  const theirs = contacts.map(({ email }) => email);
  const mails = (['contactEmail', 'email'] as const).filter(
    (field) => !(values[field] ?? '').split(BETWEEN_MAILS).every((mail) => theirs.includes(mail)),
  );
  if (contact !== undefined) return mails;
  return [
    ...OF_A_PERSON,
    ...mails,
    ...(saysForbidden(values.doNotContact) ? (['doNotContact'] as const) : []),
  ];
};

/** A dash counts as empty. */
const saysSomething = (value: string | undefined): value is string =>
  value !== undefined && !/^[-‐‑–—―ー*]+$/.test(value);

/** The next check is when a lost account is spoken to again, unless a column of its own says so. */
const isRevisit = ({ revisitDate }: RowReading['values'], lost: ListedData['lost']): boolean =>
  lost !== undefined && revisitDate === undefined;

/** The row's own note, and a line for each field that has no other place. */
const noteOf = (
  reading: RowReading,
  fields: readonly ListField[],
  language: keyof Text,
): readonly string[] | undefined => {
  const { values } = reading;
  const lines = [
    ...(values.note === undefined ? [] : [values.note]),
    ...fields.map((field) => `${FIELD_LABELS[field][language]}: ${values[field] ?? ''}`),
  ];
  const note = lines.join('\n').replace(/\r\n?/g, '\n');
  if (note === '') return undefined;
  if (note.length > LONGEST_NOTE) reading.remark('NOTE_SHORTENED', 'note');
  return [note.slice(0, LONGEST_NOTE)];
};
