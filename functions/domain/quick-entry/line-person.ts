/** Finds persons in a line by their forms of address. */
import { foldWord } from '../text/fold-word';
import { SEPARATORS } from './line-words';
import { ADDRESS_BEGINNINGS, ADDRESS_ENDINGS, LINKING_WORDS, NOBODY_ENDINGS } from './quick-entry-words';

const ENDING = `(?:${ADDRESS_ENDINGS.join('|')})`;
const BEGINNING = `(?:${ADDRESS_BEGINNINGS.join('|')})(?:\\. ?| )`;

/** A single name after `with`, such as `Sato`; `Mr` alone names nobody. */
const ONE_NAME = new RegExp(`^(?!(?:${ADDRESS_BEGINNINGS.join('|')})\\.?$)[^\\s${SEPARATORS}]+$`, 'i');

/** A name with an ending, such as `佐藤様` or `Sato-san`. */
const ENDS_SO = new RegExp(`^([^\\s${SEPARATORS}]+?)${ENDING}$`, 'i');
/** A name with a title before it, such as `Mr. Sato` or `Ms Yuki Sato`. */
const BEGINS_SO = new RegExp(`^${BEGINNING}([^\\s${SEPARATORS}]+(?: [^\\s${SEPARATORS}]+)?)$`, 'i');
/** Matches the words before a person at the end of a text, with the separator, and the person. */
const AT_THE_END = [
  new RegExp(`^(.*[\\s${SEPARATORS}])(\\S+${ENDING})$`, 'is'),
  new RegExp(`^(.*[\\s${SEPARATORS}])(${BEGINNING}\\S+(?: \\S+)?)$`, 'is'),
];

/**
 * A phrase before the words may be a person when it has at most two words besides `with`, as in `佐藤 様` and `with Ms Sato`: of `Ms
 * Sato approves` only `Ms Sato` may be one.
 */
const BEFORE_WORDS = /^(?:with )?\S+(?: \S+)?$/i;
export const beforeWords =
  (readPerson: (phrase: string) => string | null) =>
  (phrase: string): string | null =>
    BEFORE_WORDS.test(phrase) ? readPerson(phrase) : null;

/** The name as it would be stored for a contact. */
export const withoutFormOfAddress = (person: string): string =>
  ENDS_SO.exec(person)?.[1] ?? BEGINS_SO.exec(person)?.[1] ?? person;

const isAddressed = (phrase: string): boolean => {
  const folded = foldWord(phrase);
  return (
    (ENDS_SO.test(phrase) || BEGINS_SO.test(phrase)) &&
    !NOBODY_ENDINGS.some((word) => folded.endsWith(foldWord(word)))
  );
};

/** The person whom a phrase names before the words of a line, such as `佐藤様`, `Mr. Sato` or `with Sato`. */
export const personIn = (phrase: string): string | null => {
  const named = phrase.replace(/^with /i, '');
  if (isAddressed(named)) return named;
  return named !== phrase && ONE_NAME.test(named) ? named : null;
};

/** Whether several persons are named, as in `佐藤様と鈴木様`. */
const namesSeveral = (person: string): boolean => /様|さん|さま/.test(withoutFormOfAddress(person));

export const onePersonIn = (phrase: string): string | null => {
  const person = personIn(phrase);
  return person === null || namesSeveral(person) ? null : person;
};

/** Whether each word after the title belongs to the name: in `Ms Sato approves` the last one does not. */
const isWholeName = (person: string): boolean =>
  !BEGINS_SO.test(person) || withoutFormOfAddress(person).split(' ').slice(1).every(isCapitalised);

const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

/**
 * Splits `予算待ち 佐藤様` or `waiting for budget, Ms Sato` into the words and the one person named behind them. Null where nobody is
 * named, or where the name belongs to the statement, as in `budget from Ms Sato`.
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
