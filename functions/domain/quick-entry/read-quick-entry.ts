/**
 * Reads one line, such as `>4 2026-11-10 予算待ち`, `面談 10/3 佐藤様 来週見積` or `電話 不在`. It begins with its form; then come a day, a person
 * and whether somebody answered, in any order, and the rest is its words. The person may also stand behind the words. A line is
 * understood completely or not at all.
 */
import type { CalendarDate } from '../calendar/calendar-date';
import type { DateProblem } from '../calendar/date-problem';
import type { ActivityKind, BantKey, BantValue } from '../status/code-lists';
import { parseStatus } from '../status/parse-status';
import type { Status } from '../status/statuses';
import { keysOf } from '../status/table-keys';
import { foldWord } from '../text/fold-word';
import { type LineDay, looksLikeDay, readContactDay, readDayToCome } from './line-dates';
import { beforeWords, onePersonIn, personBehind, personIn } from './line-person';
import { keyOfPhrase, LineWords } from './line-words';
import type { ContactLine, QuickEntry, QuickEntryForm, QuickEntryProblem } from './quick-entry';
import {
  ACCEPT_WORDS,
  ANSWER_WORDS,
  ANSWERS_BEFORE_WORDS,
  type Answer,
  ARROWS,
  BANT_KEY_WORDS,
  BANT_VALUE_WORDS,
  CALLED_OFF_WORDS,
  CHECK_RESULT_WORDS,
  CHECK_WORDS,
  HAND_OVER_WORDS,
  HELD_WORDS,
  KIND_WORDS,
  NEGATIONS,
  NEXT_CHECK_WORDS,
  PROMISES_KEPT_WORDS,
  TO_COME_WORDS,
} from './quick-entry-words';

type Reading<T> = T | QuickEntryProblem;

type LineStart =
  | { form: Exclude<QuickEntryForm, 'move' | 'contact'> }
  | { form: 'contact'; kind: ActivityKind };

const isProblem = <T extends object>(read: Reading<T>): read is QuickEntryProblem => 'problem' in read;

const dateProblem = (date: DateProblem, understood: string): QuickEntryProblem => ({
  problem: 'QUICK_ENTRY_DATE',
  understood,
  date,
});

const withoutArrow = (line: string): string | null => {
  const plain = line
    .trim()
    .replace(/^＞/, '>')
    .replace(/^[-‐－ー]>/, '->');
  const arrow = ARROWS.find((one) => plain.startsWith(one));
  return arrow === undefined ? null : plain.slice(arrow.length);
};

const FORM_WORDS = {
  check: CHECK_WORDS,
  nextCheck: NEXT_CHECK_WORDS,
  handOver: HAND_OVER_WORDS,
  accept: ACCEPT_WORDS,
  promisesKept: PROMISES_KEPT_WORDS,
};

const startIn = (phrase: string): LineStart | null => {
  const form = keyOfPhrase(FORM_WORDS)(phrase);
  if (form !== null) return { form };
  const kind = keyOfPhrase(KIND_WORDS)(phrase);
  return kind === null ? null : { form: 'contact', kind };
};

/** Only something that is understood by itself may follow the form without a space: `電話番号` is no call. */
const mayTouchStart = (behind: string): boolean =>
  looksLikeDay(behind) ||
  keyOfPhrase(ANSWER_WORDS)(behind) !== null ||
  keyOfPhrase(CHECK_RESULT_WORDS)(behind) !== null;

const takeStart = (words: LineWords): LineStart | null =>
  words.take(startIn) ?? words.takeGlued(startIn, mayTouchStart);

/** In `>4予算待ち` the digit is a status; in `>4月の予算` it belongs to a day or an amount. */
const takeStatus = (words: LineWords): Status | null =>
  words.take(parseStatus) ??
  words.takeGlued(
    (front) => (/^\d$/.test(front.normalize('NFKC')) ? parseStatus(front) : null),
    (behind) => /^(?![年月日週件社名人回年か])\p{L}/u.test(behind),
  );

/** The form of a line, read without knowing the day; null where it has none. */
export const quickEntryForm = (line: string): QuickEntryForm | null =>
  withoutArrow(line) === null ? (takeStart(new LineWords(line))?.form ?? null) : 'move';

export const readQuickEntry = (line: string, day: LineDay): Reading<QuickEntry> => {
  const move = withoutArrow(line);
  if (move !== null) return readMove(new LineWords(move), day);
  const words = new LineWords(line);
  const start = takeStart(words);
  if (start === null) return { problem: 'QUICK_ENTRY_FORM' };
  switch (start.form) {
    case 'contact': {
      const contact = readContact(start.kind, words, day);
      return isProblem(contact) ? contact : { form: 'contact', contact };
    }
    case 'check':
      return readCheck(words, day);
    case 'nextCheck':
      return readNextCheck(words, day);
    case 'handOver':
      return { form: start.form, words: words.rest() };
    case 'accept':
    case 'promisesKept':
      return readWithNote(start.form, words);
    default:
      return start satisfies never;
  }
};

/** `accept the quote` may be what a customer does, and `受領 見積書` a document: a note stands behind a comma or colon. */
const readWithNote = (form: 'accept' | 'promisesKept', words: LineWords): Reading<QuickEntry> =>
  words.first() === '' || words.isBeforeSentence()
    ? { form, note: words.rest() }
    : { problem: 'QUICK_ENTRY_ALONE', understood: words.understood() };

const readContact = (kind: ActivityKind, words: LineWords, day: LineDay): Reading<ContactLine> => {
  const isHeld = HELD_WORDS.includes(foldWord(words.understood()));
  const parts = takePartsBeforeWords(words, { ...CONTACT_PARTS, day });
  if (isProblem(parts)) return parts;
  const { date } = parts;
  const mayBeToCome = (kind === 'meeting' || kind === 'visit') && !isHeld && parts.answer === null;
  if (mayBeToCome && isNotHeld(words, { date, day }))
    return { problem: 'QUICK_ENTRY_NOT_HELD', understood: words.understood() };
  const answer = parts.answer ?? (kind === 'call' ? words.takeOnly(answerAmongWords, isNegation) : null);
  // Whether somebody answered decides on the next check's day, so a call that does not say is asked about.
  if (kind === 'call' && answer === null)
    return { problem: 'QUICK_ENTRY_ANSWER', understood: words.understood() };
  // A person in a note is one that is written about, and was not spoken with.
  const { person, words: note } =
    kind === 'note' ? { ...parts, words: words.rest() } : withWords(parts, words, personIn);
  return { kind, date, answer, person, note };
};

/**
 * Whether the words go on as of a meeting that is to come or was called off: `meeting tomorrow`, `meeting with Ms Sato cancelled`. It
 * would make the company one that we have met, for ever. Takes those words.
 */
const isNotHeld = (words: LineWords, { date, day }: { date: CalendarDate | null; day: LineDay }): boolean => {
  if (words.take(oneOf(CALLED_OFF_WORDS)) !== null) return true;
  if (date !== null || words.isBehindSeparator()) return false;
  const isToCome = (phrase: string): true | null =>
    oneOf(TO_COME_WORDS)(phrase) ?? (readDayToCome(phrase, day) === null ? null : true);
  if (words.take(isToCome) !== null) return true;
  // A person or place that is not understood stands before the day: `with the CFO next Tuesday`.
  const isDay = (phrase: string): true | null => (isDeadline(phrase) ? null : isToCome(phrase));
  return /^(?:with|w\/|at)$/i.test(words.first()) && words.takeOnly(isDay, isDeadline) !== null;
};

/** The day behind it is one by which something is wanted. */
const isDeadline = (phrase: string): boolean => /^(?:by|before|until|till|from|after|since)\b/i.test(phrase);

const oneOf =
  (list: readonly string[]) =>
  (phrase: string): true | null =>
    keyOfPhrase({ it: list })(phrase) === null ? null : true;

const isNegation = (word: string): boolean => NEGATIONS.test(foldWord(word).replace(/’/g, "'"));

const readCheck = (words: LineWords, day: LineDay): Reading<QuickEntry> => {
  const result = words.take(keyOfPhrase(CHECK_RESULT_WORDS));
  if (result === null) return { problem: 'QUICK_ENTRY_RESULT', understood: words.understood() };
  const parts = takePartsBeforeWords(words, { ...OTHER_PARTS, day });
  if (isProblem(parts)) return parts;
  return { form: 'check', result, date: parts.date, ...withWords(parts, words, onePersonIn) };
};

const readNextCheck = (words: LineWords, day: LineDay): Reading<QuickEntry> => {
  const understood = words.understood();
  const date = words.take((phrase) => readDayToCome(phrase, day));
  if (date === null) return dateProblem({ problem: 'DATE_EMPTY', suggestions: [] }, understood);
  return 'problem' in date
    ? dateProblem(date, understood)
    : { form: 'nextCheck', ...date, words: words.rest() };
};

const readMove = (words: LineWords, day: LineDay): Reading<QuickEntry> => {
  const to = takeStatus(words);
  if (to === null) return { problem: 'QUICK_ENTRY_STATUS' };
  const kind = to === 'WORKING' ? words.take(keyOfPhrase(KIND_WORDS)) : null;
  if (kind !== null) {
    const contact = readContact(kind, words, day);
    return isProblem(contact)
      ? contact
      : { form: 'move', to, date: null, bant: {}, person: null, contact, words: '' };
  }
  const bant = SAY_BANT.includes(to) ? Object.fromEntries(words.takeAll(readBant)) : {};
  // No other status takes a person, who then stays in the words.
  const readPerson = to === 'QUARTERLY_CHECK' ? onePersonIn : () => null;
  const parts = takePartsBeforeWords(words, { ...OTHER_PARTS, readPerson, day });
  if (isProblem(parts)) return parts;
  const said = withWords(parts, words, readPerson);
  return { form: 'move', to, bant, contact: null, date: parts.date, ...said };
};

/** What a line says before its words. */
interface PartsBeforeWords {
  date: CalendarDate | null;
  answer: Answer | null;
  person: string | null;
}

/** How each of these parts is read; a form that has no such part reads none. */
interface PartReaders {
  readDay: (phrase: string, day: LineDay) => { date: CalendarDate } | DateProblem | null;
  readAnswer: (phrase: string) => Answer | null;
  readPerson: (phrase: string) => string | null;
  day: LineDay;
}

const readAnswer = keyOfPhrase(ANSWER_WORDS);

/** In `電話 田中部長 話せた` the answer stands behind the person who was called. */
const answerAmongWords = (phrase: string): Answer | null =>
  ANSWERS_BEFORE_WORDS.includes(foldWord(phrase)) ? null : readAnswer(phrase);

const CONTACT_PARTS = {
  readDay: readContactDay,
  readAnswer,
  readPerson: personIn,
};
const OTHER_PARTS = { readDay: readDayToCome, readAnswer: () => null, readPerson: onePersonIn };

/** Takes a day, an answer and a person, in any order and each at most once. */
const takePartsBeforeWords = (
  words: LineWords,
  { readDay, readAnswer, readPerson, day }: PartReaders,
): Reading<PartsBeforeWords> => {
  const parts: PartsBeforeWords = { date: null, answer: null, person: null };
  for (let isMore = true; isMore; ) {
    const answer = parts.answer ?? words.take(readAnswer);
    const understood = words.understood();
    const read = parts.date === null ? words.take((phrase) => readDay(phrase, day)) : null;
    if (read !== null && 'problem' in read) return dateProblem(read, understood);
    const date = parts.date ?? read?.date ?? null;
    const person = parts.person ?? words.take(beforeWords(readPerson));
    isMore = answer !== parts.answer || date !== parts.date || person !== parts.person;
    Object.assign(parts, { answer, date, person });
  }
  return parts;
};

/** Takes the rest as words; a person behind them counts where none was named before them. */
const withWords = (
  { person }: PartsBeforeWords,
  line: LineWords,
  readPerson: (phrase: string) => string | null,
): { person: string | null; words: string } => {
  const words = line.rest();
  return (person === null ? personBehind(words, readPerson) : null) ?? { person, words };
};

/** The statuses that depend on BANT. */
const SAY_BANT: readonly Status[] = ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'];

/** Reads `予算なし` or `need=yes`. */
const readBant = (word: string): [BantKey, BantValue] | null => {
  const folded = foldWord(word);
  for (const key of keysOf(BANT_KEY_WORDS))
    for (const name of BANT_KEY_WORDS[key]) {
      if (!folded.startsWith(name)) continue;
      const value = keyOfPhrase(BANT_VALUE_WORDS)(folded.slice(name.length).replace(/^[:=]/, ''));
      if (value !== null) return [key, value];
    }
  return null;
};
