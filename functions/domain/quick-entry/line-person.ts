/** Persons in a line, in whatever form they are addressed. */
import { foldWord } from '../text/fold-word';
import { SEPARATORS } from './line-words';
import { ADDRESS_BEGINNINGS, ADDRESS_ENDINGS, LINKING_WORDS, NOBODY_ENDINGS } from './quick-entry-words';

const ENDING = `(?:${ADDRESS_ENDINGS.join('|')})`;
const BEGINNING = `(?:${ADDRESS_BEGINNINGS.join('|')})(?:\\. ?| )`;

/** `Sato`, behind `with`; `Mr` alone is nobody. */
const ONE_NAME = new RegExp(`^(?!(?:${ADDRESS_BEGINNINGS.join('|')})\\.?$)[^\\s${SEPARATORS}]+$`, 'i');

/** `佐藤様`, `Sato-san`. */
const ENDS_SO = new RegExp(`^([^\\s${SEPARATORS}]+?)${ENDING}$`, 'i');
/** `Mr. Sato`, `Ms Yuki Sato`. */
const BEGINS_SO = new RegExp(`^${BEGINNING}([^\\s${SEPARATORS}]+(?: [^\\s${SEPARATORS}]+)?)$`, 'i');
/** What stands before a person at the end of the words, with what parts them, and the person. */
const AT_THE_END = [
  new RegExp(`^(.*[\\s${SEPARATORS}])(\\S+${ENDING})$`, 'is'),
  new RegExp(`^(.*[\\s${SEPARATORS}])(${BEGINNING}\\S+(?: \\S+)?)$`, 'is'),
];

/** `佐藤 様`, `Ms Sato` and `with Ms Sato`: what may be a person before the words; in `Ms Sato approves` only two of them are. */
const BEFORE_WORDS = /^(?:with )?\S+(?: \S+)?$/i;
export const beforeWords =
  (readPerson: (phrase: string) => string | null) =>
  (phrase: string): string | null =>
    BEFORE_WORDS.test(phrase) ? readPerson(phrase) : null;

/** A name as an account has it. */
export const withoutFormOfAddress = (person: string): string =>
  ENDS_SO.exec(person)?.[1] ?? BEGINS_SO.exec(person)?.[1] ?? person;

const isAddressed = (phrase: string): boolean => {
  const folded = foldWord(phrase);
  return (
    (ENDS_SO.test(phrase) || BEGINS_SO.test(phrase)) &&
    !NOBODY_ENDINGS.some((word) => folded.endsWith(foldWord(word)))
  );
};

/** `佐藤様`, `Mr. Sato`, `with Sato`, as a line names them before its words. */
export const personIn = (phrase: string): string | null => {
  const named = phrase.replace(/^with /i, '');
  if (isAddressed(named)) return named;
  return named !== phrase && ONE_NAME.test(named) ? named : null;
};

/** `佐藤様と鈴木様` is no contact's name. */
const namesSeveral = (person: string): boolean => /様|さん|さま/.test(withoutFormOfAddress(person));

export const onePersonIn = (phrase: string): string | null => {
  const person = personIn(phrase);
  return person === null || namesSeveral(person) ? null : person;
};

/** In `Ms Sato approves` only the first is a name. */
const isWholeName = (person: string): boolean =>
  !BEGINS_SO.test(person) || withoutFormOfAddress(person).split(' ').slice(1).every(isCapitalised);

const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

/**
 * `予算待ち 佐藤様`, `waiting for budget, Ms Sato`: the words, and the one person who is named behind them. Null where there is none,
 * or where the name belongs to what is said, as in `budget from Ms Sato`.
 */
export const personBehind = (
  said: string,
  readPerson: (phrase: string) => string | null,
): { words: string; person: string } | null => {
  for (const form of AT_THE_END) {
    const [, before = '', named = ''] = form.exec(said) ?? [];
    const person = isAddressed(named) && isWholeName(named) ? readPerson(named) : null;
    if (person === null) continue;
    const sentence = before.replace(/\swith\s+$/i, ' ').trim();
    const words = sentence.replace(new RegExp(`[\\s${SEPARATORS}]+$`), '');
    const last = words.split(/\s/).pop() ?? '';
    const belongs = words === sentence && LINKING_WORDS.some((word) => word === last.toLowerCase());
    if (words !== '' && !belongs && !isAddressed(last)) return { words, person };
  }
  return null;
};
