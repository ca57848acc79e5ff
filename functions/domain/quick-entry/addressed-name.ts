/** What of a person's form of address is the name: `営業部佐藤課長様` is 佐藤. What may be split in several ways has several names. */
import { foldWord } from '../text/fold-word';
import {
  ADDRESS_BEGINNINGS,
  ADDRESS_ENDINGS,
  ENGLISH_TITLES,
  JOB_TITLES,
  NO_NAMES,
  NOBODY_ENDINGS,
  PLACE_TITLES,
  PRODUCT_NAMES,
  ROLE_WORDS,
  ROLE_WORDS_OR_NAMES,
} from './name-words';

export interface AddressedName {
  /** What the name may be, the longest first; never empty. */
  names: readonly [string, ...string[]];
  /** Null where no job is named. */
  title: string | null;
  /** The last word of the title: 部長 of 営業本部長. */
  rank: string | null;
  /** Whether nothing else than the one name can be meant. */
  isSure: boolean;
}

const anyOf = (words: readonly string[]): string =>
  [...words].sort((one, other) => other.length - one.length).join('|');

const ENDING = new RegExp(`^(\\S+?) ?(?:${anyOf(ADDRESS_ENDINGS)})$`, 'i');
const TITLE = new RegExp(`^(.*?)(${anyOf([...JOB_TITLES, ...PLACE_TITLES])})$`);
/** With the words of an organisation behind a department: 営業部, 営業本部第一課. */
const ROLE = `(?:${anyOf(ROLE_WORDS)})(?:本部|部|課|室|係|局)?`;
const ROLES_BEFORE = new RegExp(`^(?:${ROLE})+の?`);
const ROLES_BEHIND = new RegExp(`^(.*?)(?:${ROLE})+$`);
const PERHAPS_ROLE_BEHIND = new RegExp(`^(.+?)(?:${ROLE_WORDS_OR_NAMES.join('|')})$`);
const escaped = (word: string): string => word.replace(/[()]/g, '\\$&');
const HAS_NO_NAME = new RegExp(
  anyOf([...NO_NAMES, ...ROLE_WORDS.filter((word) => word.length > 1)].map(escaped)),
);
const IS_ROLE = new RegExp(`^(?:${ROLE_WORDS_OR_NAMES.join('|')})$`);
const IS_PLACE = new RegExp(`(?:${PLACE_TITLES.join('|')})$`);

const LETTER = '\\p{sc=Han}\\p{sc=Katakana}a-z々ー';
/** A particle between two words makes them a sentence: 決裁者は田中. */
const HAS_PARTICLE = new RegExp(`[${LETTER}](?:は|が|を|に|へ|と|で|も|の|から|より|まで)[${LETTER}]`, 'iu');
/** Of kanji or katakana, or in Latin letters as names are written; a title names nobody whose name is in hiragana. */
const BEFORE_TITLE = /^(?:[\p{sc=Han}々ヶケノ]{1,6}|[\p{sc=Katakana}ー・]{2,}|\p{Lu}\p{Ll}[\p{L}'-]*)$/u;

const mayBeName = (name: string, title: string | null): boolean =>
  name !== '' &&
  !HAS_NO_NAME.test(name) &&
  !HAS_PARTICLE.test(name) &&
  (title === null || (BEFORE_TITLE.test(name) && !IS_ROLE.test(name)));

const withoutEnding = (person: string): string => {
  for (let rest = person; ; ) {
    const shorter = ENDING.exec(rest)?.[1];
    if (shorter === undefined) return rest;
    rest = shorter;
  }
};

/** `佐藤様`, `佐藤部長` or `総務の佐藤さん`; null where nobody is named, as by 社長 or 来週社長. */
const readJapanese = (person: string): AddressedName | null => {
  const plain = withoutEnding(person);
  const folded = foldWord(person);
  const isAddressed = plain !== person;
  const [, before, title = null] = TITLE.exec(plain) ?? [];
  if ((!isAddressed && title === null) || NOBODY_ENDINGS.some((word) => folded.endsWith(foldWord(word))))
    return null;
  const named = (before ?? plain).replace(ROLES_BEFORE, '');
  const longest = title === null ? named : (ROLES_BEHIND.exec(named)?.[1] ?? named);
  const shorter =
    title === null || HAS_NO_NAME.test(longest) ? undefined : PERHAPS_ROLE_BEHIND.exec(longest)?.[1];
  const [name, ...others] = [longest, shorter].filter((one) => one !== undefined && mayBeName(one, title));
  return name === undefined
    ? null
    : {
        names: [name, ...others.flatMap((one) => one ?? [])],
        title: title === null ? null : plain.slice(plain.indexOf(longest) + longest.length),
        rank: title,
        isSure: others.length === 0 && !(title !== null && IS_PLACE.test(title)),
      };
};

const BEGINNING = new RegExp(
  `^(?:(${ADDRESS_BEGINNINGS.join('|')})(?:\\. ?| )|(${ENGLISH_TITLES.join('|')}) )(\\S+(?: \\S+)?)$`,
  'i',
);
const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Whether a job is named before the name, which only `with` makes a person: a `President Hotel` is none. */
export const isEnglishTitle = (phrase: string): boolean => BEGINNING.exec(phrase)?.[2] !== undefined;

/** `Mr. Sato`, `Ms Yuki Sato` or `Director Sato`; null for `MS Office` or `miss deadline`. */
const readEnglish = (person: string): AddressedName | null => {
  const [, address, title = null, name = ''] = BEGINNING.exec(person) ?? [];
  const isProduct = PRODUCT_NAMES.some((word) => word === name.split(' ')[0]?.toLowerCase());
  const needsCapital = address === undefined || address.toLowerCase() === 'miss';
  if (name === '' || isProduct || (needsCapital && !isCapitalised(name))) return null;
  return { names: [name], title, rank: title, isSure: true };
};

/** The Japanese job titles in a text. */
export const ranksIn = (title: string): string[] =>
  [...JOB_TITLES, ...PLACE_TITLES].filter((rank) => title.includes(rank));

/** Null where nobody is addressed. */
export const readAddressedName = (person: string): AddressedName | null =>
  readEnglish(person) ?? readJapanese(person);
