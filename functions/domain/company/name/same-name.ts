import { foldCompanyName } from './company-name';

/** The same name, or the name with its legal form left out, as people write it. */
export const isShortFor = (written: string, name: string): boolean => {
  if (isSameCompanyName(written, name)) return true;
  const [short, whole] = [foldCompanyName(written), foldCompanyName(name)];
  return short.legalForms.length === 0 && short.weakKey === whole.weakKey;
};

/** Another legal form is another name; another width, case, dash or shape of a kanji is not. */
export const isSameCompanyName = (a: string, b: string): boolean => {
  if (a === b) return true;
  const [one, other] = [foldCompanyName(a), foldCompanyName(b)];
  const forms = ({ legalForms }: typeof one): string => legalForms.map(({ form }) => form).join();
  return one.weakKey === other.weakKey && forms(one) === forms(other);
};
