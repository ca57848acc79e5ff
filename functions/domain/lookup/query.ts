/** What a person means by the one box: a number, a code, an address, an ID, or a name or a part of one. */
import { looksLikeAccountId } from '../account/account-id';
import { companyDomains } from '../company/company-identity';
import { searchedCorporateNumber } from '../company/corporate-number';
import { normaliseSecuritiesCode } from '../company/match-keys';
import { queryReadings } from '../company/name/name-readings';
import { namesACompany } from '../company/name/names-a-company';
import { companyDomainsIn, readWebDomain } from '../company/web-domain';
import type { Text } from '../text/text';
import { QUERY_NOTES } from './query-notes';
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
    const domains = companyDomains([plain]);
    const free = domains.length === 0;
    const note = companyDomainsIn(plain).length === 0 ? QUERY_NOTES.FREE_MAIL : QUERY_NOTES.SHARED_PLATFORM;
    // DMM.com and ASSIST.CO are names as well.
    const isName = !web.isEmail && !/[/:]/.test(plain) && !/^www\./i.test(plain);
    return {
      as: web.isEmail ? 'email' : 'domain',
      value: web.host,
      note: free ? note : null,
      question: { ...(isName && !free ? nameQuery(typed) : EMPTY_QUERY), domains },
    };
  }
  return {
    as: 'name',
    value: typed.trim(),
    note: nameNote(plain),
    question: nameQuery(typed),
  };
};

const nameNote = (plain: string): Text | null => {
  if (!namesACompany(plain)) return QUERY_NOTES.NAMELESS;
  return /^[=+@]/.test(plain) ? QUERY_NOTES.FORMULA : null;
};

const nameQuery = (typed: string): LookupQuery => ({ ...EMPTY_QUERY, readings: queryReadings(typed) });

/** Null where it does not look like a number at all. */
const parseNumberQuery = (plain: string): ParsedQuery | null => {
  const searched = searchedCorporateNumber(plain);
  if (searched === null) return null;
  if ('problem' in searched)
    return {
      as: 'corporateNumber',
      value: plain,
      note: QUERY_NOTES[searched.problem],
      question: nameQuery(plain),
    };
  const { number, completed } = searched;
  return {
    as: 'corporateNumber',
    value: number,
    note: completed ? QUERY_NOTES.REGISTRY : null,
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
  note: namesACompany(name) ? null : QUERY_NOTES.NAMELESS,
  question: nameQuery(name),
});
