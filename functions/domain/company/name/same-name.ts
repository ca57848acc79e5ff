import { foldCompanyName } from './company-name';

/** Whether people may write this for the name: the same name, or the name without its legal form. */
export const isShortFor = (written: string, name: string): boolean => {
  if (isSameCompanyName(written, name)) return true;
  const [short, whole] = [foldCompanyName(written), foldCompanyName(name)];
  return short.legalForms.length === 0 && short.weakKey === whole.weakKey;
};

/** Another legal form is another name; another width, case, dash or kanji shape is not. */
export const isSameCompanyName = (a: string, b: string): boolean => {
  if (a === b) return true;
  const [one, other] = [foldCompanyName(a), foldCompanyName(b)];
  const forms = ({ legalForms }: typeof one): string => legalForms.map(({ form }) => form).join();
  return one.weakKey === other.weakKey && forms(one) === forms(other);
};
