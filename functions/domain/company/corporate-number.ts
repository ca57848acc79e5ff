/** Japan's corporate numbers (法人番号): 13 digits, the first of which checks the other twelve. */

type ParsedCorporateNumber =
  | { number: string }
  | { problem: 'CORPORATE_NUMBER_FORMAT' | 'CORPORATE_NUMBER_CHECK_DIGIT' | 'CORPORATE_NUMBER_MANGLED' };

const WITH_EVERY_DIGIT = /^(\d)\.(\d{12})E\+?12$/;
const SCIENTIFIC = /^\d(\.\d*)?E\+?\d+$/;

/**
 * 9 − (Σ Pn·Qn mod 9) over the twelve base digits, n counted from the right, Qn 1 for odd n and 2 for even n
 * (ordinance of the Ministry of Finance on the designation of corporate numbers; edge-cases.md, "Names").
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

/**
 * The 13 digits as text. Hyphens, spaces and thousands commas, full width, the T of an invoice number and a
 * spreadsheet's `.0` are understood. MANGLED is a number that a spreadsheet shortened (1.23E+12): its digits are
 * lost and are never guessed. CHECK_DIGIT is a slip in typing. All else, also an empty text, is FORMAT: twelve digits have lost
 * one that cannot be a leading zero, for no number begins with 0.
 */
export function parseCorporateNumber(input: string): ParsedCorporateNumber {
  const plain = input.normalize('NFKC').toUpperCase().replace(AROUND, '').replace(/^T/, '');
  const digits = plain.replace(WITH_EVERY_DIGIT, '$1$2').replace(/\.0+$/, '');
  if (SCIENTIFIC.test(digits)) return { problem: 'CORPORATE_NUMBER_MANGLED' };
  if (!/^\d{13}$/.test(digits)) return { problem: 'CORPORATE_NUMBER_FORMAT' };
  if (Number(digits[0]) !== checkDigitOf(digits.slice(1))) return { problem: 'CORPORATE_NUMBER_CHECK_DIGIT' };
  return { number: digits };
}

/**
 * The corporate number of a registered company begins with its check digit; the other twelve are its registry number
 * (会社法人等番号). Null where the text is no registry number.
 */
export function registryNumberToCorporate(input: string): string | null {
  const digits = input.normalize('NFKC').replace(AROUND, '');
  return /^\d{12}$/.test(digits) ? `${checkDigitOf(digits)}${digits}` : null;
}
