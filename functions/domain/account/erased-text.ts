/** How texts that people wrote are freed of a person: what to look for, and what stands there afterwards. */
import type { Contact } from './account';

/** The text that stands in place of what was erased, in either language. */
export const ERASED_TEXT = '■■';

export type TextEraser = (text: string) => string;

/** What a person is called by in texts. */
export interface PersonWords {
  /** Looked for in every text that people wrote. */
  words: readonly string[];
  /** Beginnings of a name without a space, each of which may be the family name: looked for only as the whole text, or before a title. */
  familyNames: readonly string[];
}

/** Replaces a name of a single character, so that no text grows. */
const ERASED_CHARACTER = '■';

const HONORIFICS = '様|さま|さん|氏|殿|先生|会長|社長|専務|常務|部長|次長|課長|係長|主任|店長|所長|担当';

/** Chinese characters, and the signs that stand for one in names. */
const NAME_WITHOUT_SPACE = /^[\p{Script=Han}々〆ヶ]{2,}$/u;

const withoutSpaces = (text: string): string => text.normalize('NFKC').replace(/[\s・]/g, '');

const isPhone = (text: string): boolean => /^\+?\d{6,}$/.test(text.replace(/[‐-―−ー().-]/g, ''));

/** The character in full width, too, where it has such a form. */
const characterPattern = (character: string): string => {
  const full = /[!-~]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : '';
  return `[${`${character}${full}`.replace(/[\\\]^[-]/g, '\\$&')}]`;
};

/** A word of Latin letters or digits is not looked for within a longer one. */
const WORD_CHARACTER = '[\\p{Script=Latin}\\p{N}]';
const bounded = (first: string, pattern: string, last: string): string => {
  const isWordCharacter = (character: string): boolean => /[\p{Script=Latin}\p{N}]/u.test(character);
  return [
    isWordCharacter(first) ? `(?<!${WORD_CHARACTER})` : '',
    pattern,
    isWordCharacter(last) ? `(?!${WORD_CHARACTER})` : '',
  ].join('');
};

/** Where a name may begin: it is no end of a longer one, as 林 is of 小林, unless a department, a company or a title stands in front. */
const START_OF_NAME = '(?:(?<![\\p{Script=Han}々])|(?<=[部課係室科局所店社院校]|担当|[社部課係店所]長))';

/** Characters that are a name only where they are all of a text, or in front of a title. */
const shortNamePattern = (characters: readonly string[]): RegExp => {
  const pattern = characters.map(characterPattern).join('');
  return new RegExp(`^\\s*${pattern}\\s*$|${START_OF_NAME}${pattern}(?=[\\s・]*(?:${HONORIFICS}))`, 'giu');
};

/** Null where there is nothing to look for. */
const patternOf = (word: string): RegExp | null => {
  const folded = withoutSpaces(word);
  const sought = isPhone(folded) ? folded.replace(/\D/g, '') : folded;
  const characters = [...sought];
  const [first, last] = [characters[0], characters[characters.length - 1]];
  if (first === undefined || last === undefined) return null;
  if (characters.length === 1) return shortNamePattern(characters);
  const between = isPhone(folded) ? '[\\s‐-―−ーｰ－()（）.-]*' : '[\\s・]*';
  return new RegExp(bounded(first, characters.map(characterPattern).join(between), last), 'giu');
};

/** Longer ones first, so that a part of a name leaves nothing of the whole. */
export const sortedWords = (words: readonly string[]): string[] =>
  [...new Set(words.map((word) => word.trim()))]
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

/**
 * Takes the words out of a text: in full or half width, in any case, with or without spaces, a phone number with whatever
 * separates its digits. A single character and a family name that is only guessed are looked for only where they are all of the
 * text, or in front of a title. The text never grows.
 */
export const textEraser = ({ words, familyNames }: PersonWords): TextEraser => {
  const patterns = [
    ...sortedWords(words).flatMap((word) => patternOf(word) ?? []),
    ...sortedWords(familyNames).map((name) => shortNamePattern([...name])),
  ];
  return (text) =>
    patterns.reduce(
      (rest, pattern) =>
        rest.replace(pattern, (match) => ([...match.trim()].length > 1 ? ERASED_TEXT : ERASED_CHARACTER)),
      text,
    );
};

/**
 * What a person is called by in texts: name, mail address, phone number. Of a name in two parts each part, too, unless one of
 * the `others` has it.
 */
export const wordsOf = (versions: readonly Contact[], others: readonly Contact[]): string[] => {
  const names = versions.map(({ name }) => name);
  const otherNames = others.map(({ name }) => withoutSpaces(name));
  const parts = names
    .flatMap((name) =>
      name
        .normalize('NFKC')
        .trim()
        .split(/[\s・]+/),
    )
    .filter((part) => [...part].length > 1 && !/\p{Script=Latin}/u.test(part))
    .filter((part) => otherNames.every((other) => !other.includes(part)));
  const addresses = versions.flatMap(({ email, phone }) => [email ?? '', phone ?? '']);
  return sortedWords([...names, ...parts, ...addresses]).filter((word) => !word.includes(ERASED_TEXT));
};

/** Every beginning of a name without a space, unless one of the `others` has it: how long a family name is, nothing tells. */
export const familyNamesOf = (names: readonly string[], others: readonly Contact[]): string[] => {
  const otherNames = others.map(({ name }) => withoutSpaces(name));
  const beginnings = names
    .map((name) => name.normalize('NFKC').trim())
    .filter((name) => NAME_WITHOUT_SPACE.test(name))
    .flatMap((name) => [...name].slice(1).map((_, index) => [...name].slice(0, index + 1).join('')));
  return sortedWords(beginnings.filter((part) => otherNames.every((other) => !other.includes(part))));
};
