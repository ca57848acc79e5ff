/** Japan's corporate numbers (法人番号): 13 digits, of which the first is the check digit of the other twelve. */

export type CorporateNumberProblem =
  | 'CORPORATE_NUMBER_FORMAT'
  | 'CORPORATE_NUMBER_CHECK_DIGIT'
  | 'CORPORATE_NUMBER_MANGLED';

type ParsedCorporateNumber = { number: string } | { problem: CorporateNumberProblem };

const WITH_EVERY_DIGIT = /^(\d)\.(\d{12})E\+?12$/;
const SCIENTIFIC = /^\d(\.\d*)?E\+?\d+$/;
/** What becomes of 5.07E+12 when such a file is saved once more; no number ends with as many zeros. */
const ROUNDED = /^\d{7}0{6}$/;

/**
 * 9 − (Σ Pn·Qn mod 9) over the twelve base digits, n counted from the right, Qn 1 for odd n and 2 for even n
 * (ordinance of the Ministry of Finance on the designation of corporate numbers).
 */
function checkDigitOf(baseDigits: string): number {
  let sum = 0;
  for (let n = 1; n <= baseDigits.length; n++) {
    sum += Number(baseDigits[baseDigits.length - n]) * (n % 2 === 0 ? 2 : 1);
  }
  return 9 - (sum % 9);
}

/** Characters that spreadsheets, forms and mails put between and around the digits. */
const AROUND = /[\s'’‘"“”`,、_/‐‑‒–—―−ー~〜-]/g;

/** Words that people write before the number: `法人番号：…`, `登録番号T…`, `№…`. */
const IN_FRONT =
  /^(?:(?:国税庁)?法人番号|(?:インボイス|適格請求書発行事業者)?登録番号|NO\.?|CORPORATENUMBER)[:.]?/;
const INVISIBLE = /\p{Cf}/gu;

/**
 * Reads the 13 digits as text, with hyphens, spaces, thousands commas, full width, the T of an invoice number or a spreadsheet's
 * `.0`. MANGLED is a number that a spreadsheet shortened (1.23E+12, 1230000000000): its digits are lost and are not guessed. CHECK_DIGIT is a
 * typing error. Anything else, also an empty text, is FORMAT; twelve digits cannot have lost a leading zero, since no number
 * begins with 0.
 */
export function parseCorporateNumber(input: string): ParsedCorporateNumber {
  const plain = input
    .normalize('NFKC')
    .toUpperCase()
    .replace(INVISIBLE, '')
    .replace(AROUND, '')
    .replace(IN_FRONT, '')
    .replace(/^T/, '');
  const digits = plain.replace(WITH_EVERY_DIGIT, '$1$2').replace(/\.0+$/, '');
  if (SCIENTIFIC.test(digits) || ROUNDED.test(digits)) return { problem: 'CORPORATE_NUMBER_MANGLED' };
  if (!/^\d{13}$/.test(digits)) return { problem: 'CORPORATE_NUMBER_FORMAT' };
  if (Number(digits[0]) !== checkDigitOf(digits.slice(1))) return { problem: 'CORPORATE_NUMBER_CHECK_DIGIT' };
  return { number: digits };
}

/** The 13 digits; null where the text is empty or no valid number. */
export const validCorporateNumber = (input: string | null | undefined): string | null => {
  const parsed = input == null ? null : parseCorporateNumber(input);
  return parsed !== null && 'number' in parsed ? parsed.number : null;
};

/**
 * The corporate number of a registered company is its registry number (会社法人等番号, twelve digits) with the check digit before it.
 * Null where the text is no registry number.
 */
export function registryNumberToCorporate(input: string): string | null {
  const digits = input.normalize('NFKC').replace(AROUND, '');
  return /^\d{12}$/.test(digits) ? `${checkDigitOf(digits)}${digits}` : null;
}

/** Only digits and separators, and enough of them not to be a company whose name is a number, such as 37. */
const NUMBER_LIKE = /^[T'’]?[\d\s,.E+-]{9,}$/;

type SearchedCorporateNumber =
  /** `completed`: a registry number was typed, and its check digit was added. */
  { number: string; completed: boolean } | { problem: CorporateNumberProblem };

/** A text from the search box as a corporate number or registry number; null where it is not meant as one. */
export function searchedCorporateNumber(input: string): SearchedCorporateNumber | null {
  const typed = input
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/^法人番号[:： ]*/, '');
  const parsed = parseCorporateNumber(typed);
  if ('number' in parsed) return { number: parsed.number, completed: false };
  const completed = registryNumberToCorporate(typed);
  if (completed !== null) return { number: completed, completed: true };
  const isMeantAsNumber = NUMBER_LIKE.test(typed) || parsed.problem === 'CORPORATE_NUMBER_MANGLED';
  return isMeantAsNumber ? { problem: parsed.problem } : null;
}
