/** Cleans a cell of what programs put around its value, and of invisible characters. */

/** Invisible characters, which come with cells copied from pages and mails. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;
const NO_BREAK_SPACE = /[\u00a0\u202f\u2007]/g;
/** The form in which Excel keeps a number as text: `="5070001000715"`. */
const TEXT_FORMULA = /^=\s*"((?:[^"]|"")*)"$/;
/** The apostrophe that guards against formulas, as in `'@cosme`, `'+81-3-…`, `'=1+1`, or keeps digits or a Japanese word a text. */
const GUARDED =
  /^'(?=[\s\p{C}]*[=+\-@\u2212＝＋－＠]|[\d-]+$|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}㈱㈲（(][^']*$)/u;
/** Some programs mark a text by it, so that Excel leaves it unchanged. */
const TEXT_MARK = '\u001f';

/** Quotation marks that are not those of CSV: 'Hachi', “Hachi”. */
const QUOTED = /^(?:'([^']+)'|[“”]([^“”]+)[“”]|[‘’]([^‘’]+)[‘’])$/;

/** Skips the cleaning of most cells, which have none of this. */
const NEEDS_CLEANING = /^[ \u3000='“”‘’]|[ \u3000]$|[\u00a0\u00ad\u2007\u200b-\u202f\u2060-\u206f\ufeff]/;

/** Removes outer spaces, including ideographic ones; other characters stay as in the file. */
export const cleanCell = (cell: string): string => {
  if (!cell.startsWith(TEXT_MARK) && !NEEDS_CLEANING.test(cell)) return cell;
  const marked = trimSpaces(withoutInvisible(withoutMark(cell)));
  const inner = TEXT_FORMULA.exec(marked)?.[1];
  if (inner !== undefined) return trimSpaces(withoutMark(inner.replaceAll('""', '"')));
  const [, ...quoted] = QUOTED.exec(marked) ?? [];
  const bare = quoted.find((part) => part !== undefined);
  if (bare !== undefined) return trimSpaces(bare);
  return GUARDED.test(marked) ? trimSpaces(marked.slice(1)) : marked;
};

const withoutMark = (cell: string): string => (cell.startsWith(TEXT_MARK) ? cell.slice(1) : cell);

const withoutInvisible = (cell: string): string => cell.replace(INVISIBLE, '').replace(NO_BREAK_SPACE, ' ');

/** Trims ASCII and ideographic spaces; a regular expression would be slow on a long run of inner spaces. */
export function trimSpaces(value: string): string {
  const isSpace = (at: number): boolean => value[at] === ' ' || value[at] === '\u3000';
  let start = 0;
  let end = value.length;
  while (start < end && isSpace(start)) start++;
  while (end > start && isSpace(end - 1)) end--;
  return value.slice(start, end);
}
