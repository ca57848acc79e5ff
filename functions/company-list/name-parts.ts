/** Joins a company's name with its legal form from another column, and with the form's place from a third one. */
import { foldCompanyName } from '../domain/company/name/company-name';
import { namesACompany } from '../domain/company/name/names-a-company';
import type { ListRow } from './company-list';

type Values = ListRow['values'];

/** 前株 gives the form and its place. */
const FORM_OF_PLACE: readonly (readonly [RegExp, string])[] = [
  [/^[前後][(（]?(?:株|㈱)/, '株式会社'],
  [/^[前後][(（]?(?:有|㈲)/, '有限会社'],
  [/^[前後][(（]?(?:合|(?:同$))/, '合同会社'],
];
const BEHIND = /^(?:[後末]|suffix|behind|after)/i;
const IN_FRONT = /^(?:[前先頭]|prefix|front|before)/i;

/** Adds the form to the name, unless it is there. Without a given place it is put in front, with a note. */
export const withLegalForm = (
  { legalForm, legalFormPlace, ...values }: Values,
  remark: (code: 'LEGAL_FORM_IN_FRONT', detail: string) => void,
): Values => {
  const { name } = values;
  if (name === undefined || foldCompanyName(name).legalForms.length > 0) return values;
  const place = legalFormPlace?.normalize('NFKC') ?? '';
  const form =
    legalForm !== undefined && !namesACompany(legalForm)
      ? legalForm
      : FORM_OF_PLACE.find(([pattern]) => pattern.test(place))?.[1];
  if (form === undefined || foldCompanyName(`${form}${name}`).legalForms.length === 0) return values;
  if (BEHIND.test(place)) return { ...values, name: `${name}${form}` };
  const whole = `${form}${name}`;
  if (!IN_FRONT.test(place)) remark('LEGAL_FORM_IN_FRONT', whole);
  return { ...values, name: whole };
};
