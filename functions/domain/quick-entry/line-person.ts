/** Finds persons in a line by their forms of address. */
import { type AddressedName, isEnglishTitle, readAddressedName } from './addressed-name';
import { SEPARATORS } from './line-words';
import { ADDRESS_BEGINNINGS, ADDRESS_ENDINGS } from './name-words';
import { LINKING_ENDINGS, LINKING_WORDS, NO_NAMES_BEHIND_WITH, NOT_FAMILY_NAMES } from './quick-entry-words';

/** A single name after `with`, such as `Sato`; `Mr` alone names nobody. */
const ONE_NAME = new RegExp(`^[^\\s${SEPARATORS}]+$`);
const TWO_NAMES = /^(?:\p{Lu}[\p{L}'’-]+|van|von|de|der|di|da|du|del|la|le|bin) \p{Lu}[\p{L}'’-]+$/u;
const WITH = /^(?:with |w\/ ?)/i;
const IS_ADDRESS_ALONE = new RegExp(`^(?:${ADDRESS_BEGINNINGS.join('|')})\\.?$`, 'i');
const ENDING_ALONE = `(?:${ADDRESS_ENDINGS.join('|')})`;

/** Matches the words before a person at the end of a text, with the separator, and the person. */
const AT_THE_END = [
  new RegExp(`^(.*[\\s${SEPARATORS}])([^\\s${SEPARATORS}]+(?:\\s${ENDING_ALONE})?)$`, 'is'),
  new RegExp(`^(.*[\\s${SEPARATORS}])((?:${ADDRESS_BEGINNINGS.join('|')})(?:\\. ?| )\\S+(?: \\S+)?)$`, 'is'),
];

/**
 * A phrase before the words may be a person when it has at most two words besides `with`, as in `佐藤 様` and `with Ms Sato`: of `Ms
 * Sato approves` only `Ms Sato` may be one, and of `Ms Yuki Sato approves` both names belong to it. Where another person follows, as
 * in `Ms Sato and Mr Ito`, it is not the one.
 */
export const beforeWords =
  (readPerson: (phrase: string) => string | null) =>
  (phrase: string, behind: string): string | null =>
    (BEFORE_WORDS.test(phrase) || hasTwoNames(phrase)) && !ANOTHER_PERSON.test(behind)
      ? readPerson(phrase)
      : null;

const BEFORE_WORDS = /^(?:(?:with|to) |w\/ ?)?\S+(?: \S+)?$/i;
const ANOTHER_PERSON = /^(?:and|&|\+) (?:(?:mr|ms|mrs|dr|Mr|Ms|Mrs|Dr|MR|MS)\b|\p{Lu}\p{Ll})/u;
const FORM_OF_ADDRESS = new RegExp(`^(?:${ADDRESS_BEGINNINGS.join('|')})(?:\\. ?| )`, 'i');

const hasTwoNames = (phrase: string): boolean => {
  const named = phrase.replace(WITH, '').replace(/^to /i, '');
  const names = named.replace(FORM_OF_ADDRESS, '');
  return names !== named && TWO_NAMES.test(names) && !NOT_FAMILY_NAMES.test(names);
};

/** The names under which the person may be stored; a person without a form of address is called as is written. */
export const addressedName = (person: string): AddressedName =>
  readAddressedName(person) ?? { names: [person], title: null, rank: null, isSure: true };

const isAddressed = (phrase: string): boolean =>
  !new RegExp(`[${SEPARATORS}]`).test(phrase.replace(/^(\p{L}+)\./u, '$1')) &&
  readAddressedName(phrase) !== null;

/** `佐藤様と鈴木部長`, each of whom is addressed: as written, they are several. */
const namesSeveral = (phrase: string): boolean => {
  const persons = phrase.split(/[と＆&]/);
  return persons.length > 1 && persons.every(isAddressed);
};

/** The person whom a phrase names before the words of a line, such as `佐藤様`, `Mr. Sato` or `with Sato`. */
export const personIn = (phrase: string): string | null => {
  const named = phrase.replace(WITH, '');
  if (named === phrase) {
    const asked = phrase.replace(/^to /i, '');
    return (isAddressed(asked) && !isEnglishTitle(asked)) || namesSeveral(asked) ? asked : null;
  }
  if (isAddressed(named) || namesSeveral(named)) return named;
  const isName = ONE_NAME.test(named)
    ? !IS_ADDRESS_ALONE.test(named) &&
      !isEnglishTitle(`${named} A`) &&
      !NO_NAMES_BEHIND_WITH.includes(named.toLowerCase())
    : TWO_NAMES.test(named) && !NOT_FAMILY_NAMES.test(named);
  return isName ? named : null;
};

export const onePersonIn = (phrase: string): string | null => {
  const person = personIn(phrase);
  return person === null || namesSeveral(person) ? null : person;
};

/** Whether each word after the title belongs to the name: in `Ms Sato approves` the last one does not. */
const isWholeName = (person: string): boolean =>
  addressedName(person).names[0].split(' ').slice(1).every(isCapitalised);

const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Whether a name behind the word belongs to what is said, as in `budget from Ms Sato` and `後任は 佐藤部長`. */
const linksTo = (word: string): boolean =>
  LINKING_WORDS.some((link) => link === word.toLowerCase()) || LINKING_ENDINGS.test(word);

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
    const belongs = words === sentence && linksTo(last);
    if (words !== '' && !belongs && !isAddressed(last)) return { words, person };
  }
  return null;
};
