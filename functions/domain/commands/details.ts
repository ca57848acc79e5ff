/** What identifies a company: its name, its numbers, where it is. */

import type { Account, DetailsInput } from '../account/account';
import type { DecisionContext } from '../account/decision-context';
import { refuse } from '../account/refusals';
import { parseCorporateNumber } from '../company/corporate-number';
import { namesACompany } from '../company/name/names-a-company';
import type { RuleRefusal } from './rule-refusal';

/** The details that were given, with the corporate number as thirteen digits. */
export const normaliseDetails = (given: DetailsInput): DetailsInput | RuleRefusal => {
  const details: DetailsInput = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
  if (details.name !== undefined && details.name.trim() === '') return refuse('NAME_NEEDED');
  const nameless = namesIn(details).find((name) => !namesACompany(name));
  if (nameless !== undefined) return refuse('NAME_IS_LEGAL_FORM', { facts: { name: nameless } });
  if (details.otherNames !== undefined)
    details.otherNames = [...new Set(details.otherNames.map((name) => name.trim()))];
  if (details.corporateNumber == null) return details;
  const parsed = parseCorporateNumber(details.corporateNumber);
  return 'number' in parsed
    ? { ...details, corporateNumber: parsed.number }
    : refuse('CORPORATE_NUMBER_INVALID', {
        facts: { problem: parsed.problem, corporateNumber: details.corporateNumber },
      });
};

/** All texts under which the company is found by name. */
const namesIn = ({ name, kana, englishName, otherNames = [] }: DetailsInput): string[] =>
  [name, kana, englishName, ...otherNames].flatMap((one) => (one == null || one.trim() === '' ? [] : one));

/** The former names once the account has another name from today on. */
export const withFormerName = (account: Account, { today }: DecisionContext): Account['formerNames'] => [
  ...account.formerNames,
  { name: account.name, until: today },
];
