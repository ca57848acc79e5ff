/**
 * Further readings of a company's name: abbreviations, Latin letters spelled in katakana, the name in brackets, the name without
 * a branch. All are weak: two companies may share one.
 */
import { foldCompanyName, LONGEST_NAME, plainName, weakKeyOf } from './company-name';
import { replaceInTheMiddle } from './find-legal-forms';
import { toKatakana } from './kana';
import {
  BRANCH_ALONE,
  BRANCH_ENDINGS,
  HONORIFIC,
  LETTER_NAMES,
  LIST_BULLET,
  NAME_LABEL,
  NAME_WORDS,
} from './name-words';

const BRACKETS = /[([〔【〈<《「『](.*?)[)\]〕】〉>》」』]/g;
const UNCLOSED = /[([〔【〈](?:[^)\]〕】〉]*)$/;
const HAS_ASIDE = /[([〔【〈<《「『|/¦│_]/;
const SHORTEST_ASIDE = 2;
/** A bar between two spellings of a name. */
const BARS = / ?[|/¦│_] ?/;

/** Splits a text with brackets or bars into the name outside and the texts inside. */
export function splitAsides(name: string): { outside: string; inside: readonly string[] } {
  const plain = plainName(name);
  if (plain.length > LONGEST_NAME || !HAS_ASIDE.test(plain)) return { outside: plain, inside: [] };
  const inside: string[] = [];
  const take = (_: string, said: string): string => {
    inside.push(...said.split(/[、;,] ?/).map((one) => one.trim().replace(NAME_LABEL, '').trim()));
    return ' ';
  };
  const without = plain.replace(BRACKETS, take).replace(UNCLOSED, ' ').trim();
  const [outside = '', ...others] = without.split(BARS).map((part) => part.replace(/ +/g, ' ').trim());
  const kept = [...inside, ...others].filter(
    (one) => weakKeyOf(one).length >= SHORTEST_ASIDE && !isOnlyForm(one) && !BRANCH_ALONE.test(one),
  );
  return { outside: outside === '' ? plain : outside, inside: kept };
}

/** For brackets that hold only a legal form, as in (一社). */
const isOnlyForm = (text: string): boolean => foldCompanyName(`(${text})`).tradeName === null;

/** The name without bullet, honorific and branch, as it is pasted from an envelope, a mail or a list. */
export function withoutSurroundings(name: string): string {
  let rest = plainName(name);
  if (rest.length > LONGEST_NAME) return rest;
  rest = rest.replace(LIST_BULLET, '');
  for (;;) {
    const before = rest;
    rest = rest.replace(HONORIFIC, '');
    for (const branch of BRANCH_ENDINGS) rest = withoutBranch(rest, branch);
    rest = withoutBranchBehindForm(withoutMarksBehindForm(rest.trim()));
    if (rest === '') return before;
    if (rest === before) return rest;
  }
}

/** 株式会社ドウシシャ must not be read as a branch office (支社). */
function withoutBranch(name: string, branch: RegExp): string {
  const rest = name.replace(branch, '');
  return rest === name || foldCompanyName(rest).tradeName === null ? name : rest;
}

const MARKS = /[\s?!※*★☆●○◎◆◇■□†‡♪✓#]+$/u;

/**
 * Removes marks that follow a legal form, as in 夢展望株式会社※: a list's own mark, or a damaged ™. A name without a form at its end
 * keeps them.
 */
function withoutMarksBehindForm(name: string): string {
  const bare = name.replace(MARKS, '');
  const isBehindForm =
    bare !== name && foldCompanyName(bare).legalForms.some(({ position }) => position === 'back');
  return isBehindForm ? bare : name;
}

const FORM_END = '\u0001';

/** Removes what follows the legal form where that is a branch, as in アシスト(カ)トウキヨウシテン. */
function withoutBranchBehindForm(name: string): string {
  const parts = replaceInTheMiddle(name, (form) => form + FORM_END).split(FORM_END);
  const behind = parts.pop() ?? '';
  const company = parts.join('');
  const isBranch = BRANCH_ALONE.test(behind) && foldCompanyName(company).tradeName !== null;
  return isBranch ? company : name;
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const isLatin = (text: string): boolean => /^[a-z']/.test(text);
const WORD_PATTERNS: readonly [pattern: RegExp, standard: string][] = Object.entries(NAME_WORDS).map(
  ([standard, spellings]) => [
    new RegExp(
      spellings
        .map((spelling) =>
          isLatin(spelling) ? `\\b${escapePattern(spelling)}\\b\\.?` : escapePattern(spelling),
        )
        .join('|'),
      'g',
    ),
    standard,
  ],
);

const LETTER_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(LETTER_NAMES).flatMap(([letter, names]) => names.map((name) => [name, letter])),
);
const ANY_LETTER = new RegExp(
  [...LETTER_OF.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|'),
  'y',
);
const KATAKANA_RUN = /[ァ-ヶー]+/g;

/** The letters with which a run of katakana begins, and where each of them ends. */
function leadingLetters(run: string): { letters: string; ends: number[] } {
  let letters = '';
  const ends: number[] = [];
  ANY_LETTER.lastIndex = 0;
  for (let found = ANY_LETTER.exec(run); found !== null; found = ANY_LETTER.exec(run)) {
    letters += LETTER_OF.get(found[0]) ?? '';
    ends.push(ANY_LETTER.lastIndex);
  }
  return { letters, ends };
}

/**
 * Replaces all readable letter names except `spared` ones at the end of each longer run: エヌティティデータ is NTT + データ and not NTTD + タ.
 */
function kanaToLetters(text: string, spared: number): string {
  return text.replace(KATAKANA_RUN, (run) => {
    const { letters, ends } = leadingLetters(run);
    const isWhole = ends[ends.length - 1] === run.length;
    const count = isWhole ? letters.length : letters.length - spared;
    return count <= 0 ? run : letters.slice(0, count) + run.slice(ends[count - 1]);
  });
}

/** Replaces letter names at the end of longer runs: スカパージェイエスエーティー is スカパー + JSAT. */
function trailingKanaToLetters(text: string): string {
  return text.replace(KATAKANA_RUN, (run) => {
    for (let at = 1; at < run.length; at += 1) {
      const { letters, ends } = leadingLetters(run.slice(at));
      if (letters.length >= FEWEST_TRAILING && ends[ends.length - 1] === run.length - at)
        return run.slice(0, at) + letters;
    }
    return run;
  });
}

const FEWEST_TRAILING = 2;
const GLUED_FORM =
  /(?:co,?\.?,?ltd|ltd|limited|incorporated|corporation|company|kaisha|[.,]? ?inc\.|co\.|corp\.)[.,]*$/;
const SHORTEST_GLUED = 2;

/**
 * Removes a legal form that is attached to a Latin name, as in ASSISTCO.,LTD.; the strong key takes it for a part of the name.
 */
function withoutGluedForm(text: string): string {
  if (!IS_LATIN.test(text)) return text;
  let rest = text.trim();
  for (let found = GLUED_FORM.exec(rest); found !== null; found = GLUED_FORM.exec(rest)) {
    if (found.index < SHORTEST_GLUED) break;
    rest = rest.slice(0, found.index);
  }
  return rest;
}

const IS_LATIN = /^[\u0020-\u024f]+$/;

/** Letters to which papers shorten the last word: ソニーG, 日産H. */
const SHORT_ENDING = /(?<=[^ -ɏ])[gh]$/;
const KANJI_NUMBER = /[〇一二三四五六七八九十百千]*[十百千][〇一二三四五六七八九十百千]*/g;
const KANJI_UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** 百十四 becomes 114; a single unit stays, as in 千葉 or 十勝. */
function kanjiNumberToDigits(kanji: string): string {
  if (kanji.length < 2) return kanji;
  let sum = 0;
  let digit: number | null = null;
  for (const one of kanji) {
    const unit = KANJI_UNITS.get(one);
    if (unit === undefined) digit = '〇一二三四五六七八九'.indexOf(one);
    else {
      sum += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return String(sum + (digit ?? 0));
}

const UMLAUTS = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ø', 'oe'],
  ['ü', 'ue'],
  ['å', 'aa'],
]);
const ANY_UMLAUT = new RegExp(`[${[...UMLAUTS.keys()].join('')}]`, 'g');

/** Müller may be typed Mueller; the weak key has Muller. */
const umlautVariants = (words: string): string[] => {
  const spelled = words.replace(ANY_UMLAUT, (letter) => UMLAUTS.get(letter) ?? letter);
  return spelled === words ? [] : [spelled];
};

/** The keys of a trade name beside its weak key, the surest first. */
export function variantKeys(tradeName: string): string[] {
  if (tradeName.length > LONGEST_NAME) return [];
  const kana = toKatakana(tradeName.toLowerCase()).replace(/[ｰ‐‑‒–—―−-](?=[ァ-ヺ]|$)/g, 'ー');
  const words = WORD_PATTERNS.reduce(
    (text, [pattern, standard]) => text.replace(pattern, `${standard} `),
    kana
      .replace(/^the /, '')
      .replace(SHORT_ENDING, (short) => (short === 'g' ? 'グループ' : 'ホールディングス'))
      .replace(KANJI_NUMBER, kanjiNumberToDigits)
      .replace(/\biii\b/g, '3')
      .replace(/\bii\b/g, '2')
      .replace(/\biv\b/g, '4'),
  );
  const variants = [
    words,
    kanaToLetters(words, 0),
    kanaToLetters(words, 1),
    trailingKanaToLetters(words),
    ...umlautVariants(words),
  ];
  // For most names all variants are equal.
  const keys = [...new Set(variants)].map((variant) => weakKeyOf(withoutGluedForm(variant)));
  return [...new Set(keys)].filter((key) => key !== '');
}
