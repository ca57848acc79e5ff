/**
 * Finds names by the initials of their English name: MUFG for Mitsubishi UFJ Financial Group, JR貨物 for 日本貨物鉄道, Japan Freight
 * Railway.
 */
import { foldCompanyName, weakKeyOf } from './company-name';
import { KANJI_FIRST_WORDS } from './trade-words';

/** Words that do not count for initials. */
const SMALL_WORDS = new Set('a an and at for in of on the to'.split(' '));
const FORMS = new Set(['limited', 'company', 'corporation']);
const WORD = /[\p{sc=Latin}\p{N}'’]+/gu;
const IS_LATIN = /^[\p{sc=Latin}\p{N}\p{P}\p{S}\p{Z}]+$/u;
const SHORTEST = 2;
const LONGEST = 8;
/** An acronym may leave out later words once it covers this many: JASRAC leaves out "Publishers". */
const ENOUGH_WORDS = 4;
/** The most letters of one word in an acronym. */
const MOST_OF_WORD = 3;
/** In an acronym of this length or more, some letters may be further letters of one word. */
const LONG_ACRONYM = 5;

const wordsOf = (text: string): string[] =>
  (text.normalize('NFKC').toLowerCase().match(WORD) ?? []).filter((word) => !SMALL_WORDS.has(word));

const initialsOf = (words: readonly string[]): string => words.map(([first = '']) => first).join('');

/**
 * The words of an English name, without and with its legal form where that is written out: TEL is Tokyo Electron Limited.
 * Abbreviated forms are left out, since too many names end in Holdings Inc.
 */
const acronymWords = (text: string): string[][] => {
  if (!IS_LATIN.test(text)) return [];
  const words = wordsOf(foldCompanyName(text).tradeName ?? text);
  if (words.length < 2) return [];
  const [form] = wordsOf(text).slice(words.length);
  return form !== undefined && FORMS.has(form) ? [words, [...words, form]] : [words];
};

const isAsLong = ({ length }: string): boolean => length >= SHORTEST && length <= LONGEST;

/** The acronyms that are stored for an English name. */
export const acronymKeys = (text: string): string[] => {
  const all = acronymWords(text).map(initialsOf);
  const [whole = ''] = all;
  const beginnings = Array.from({ length: whole.length }, (_, length) => whole.slice(0, length)).filter(
    ({ length }) => length >= ENOUGH_WORDS,
  );
  return [...new Set([...all, ...beginnings])].filter(isAsLong);
};

const IS_ACRONYM = /^[a-z]+$/;

/** The stored acronyms that the typed one may be; empty where the text is no acronym. */
export const acronymQueryKeys = (weakKey: string): string[] => {
  if (!IS_ACRONYM.test(weakKey) || !isAsLong(weakKey)) return [];
  const letters = [...weakKey];
  const shorter =
    letters.length < LONG_ACRONYM
      ? []
      : letters.slice(1).map((_, index) => letters.filter((__, at) => at !== index + 1).join(''));
  return [...new Set([weakKey, ...shorter])];
};

/**
 * Whether the letters are made of a beginning of each word, in their order; the last words may be left out where enough are
 * covered.
 */
const areSpelled = (letters: string, words: readonly string[], named = 0): boolean => {
  if (letters === '') return words.length === 0 || named >= ENOUGH_WORDS;
  const [word = '', ...rest] = words;
  for (let length = Math.min(MOST_OF_WORD, word.length); length > 0; length -= 1)
    if (letters.startsWith(word.slice(0, length)) && areSpelled(letters.slice(length), rest, named + 1))
      return true;
  return false;
};

/** Whether a typed weak key is an acronym of that English name. */
export const isAcronymOf = (weakKey: string, text: string): boolean =>
  IS_ACRONYM.test(weakKey) &&
  isAsLong(weakKey) &&
  acronymWords(text).some((words) => areSpelled(weakKey, words));

const INITIALS_AND_NAME = /^([a-z]{2,3})([^a-z\d].+)$/;
const FIRST_WORDS = KANJI_FIRST_WORDS.map(({ kanji }) => weakKeyOf(kanji));
const HEAD = 2;
const headOf = (weakKey: string): string => [...weakKey].slice(0, HEAD).join('');

/** Letters that may stand for a company beside a part of its name: the first, the last, or the outermost initials. */
const initialsPrefixesOf = (text: string): string[] => {
  const [words = []] = acronymWords(text);
  const initials = initialsOf(words);
  if (initials.length < SHORTEST) return [];
  const lengths = [2, 3].filter((length) => length <= initials.length);
  return [
    ...new Set([
      ...lengths.flatMap((length) => [initials.slice(0, length), initials.slice(-length)]),
      initials.slice(0, 1) + initials.slice(-1),
    ]),
  ];
};

/** The name, and the name without a common first word: 日本貨物鉄道 and 貨物鉄道. */
const partsOf = (weakKey: string): string[] => [
  weakKey,
  ...FIRST_WORDS.flatMap((word) =>
    weakKey.startsWith(word) && [...weakKey].length >= word.length + HEAD ? [weakKey.slice(word.length)] : [],
  ),
];

/** Keys that are stored for a Japanese name with an English one; empty for a name with Latin letters. */
export const initialsPrefixKeys = (weakKey: string, englishName: string): string[] =>
  /[a-z]/.test(weakKey)
    ? []
    : partsOf(weakKey).flatMap((part) =>
        initialsPrefixesOf(englishName).map((initials) => `${headOf(part)}…${initials}`),
      );

/** Keys to search for a typed name such as JR東海. */
export const initialsPrefixQueryKeys = (weakKey: string): string[] => {
  const [, initials, part] = INITIALS_AND_NAME.exec(weakKey) ?? [];
  return initials === undefined || part === undefined ? [] : [`${headOf(part)}…${initials}`];
};

export const isPrefixedByInitials = (typed: string, weakKey: string, englishName: string): boolean => {
  const [, initials = '', part = ''] = INITIALS_AND_NAME.exec(typed) ?? [];
  return (
    part !== '' &&
    partsOf(weakKey).some((one) => one.startsWith(part)) &&
    initialsPrefixesOf(englishName).includes(initials)
  );
};
