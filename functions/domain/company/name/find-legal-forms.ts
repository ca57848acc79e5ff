/** Finds the legal forms around a name and within it, in any spelling. */
import { toHiragana } from './kana';
import { KANJI_SHAPES } from './kanji-shapes';
import { FOREIGN_FORMS, FOREIGN_FORMS_IN_FRONT, JAPANESE_FORMS, SHORT_FOREIGN_FORMS } from './legal-forms';

const OPEN = '[(\\[〔【]';
const CLOSE = '[)\\]〕】]';
// Limited, so that a long row of commas costs no more than a name.
const SEPARATORS = '[ .,]{0,4}';
const LETTERS = '\\p{sc=Latin}\\p{N}';

const SHAPES_OF: ReadonlyMap<string, string> = new Map(
  KANJI_SHAPES.flatMap((group) => [...group].map((shape) => [shape, group])),
);

/** A way to write a form, as the source of a regular expression. */
interface FormPattern {
  form: string;
  source: string;
  /** The characters with which it can begin and end, in lower case, without trailing separators. */
  first: string;
  last: string;
}

const LARGE_KANA = new Map([
  ['ャ', 'ヤ'],
  ['ュ', 'ユ'],
  ['ョ', 'ヨ'],
  ['ッ', 'ツ'],
]);

/** Kanji in each of their shapes; kana in both scripts, small ones also written large, as banks do. */
const shapesOf = (one: string): string => {
  const kana = one + (LARGE_KANA.get(one) ?? '');
  return SHAPES_OF.get(one) ?? kana + toHiragana(kana);
};

/** Each character in any shape, optionally followed by a space: 株 式 會 社. */
function patternOfSpelling(form: string, spelling: string): FormPattern {
  const shapes = [...spelling.toLowerCase()].map(shapesOf);
  return {
    form,
    source: shapes.map((one) => `[${one}]`).join(' ?'),
    first: shapes[0] ?? '',
    last: shapes[shapes.length - 1] ?? '',
  };
}

function patternsOfSpellings(
  spellings: (form: (typeof JAPANESE_FORMS)[number]) => readonly string[],
): FormPattern[] {
  return JAPANESE_FORMS.flatMap((row) =>
    spellings(row).map((spelling) => patternOfSpelling(row.form, spelling)),
  );
}

function patternsOfShortForms(open: string, close: string): FormPattern[] {
  return JAPANESE_FORMS.flatMap(({ form, short = [] }) =>
    short.map((letters) => {
      const plain = letters.toLowerCase();
      const source = `${open} ?${letters} ?${close}`;
      return { form, source, first: `([〔【${plain.slice(0, 1)}`, last: `)]〕】${plain.slice(-1)}` };
    }),
  );
}

function patternsOfLatinForms(
  forms: readonly { form: string; latin?: readonly string[] }[],
  bounded: (spelling: string) => string,
): FormPattern[] {
  return forms.flatMap(({ form, latin = [] }) =>
    latin.map((spelling) => ({
      form,
      source: bounded(spelling),
      first: spelling.slice(0, 1),
      last: spelling.slice(-1),
    })),
  );
}

function withOptionalSeparators(spelling: string): string {
  return spelling
    .split(' ')
    .map((part) => part.replace(/[+()]/g, '\\$&'))
    .join(SEPARATORS);
}

function frontLatinPattern(spelling: string): string {
  return `${withOptionalSeparators(spelling)}(?:[ .,]{1,4}|(?![${LETTERS}]))`;
}

/** Zinc does not end in Inc. and U.S.A. not in S.A., but ASSIST.CO.,LTD. ends in Co., Ltd. */
function backLatinPattern(spelling: string): string {
  const isInitials = /^\w /.test(spelling);
  const boundary = spelling.startsWith('&') ? '' : `(?<![${LETTERS}${isInitials ? '.' : ''}@-])`;
  return `${SEPARATORS}${boundary}${withOptionalSeparators(spelling)}${SEPARATORS}`;
}

function shortBackPattern(spelling: string): string {
  return `(?<=[${LETTERS})])[ .,]{1,4}${withOptionalSeparators(spelling)}${SEPARATORS}`;
}

function shortFrontPattern(spelling: string): string {
  return `${withOptionalSeparators(spelling)}[ .,]{1,4}(?=["'“«]?[\\p{sc=Latin}\\p{sc=Cyrillic}]{2})`;
}

type FormReplacer = (name: string, replacement: (form: string) => string) => string;

const unchanged: FormReplacer = (name) => name;

/** Replaces each form that `placed` finds by what `replacement` returns for it. */
function replacer(patterns: readonly FormPattern[], placed: (anyForm: string) => string): FormReplacer {
  if (patterns.length === 0) return unchanged;
  // Longest first, so that 一般社団法人 is not read as 社団法人.
  const ordered = [...patterns].sort((a, b) => b.source.length - a.source.length);
  const anyForm = `(?:${ordered.map(({ source }) => `(${source})`).join('|')})`;
  const pattern = new RegExp(placed(anyForm), 'giu');
  return (name, replacement) =>
    name.replace(pattern, (_match: string, ...groups: unknown[]) => {
      const written = ordered[groups.findIndex((group) => group !== undefined)];
      return replacement(written?.form ?? '');
    });
}

/** Tries only those of the hundreds of patterns that can begin, or end, with the name's own character. */
function replacerAtEdge(
  patterns: readonly FormPattern[],
  edge: 'first' | 'last',
  placed: (anyForm: string) => string,
): FormReplacer {
  const replacers = new Map<string, FormReplacer>();
  const edges = new Set(patterns.flatMap((pattern) => [...pattern[edge]]));
  return (name, replacement) => {
    const one = edge === 'first' ? firstCharacter(name) : lastCharacter(name);
    if (!edges.has(one)) return name;
    const known = replacers.get(one);
    if (known !== undefined) return known(name, replacement);
    const replace = replacer(
      patterns.filter((pattern) => pattern[edge].includes(one)),
      placed,
    );
    replacers.set(one, replace);
    return replace(name, replacement);
  };
}

const firstCharacter = (name: string): string => name.charAt(0).toLowerCase();

const SEPARATOR = ' .,、';

const lastCharacter = (name: string): string => {
  let end = name.length - 1;
  while (end > 0 && SEPARATOR.includes(name.charAt(end))) end -= 1;
  return name.charAt(end).toLowerCase();
};

const PATTERNS_IN_KANJI_AND_KANA = patternsOfSpellings(({ form, kana = [] }) => [form, ...kana]);

/** Replaces the outermost form before the name, with the spaces and commas behind it. */
export const replaceInFront = replacerAtEdge(
  [
    ...PATTERNS_IN_KANJI_AND_KANA,
    ...patternsOfShortForms(`${OPEN}?`, CLOSE),
    ...patternsOfLatinForms(JAPANESE_FORMS, frontLatinPattern),
    ...patternsOfLatinForms(FOREIGN_FORMS_IN_FRONT, shortFrontPattern),
  ],
  'first',
  (anyForm) => `^${anyForm}[ ,、]{0,4}`,
);

/** Replaces the outermost form after the name. */
export const replaceBehind = replacerAtEdge(
  [
    ...PATTERNS_IN_KANJI_AND_KANA,
    ...patternsOfShortForms(OPEN, `${CLOSE}?`),
    ...patternsOfLatinForms([...JAPANESE_FORMS, ...FOREIGN_FORMS], backLatinPattern),
    ...patternsOfLatinForms(SHORT_FOREIGN_FORMS, shortBackPattern),
  ],
  'last',
  (anyForm) => `[ ,、]{0,4}${anyForm}$`,
);

const MIDDLE_PATTERNS = [...patternsOfSpellings(({ form }) => [form]), ...patternsOfShortForms(OPEN, CLOSE)];
const replaceAnywhere = replacer(MIDDLE_PATTERNS, (anyForm) => anyForm);
const MAY_STAND_ANYWHERE = new RegExp(
  `[${[
    ...new Set(
      MIDDLE_PATTERNS.flatMap(({ source, last }) => [...(source.endsWith(CLOSE) ? ')]〕】' : last)]),
    ),
  ]
    .map((one) => (one === ']' ? '\\]' : one))
    .join('')}]`,
  'iu',
);

/** Replaces every form, wherever it stands. */
export const replaceInTheMiddle: FormReplacer = (name, replacement) =>
  MAY_STAND_ANYWHERE.test(name) ? replaceAnywhere(name, replacement) : name;
