/** Japan's corporate numbers (法人番号): 13 digits, the first of which checks the other twelve. */

export type CorporateNumberProblem =
  | 'CORPORATE_NUMBER_FORMAT'
  | 'CORPORATE_NUMBER_CHECK_DIGIT'
  | 'CORPORATE_NUMBER_MANGLED';

type ParsedCorporateNumber = { number: string } | { problem: CorporateNumberProblem };

const WITH_EVERY_DIGIT = /^(\d)\.(\d{12})E\+?12$/;
const SCIENTIFIC = /^\d(\.\d*)?E\+?\d+$/;

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

/** What a spreadsheet, a form or a mail puts between and around the digits. */
const AROUND = /[\s'’‘"“”`,、_/‐‑‒–—―−ー~〜-]/g;

/** What people write in front: `法人番号：…`, `登録番号T…`, `№…`. */
const IN_FRONT =
  /^(?:(?:国税庁)?法人番号|(?:インボイス|適格請求書発行事業者)?登録番号|NO\.?|CORPORATENUMBER)[:.]?/;
const INVISIBLE = /\p{Cf}/gu;

/**
 * The 13 digits as text. Hyphens, spaces and thousands commas, full width, the T of an invoice number and a
 * spreadsheet's `.0` are understood. MANGLED is a number that a spreadsheet shortened (1.23E+12): its digits are
 * lost and are never guessed. CHECK_DIGIT is a slip in typing. All else, also an empty text, is FORMAT: twelve digits have lost
 * one that cannot be a leading zero, for no number begins with 0.
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
  if (SCIENTIFIC.test(digits)) return { problem: 'CORPORATE_NUMBER_MANGLED' };
  if (!/^\d{13}$/.test(digits)) return { problem: 'CORPORATE_NUMBER_FORMAT' };
  if (Number(digits[0]) !== checkDigitOf(digits.slice(1))) return { problem: 'CORPORATE_NUMBER_CHECK_DIGIT' };
  return { number: digits };
}

/** The thirteen digits; null where there is nothing, or no number that can be right. */
export const validCorporateNumber = (input: string | null | undefined): string | null => {
  const parsed = input == null ? null : parseCorporateNumber(input);
  return parsed !== null && 'number' in parsed ? parsed.number : null;
};

/**
 * The corporate number of a registered company begins with its check digit; the other twelve are its registry number
 * (会社法人等番号). Null where the text is no registry number.
 */
export function registryNumberToCorporate(input: string): string | null {
  const digits = input.normalize('NFKC').replace(AROUND, '');
  return /^\d{12}$/.test(digits) ? `${checkDigitOf(digits)}${digits}` : null;
}

/** Digits as numbers are written, at least as many as distinguish a number from a company that is called 37. */
const NUMBER_LIKE = /^[T'’]?[\d\s,.E+-]{9,}$/;

type SearchedCorporateNumber =
  /** `completed`: a registry number was typed, and the check digit added. */
  { number: string; completed: boolean } | { problem: CorporateNumberProblem };

/** What a person typed into a search, as a corporate number or a registry number; null where it is not meant as one. */
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
