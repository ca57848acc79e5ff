/** Folds the many spellings of a company's name into keys that are equal where the name is the same. */
import { replaceBehind, replaceInFront, replaceInTheMiddle } from './find-legal-forms';
import { toKatakana } from './kana';
import { keepLatest } from './latest-names';
import { weakenKey } from './weak-key';

const DASHES_DOTS_SPACES = /[\s・·•‧∙⋅゠=‐-―−ー〜~─━⁃˗➖⸺⸻ㅡ_-]/g;
// A cell may hold 50,000 characters; a text longer than this is no name, and no form is looked for in it.
export const LONGEST_NAME = 300;
const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

type FormPosition = 'front' | 'back' | 'middle';

export interface FoldedName {
  /** Equal for the same name in two spellings; never empty, unless the name has no visible character. */
  key: string;
  /** As the key, with old and new kanji, small and large kana, digits, accents and punctuation made one as well. */
  readonly weakKey: string;
  /** In front from the outside in, then behind from the outside in, then in the middle. */
  legalForms: readonly { form: string; position: FormPosition }[];
  /** The name without the legal forms around it, in half width but else as typed; null if nothing else is left. */
  tradeName: string | null;
}

function foldText(text: string): string {
  return toKatakana(text.toLowerCase()).replace(DASHES_DOTS_SPACES, '');
}

/** The weak key of a text that is a trade name already: no legal form is looked for. */
export function weakKeyOf(tradeName: string): string {
  const key = foldText(tradeName);
  return key === '' ? '' : weakenKey(key);
}

/** Marks of trade, which are no part of a name; NFKC would write ™ as two letters. */
const MARKS = /[™℠®©℗]|(?<=\S)[(（](?:TM|SM|R|ＴＭ|Ｒ)[)）]/g;

/** Half width, one space where there are several, nothing invisible, without marks of trade. */
export function plainName(name: string): string {
  const plain = (text: string): string =>
    text.normalize('NFKC').replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();
  return plain(name.replace(MARKS, '')) || plain(name);
}

/** Takes the forms off one end, the outermost first. The last is left where nothing else is. */
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

/** Written out these are no name, whatever stands beside them. */
const FORM_WORDS =
  /^(?:co|company|corp|corporation|inc|incorporated|ltd|limited|llc|plc|gmbh|kabushiki|yugen|godo)\b/i;
const ABBREVIATION = /^\p{sc=Latin}{2,4}$/u;

/** 株式会社TBK is called as Indonesians shorten a form: letters without which nothing would be left. */
const isAbbreviatedName = (rest: string): boolean => ABBREVIATION.test(rest) && !FORM_WORDS.test(rest);

function formsAt(position: FormPosition, forms: readonly string[]): FoldedName['legalForms'] {
  return forms.map((form) => ({ form, position }));
}

const latestFolded = new Map<string, FoldedName>();
const MOST_FOLDED = 200;

/**
 * The keys under which a company is found whatever way its name is written. A form in the middle belongs to the
 * name (日本株式会社設計), and a name that is only a legal form keeps it as its key.
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

/** The weak key takes as long as all else, and often nobody asks for it. */
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
