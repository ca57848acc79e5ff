/** One field of a CSV file, as in RFC 4180, that no spreadsheet program takes for a formula. */

/** What a formula may begin with, also after blanks and characters that nobody sees; full-width forms count as their narrow ones. */
const FORMULA_START = /^[\s\p{C}]*[=+\-@\u2212]/u;
/** Some programs drop these and read on. */
const DROPPED_START = /^[\t\r\n]/;

const isFormulaLike = (text: string): boolean =>
  DROPPED_START.test(text) || FORMULA_START.test(text.normalize('NFKC'));

/** A text gets an apostrophe where it is like a formula; a number stays a number, also a negative one. */
export function csvField(text: string, kind: 'text' | 'number' = 'text'): string {
  const harmless = kind === 'text' && isFormulaLike(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
