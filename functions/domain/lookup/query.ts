/** What a person means by the one box: a number, a code, an address, an ID, or a name or a part of one. */
import { looksLikeAccountId } from '../account/account-id';
import { searchedCorporateNumber } from '../company/corporate-number';
import { normaliseSecuritiesCode } from '../company/match-keys';
import { queryReadings } from '../company/name/name-readings';
import { companyDomainsIn, readWebDomain } from '../company/web-domain';
import { type Text, text } from '../text/text';
import type { LookupQuery } from './rank';

export interface ParsedQuery {
  as: 'id' | 'corporateNumber' | 'securitiesCode' | 'domain' | 'email' | 'name';
  /** As it was looked for: thirteen digits, a domain, the text. */
  value: string;
  /** What is wrong or uncertain about what was typed. */
  note: Text | null;
  question: LookupQuery;
}

const EMPTY_QUERY: LookupQuery = {
  id: null,
  corporateNumber: null,
  wholeNumber: true,
  securitiesCode: null,
  domains: [],
  readings: [],
};

const NOTES = {
  CORPORATE_NUMBER_CHECK_DIGIT: text(
    '法人番号のチェックデジット(先頭の1桁)が合いません。打ち間違いがないか確かめてください。',
    'The check digit (the first one) of this corporate number is wrong: look for a slip in typing.',
  ),
  CORPORATE_NUMBER_MANGLED: text(
    '表計算ソフトが法人番号を指数表記に縮めています。失われた桁は元に戻せません。元の資料の13桁を入力してください。',
    'A spreadsheet has shortened this corporate number (1.23E+12): the lost digits cannot be brought back. Type the thirteen digits from the source.',
  ),
  CORPORATE_NUMBER_FORMAT: text(
    '法人番号は13桁で、0からは始まりません(先頭のゼロが落ちることはありません)。桁が足りないか、多すぎます。',
    'A corporate number has thirteen digits and never begins with 0 (no leading zero can be lost): there are too few or too many.',
  ),
  REGISTRY: text(
    '12桁なので会社法人等番号とみなし、チェックデジットを補った法人番号で調べました。',
    'Twelve digits were taken for a registry number (会社法人等番号) and completed with the check digit.',
  ),
  FREE_MAIL: text(
    'フリーメールや個人用メールのドメインでは会社が分かりません。会社名で調べてください。',
    'This mail domain is free or personal and says nothing of a company: look it up by name.',
  ),
  FORMULA: text(
    '「=」などで始まる式ではなく、会社名そのものとして調べました。',
    'Looked up as a name, not as a formula.',
  ),
} as const;

export const parseLookupQuery = (typed: string): ParsedQuery => {
  const plain = typed.normalize('NFKC').trim();
  if (looksLikeAccountId(plain))
    return { as: 'id', value: plain, note: null, question: { ...nameQuery(plain), id: plain } };
  const number = parseNumberQuery(plain);
  if (number !== null) return number;
  const code = normaliseSecuritiesCode(plain);
  if (code !== null)
    return {
      as: 'securitiesCode',
      value: code,
      note: null,
      question: { ...nameQuery(typed), securitiesCode: code },
    };
  const web = readWebDomain(plain);
  if (web !== null) {
    const domains = companyDomainsIn(plain);
    const free = domains.length === 0;
    // DMM.com and ASSIST.CO are names as well.
    const isName = !web.isEmail && !/[/:]/.test(plain) && !/^www\./i.test(plain);
    return {
      as: web.isEmail ? 'email' : 'domain',
      value: web.host,
      note: free ? NOTES.FREE_MAIL : null,
      question: { ...(isName && !free ? nameQuery(typed) : EMPTY_QUERY), domains },
    };
  }
  return {
    as: 'name',
    value: typed.trim(),
    note: /^[=+@]/.test(plain) ? NOTES.FORMULA : null,
    question: nameQuery(typed),
  };
};

const nameQuery = (typed: string): LookupQuery => ({ ...EMPTY_QUERY, readings: queryReadings(typed) });

/** Null where it does not look like a number at all. */
const parseNumberQuery = (plain: string): ParsedQuery | null => {
  const searched = searchedCorporateNumber(plain);
  if (searched === null) return null;
  if ('problem' in searched)
    return { as: 'corporateNumber', value: plain, note: NOTES[searched.problem], question: nameQuery(plain) };
  const { number, completed } = searched;
  return {
    as: 'corporateNumber',
    value: number,
    note: completed ? NOTES.REGISTRY : null,
    question: { ...nameQuery(plain), corporateNumber: number, wholeNumber: !completed },
  };
};

/** The three questions that are asked by their own parameter. */
export const queryById = (id: string): ParsedQuery => ({
  as: 'id',
  value: id,
  note: null,
  question: { ...EMPTY_QUERY, id },
});
export const queryByNumber = (corporateNumber: string): ParsedQuery => ({
  as: 'corporateNumber',
  value: corporateNumber,
  note: null,
  question: { ...EMPTY_QUERY, corporateNumber },
});
export const queryByName = (name: string): ParsedQuery => ({
  as: 'name',
  value: name.trim(),
  note: null,
  question: nameQuery(name),
});
