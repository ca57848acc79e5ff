/** Whether a text names a company at all: a legal form, a form of address (御中), a symbol or an emoji alone names none. */
import { foldCompanyName, weakKeyOf } from './company-name';
import { HONORIFIC } from './name-words';

/** What stands around a name and is none: all but letters, digits and the brackets of a form, as in (株). */
const MARKS_AROUND = /^[^\p{L}\p{N}()]+|[^\p{L}\p{N}()]+$/gu;
/** As the law on the names of companies has it: other marks may only stand between these. */
const NAMING = /[\p{L}\p{N}]/u;

export const namesACompany = (name: string): boolean => {
  const plain = name.normalize('NFKC');
  // A form may end with a dot, as in Inc.: it is looked for with the marks and without them.
  return [...new Set([plain, plain.replace(MARKS_AROUND, '')])].every(isMoreThanForms);
};

const isMoreThanForms = (name: string): boolean => {
  const { tradeName } = foldCompanyName(name);
  if (tradeName === null) return false;
  const rest = tradeName.replace(HONORIFIC, '').replace(MARKS_AROUND, '');
  return NAMING.test(rest) && weakKeyOf(rest) !== '' && foldCompanyName(rest).tradeName !== null;
};

/** Not that of a character written for the web: AT&amp;T */
const SEMICOLON = /(?<!&[\w#]{1,8})[;；]/;
const OTHER_SEPARATOR = /[、,，/／\n]/;
const JAPANESE_FORM = /\p{sc=Han}/u;

const hasJapaneseForm = (text: string): boolean =>
  foldCompanyName(text).legalForms.some(({ form }) => JAPANESE_FORM.test(form)) && namesACompany(text);

/** As CRM systems list several in one cell (甲;乙), and people (株式会社甲、株式会社乙). */
export const namesSeveralCompanies = (name: string): boolean => {
  const [listed, written] = [SEMICOLON, OTHER_SEPARATOR].map((separator) => name.split(separator));
  return (
    (listed !== undefined && listed.length > 1 && listed.every(namesACompany)) ||
    (written !== undefined && written.length > 1 && written.every(hasJapaneseForm))
  );
};
