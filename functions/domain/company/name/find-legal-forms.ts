/** Finds the legal forms around and in a name, in any of their spellings. */
import { toHiragana } from './kana';
import { KANJI_SHAPES } from './kanji-shapes';
import { FOREIGN_FORMS, JAPANESE_FORMS } from './legal-forms';

const OPEN = '[(\\[〔【]';
const CLOSE = '[)\\]〕】]';
// Bounded, so that a row of commas costs no more than a name.
const SEPARATORS = '[ .,]{0,4}';
const LETTERS = '\\p{sc=Latin}\\p{N}';

const SHAPES_OF: ReadonlyMap<string, string> = new Map(
  KANJI_SHAPES.flatMap((group) => [...group].map((shape) => [shape, group])),
);

/** One way to write a form, as the source of a regular expression. */
interface FormPattern {
  form: string;
  source: string;
}

/** Each character in any shape or kana, with or without a space behind it: 株 式 會 社. */
function patternOfSpelling(text: string): string {
  return [...text].map((one) => `[${SHAPES_OF.get(one) ?? one + toHiragana(one)}]`).join(' ?');
}

function patternsOfSpellings(
  spellings: (form: (typeof JAPANESE_FORMS)[number]) => readonly string[],
): FormPattern[] {
  return JAPANESE_FORMS.flatMap((row) =>
    spellings(row).map((spelling) => ({ form: row.form, source: patternOfSpelling(spelling) })),
  );
}

function patternsOfShortForms(open: string, close: string): FormPattern[] {
  return JAPANESE_FORMS.flatMap(({ form, short = [] }) =>
    short.map((letters) => ({ form, source: `${open} ?${letters} ?${close}` })),
  );
}

function patternsOfLatinForms(
  forms: readonly { form: string; latin?: readonly string[] }[],
  bounded: (spelling: string) => string,
): FormPattern[] {
  return forms.flatMap(({ form, latin = [] }) =>
    latin.map((spelling) => ({ form, source: bounded(spelling) })),
  );
}

function withOptionalSeparators(spelling: string): string {
  return spelling.split(' ').join(SEPARATORS);
}

function frontLatinPattern(spelling: string): string {
  return `${withOptionalSeparators(spelling)}(?:[ .,]{1,4}|(?![${LETTERS}]))`;
}

/** Zinc does not end in Inc., and U.S.A. not in S.A.; but ASSIST.CO.,LTD. ends in Co., Ltd. */
function backLatinPattern(spelling: string): string {
  const isInitials = /^\w /.test(spelling);
  const boundary = spelling.startsWith('&') ? '' : `(?<![${LETTERS}${isInitials ? '.' : ''}@-])`;
  return `${SEPARATORS}${boundary}${withOptionalSeparators(spelling)}${SEPARATORS}`;
}

/** Puts what `replacement` says of the form in the place of each form that stands where `placed` looks for it. */
function replacer(patterns: readonly FormPattern[], placed: (anyForm: string) => string) {
  // The longest first, so that 一般社団法人 is not taken for 社団法人.
  const ordered = [...patterns].sort((a, b) => b.source.length - a.source.length);
  const anyForm = `(?:${ordered.map(({ source }) => `(${source})`).join('|')})`;
  const pattern = new RegExp(placed(anyForm), 'giu');
  return (name: string, replacement: (form: string) => string): string =>
    name.replace(pattern, (_match: string, ...groups: unknown[]) => {
      const written = ordered[groups.findIndex((group) => group !== undefined)];
      return replacement(written?.form ?? '');
    });
}

const PATTERNS_IN_KANJI_AND_KANA = patternsOfSpellings(({ form, kana = [] }) => [form, ...kana]);

/** Puts what is said of a form in the place of the outermost one in front; spaces and commas behind it go with it. */
export const replaceInFront = replacer(
  [
    ...PATTERNS_IN_KANJI_AND_KANA,
    ...patternsOfShortForms(`${OPEN}?`, CLOSE),
    ...patternsOfLatinForms(JAPANESE_FORMS, frontLatinPattern),
  ],
  (anyForm) => `^${anyForm}[ ,、]{0,4}`,
);

/** The same for the outermost form behind. */
export const replaceBehind = replacer(
  [
    ...PATTERNS_IN_KANJI_AND_KANA,
    ...patternsOfShortForms(OPEN, `${CLOSE}?`),
    ...patternsOfLatinForms([...JAPANESE_FORMS, ...FOREIGN_FORMS], backLatinPattern),
  ],
  (anyForm) => `[ ,、]{0,4}${anyForm}$`,
);

/** The same for every form that stands anywhere. */
export const replaceInTheMiddle = replacer(
  [...patternsOfSpellings(({ form }) => [form]), ...patternsOfShortForms(OPEN, CLOSE)],
  (anyForm) => anyForm,
);
