/** Whether a text names a company at all: a legal form, a form of address (御中) or a dot alone names none (product.md 8). */
import { foldCompanyName, weakKeyOf } from './company-name';
import { HONORIFIC } from './name-words';

export const namesACompany = (name: string): boolean => {
  const { tradeName } = foldCompanyName(name);
  if (tradeName === null) return false;
  const rest = tradeName.replace(HONORIFIC, '').trim();
  return weakKeyOf(rest) !== '' && foldCompanyName(rest).tradeName !== null;
};
