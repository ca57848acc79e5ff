/** Folds the many spellings of a company's name into keys that are equal for the same name. */
import { replaceBehind, replaceInFront, replaceInTheMiddle } from './find-legal-forms';
import { toKatakana } from './kana';
import { keepLatest } from './latest-names';
import { weakenKey } from './weak-key';

const DASHES_DOTS_SPACES = /[\s・·•‧∙⋅゠=‐-―−ー〜~─━⁃˗➖⸺⸻ㅡ_-]/g;
// A cell may hold 50,000 characters; a text longer than this is no name, and is not searched for a legal form.
export const LONGEST_NAME = 300;
const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

type FormPosition = 'front' | 'back' | 'middle';

export interface FoldedName {
  /** Equal for two spellings of the same name; empty only if the name has no visible character. */
  key: string;
  /** The key with old and new kanji, small and large kana, digits, accents and punctuation unified as well. */
  readonly weakKey: string;
  /** First those before the name from the outside in, then those after it from the outside in, then those in the middle. */
  legalForms: readonly { form: string; position: FormPosition }[];
  /** The name without the legal forms around it, in half width but otherwise as typed; null if nothing is left. */
  tradeName: string | null;
}

function foldText(text: string): string {
  return toKatakana(text.toLowerCase()).replace(DASHES_DOTS_SPACES, '');
}

/** The weak key of a trade name; it is not searched for legal forms. */
export function weakKeyOf(tradeName: string): string {
  const key = foldText(tradeName);
  return key === '' ? '' : weakenKey(key);
}

/** Trademark signs are no part of a name, and NFKC would turn ™ into two letters. */
const MARKS = /[™℠®©℗]|(?<=\S)[(（](?:TM|SM|R|ＴＭ|Ｒ)[)）]/g;

/** Half width, single spaces, without invisible characters and trademark signs. */
export function plainName(name: string): string {
  const plain = (text: string): string =>
    text.normalize('NFKC').replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();
  return plain(name.replace(MARKS, '')) || plain(name);
}

/** Removes the forms from one end, the outermost first; the last one stays where nothing else would. */
function stripForms(name: string, replace: typeof replaceInFront) {
  const forms: string[] = [];
  let rest = name;
  for (;;) {
    const before = forms.length;
    const left = replace(rest, (form) => {
      forms.push(form);
      return '';
    }).trim();
    if (forms.length === before) return { forms, rest, onlyForms: false };
    if (foldText(left) === '') return { forms, rest, onlyForms: true };
    rest = left;
  }
}

/** Written out, these are always legal forms and never a name. */
const FORM_WORDS =
  /^(?:co|company|corp|corporation|inc|incorporated|ltd|limited|llc|plc|gmbh|kabushiki|yugen|godo)\b/i;
const ABBREVIATION = /^\p{sc=Latin}{2,4}$/u;

/** In 株式会社TBK the letters are the name, although they are an Indonesian legal form: otherwise nothing would be left. */
const isAbbreviatedName = (rest: string): boolean => ABBREVIATION.test(rest) && !FORM_WORDS.test(rest);

function formsAt(position: FormPosition, forms: readonly string[]): FoldedName['legalForms'] {
  return forms.map((form) => ({ form, position }));
}

const latestFolded = new Map<string, FoldedName>();
const MOST_FOLDED = 200;

/**
 * The keys by which a company is found however its name is written. A form in the middle belongs to the name (日本株式会社設計), and a
 * name that is only a legal form keeps it as its key.
 */
export function foldCompanyName(name: string): FoldedName {
  return name.length > LONGEST_NAME ? foldAnew(name) : keepLatest(latestFolded, MOST_FOLDED, name, foldAnew);
}

function foldAnew(name: string): FoldedName {
  const plain = plainName(name);
  if (plain.length > LONGEST_NAME) {
    const key = foldText(plain) || plain.toLowerCase();
    return foldedName(key, [], plain);
  }
  const front = stripForms(plain, replaceInFront);
  const back = front.onlyForms ? { ...front, forms: [] } : stripForms(front.rest, replaceBehind);
  const isOnlyForms = back.onlyForms && !isAbbreviatedName(back.rest);
  const middle: string[] = [];
  const spelledOneWay = isOnlyForms
    ? back.rest
    : replaceInTheMiddle(back.rest, (form) => {
        middle.push(form);
        return form;
      });
  const key = foldText(spelledOneWay) || plain.toLowerCase();
  const legalForms = [
    ...formsAt('front', front.onlyForms && !isOnlyForms ? front.forms.slice(0, -1) : front.forms),
    ...formsAt('back', back.onlyForms && !isOnlyForms ? back.forms.slice(0, -1) : back.forms),
    ...formsAt('middle', middle),
  ];
  return foldedName(key, legalForms, isOnlyForms || plain === '' ? null : back.rest);
}

/** The weak key is made on demand: it takes as long as everything else, and is often not needed. */
function foldedName(key: string, legalForms: FoldedName['legalForms'], tradeName: string | null): FoldedName {
  let weakKey: string | undefined;
  return {
    key,
    get weakKey() {
      weakKey ??= weakenKey(key);
      return weakKey;
    },
    legalForms,
    tradeName,
  };
}
