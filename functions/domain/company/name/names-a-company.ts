/** Whether a text names a company at all: a legal form, a form of address (御中) or a mark alone names none. */
import { foldCompanyName, weakKeyOf } from './company-name';
import { HONORIFIC } from './name-words';

/** Marks of sentences and quotation, which stand around a name and are none. */
const MARKS_AROUND =
  /^[\s。、.,!?…:;*'"“”‘’「」『』【】〈〉《》]+|[\s。、.,!?…:;*'"“”‘’「」『』【】〈〉《》]+$/g;

export const namesACompany = (name: string): boolean => {
  const plain = name.normalize('NFKC');
  // A form may end with a dot, as in Inc.: it is looked for with the marks and without them.
  return [plain, plain.replace(MARKS_AROUND, '')].every(isMoreThanForms);
};

const isMoreThanForms = (name: string): boolean => {
  const { tradeName } = foldCompanyName(name);
  if (tradeName === null) return false;
  const rest = tradeName.replace(HONORIFIC, '').replace(MARKS_AROUND, '');
  return weakKeyOf(rest) !== '' && foldCompanyName(rest).tradeName !== null;
};
