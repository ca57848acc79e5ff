import { foldCompanyName } from './company-name';

/** Another legal form is another name; another width, case, dash or shape of a kanji is not. */
export const isSameCompanyName = (a: string, b: string): boolean => {
  if (a === b) return true;
  const [one, other] = [foldCompanyName(a), foldCompanyName(b)];
  const forms = ({ legalForms }: typeof one): string => legalForms.map(({ form }) => form).join();
  return one.weakKey === other.weakKey && forms(one) === forms(other);
};
