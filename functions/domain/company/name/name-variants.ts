/**
 * Further ways to read one company name: abbreviations, Latin letters spelled in katakana, the name in brackets, the name
 * without a branch. All are weak: two companies may share one.
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
/** A bar between two spellings. */
const BARS = / ?[|/¦│_] ?/;

/** What a text with brackets or bars says of itself: the name without them, and what stands in them. */
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

/** As in (一社). */
const isOnlyForm = (text: string): boolean => foldCompanyName(`(${text})`).tradeName === null;

/** Without bullet, honorific and branch: what a person pastes from an envelope, a mail or a list. */
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

/** 株式会社ドウシシャ is no company in a branch office. */
function withoutBranch(name: string, branch: RegExp): string {
  const rest = name.replace(branch, '');
  return rest === name || foldCompanyName(rest).tradeName === null ? name : rest;
}

const MARKS = /[\s?!※*★☆●○◎◆◇■□†‡♪✓#]+$/u;

/** 夢展望株式会社※: what a list marks a company with, or what is left of a ™ that its encoding lacks; a name may end with a mark of its own. */
function withoutMarksBehindForm(name: string): string {
  const bare = name.replace(MARKS, '');
  const isBehindForm =
    bare !== name && foldCompanyName(bare).legalForms.some(({ position }) => position === 'back');
  return isBehindForm ? bare : name;
}

const FORM_END = '\u0001';

/** アシスト(カ)トウキヨウシテン: what stands behind the legal form, where that is a branch. */
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

/** Letters that a run of katakana begins with, and where each ends. */
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

/** All letters that can be read, less `spared` at the end of each longer run: エヌティティデータ is NTT + データ, not NTTD + タ. */
function kanaToLetters(text: string, spared: number): string {
  return text.replace(KATAKANA_RUN, (run) => {
    const { letters, ends } = leadingLetters(run);
    const isWhole = ends[ends.length - 1] === run.length;
    const count = isWhole ? letters.length : letters.length - spared;
    return count <= 0 ? run : letters.slice(0, count) + run.slice(ends[count - 1]);
  });
}

/** Letters at the end of longer runs: スカパージェイエスエーティー is スカパー + JSAT. */
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

/** ASSISTCO.,LTD.: forms that stick to a Latin name, which the strong key takes for a part of it. */
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

/** ソニーG, 日産H: letters that papers shorten the last word to. */
const SHORT_ENDING = /(?<=[^ -ɏ])[gh]$/;
const KANJI_NUMBER = /[〇一二三四五六七八九十百千]*[十百千][〇一二三四五六七八九十百千]*/g;
const KANJI_UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** 百十四 is 114; a single unit, as in 千葉 or 十勝, stays. */
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

/** Müller is Mueller where there is no ü; the weak key has Muller. */
const umlautVariants = (words: string): string[] => {
  const spelled = words.replace(ANY_UMLAUT, (letter) => UMLAUTS.get(letter) ?? letter);
  return spelled === words ? [] : [spelled];
};

/** Keys of a trade name beside its weak key, the surest first. */
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
  // Of most names all are one.
  const keys = [...new Set(variants)].map((variant) => weakKeyOf(withoutGluedForm(variant)));
  return [...new Set(keys)].filter((key) => key !== '');
}
