/** Whether a text names a company: a legal form, an honorific (御中), a symbol or an emoji alone does not. */
import { foldCompanyName, weakKeyOf } from './company-name';
import { HONORIFIC } from './name-words';

/** Characters around a name that are no part of it: anything but letters, digits and the brackets of a form, as in (株). */
const MARKS_AROUND = /^[^\p{L}\p{N}()]+|[^\p{L}\p{N}()]+$/gu;
/** The law on company names requires letters or digits; other marks may only stand between them. */
const NAMING = /[\p{L}\p{N}]/u;

export const namesACompany = (name: string): boolean => {
  const plain = name.normalize('NFKC');
  // A form may end with a dot, as in Inc., so both texts are checked.
  return [...new Set([plain, plain.replace(MARKS_AROUND, '')])].every(isMoreThanForms);
};

const isMoreThanForms = (name: string): boolean => {
  const { tradeName } = foldCompanyName(name);
  if (tradeName === null) return false;
  const rest = tradeName.replace(HONORIFIC, '').replace(MARKS_AROUND, '');
  return NAMING.test(rest) && weakKeyOf(rest) !== '' && foldCompanyName(rest).tradeName !== null;
};

/** A semicolon that does not end an HTML character, as in AT&amp;T. */
const SEMICOLON = /(?<!&[\w#]{1,8})[;；]/;
const OTHER_SEPARATOR = /[、,，/／\n・&＆]/;
const JAPANESE_FORM = /\p{sc=Han}/u;

const hasJapaneseForm = (text: string): boolean =>
  foldCompanyName(text).legalForms.some(({ form }) => JAPANESE_FORM.test(form)) && namesACompany(text);

/** CRM systems list several companies in one cell as 甲;乙, people as 株式会社甲、株式会社乙. */
export const namesSeveralCompanies = (name: string): boolean => {
  const [listed, written] = [SEMICOLON, OTHER_SEPARATOR].map((separator) => name.split(separator));
  return (
    (listed !== undefined && listed.length > 1 && listed.every(namesACompany)) ||
    (written !== undefined && written.length > 1 && written.every(hasJapaneseForm))
  );
};
