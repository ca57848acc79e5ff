/** Fills the form for a new company from the text in the lookup's box. */
import type { LookupAnswer } from '../../../functions/contract/lookup';
import { looksLikeAccountId } from '../../../functions/domain/account/account-id';
import { searchedCorporateNumber } from '../../../functions/domain/company/corporate-number';
import { companyDomainsIn, readWebDomain } from '../../../functions/domain/company/web-domain';

export type CompanyFromQuery = Readonly<Partial<Record<'name' | 'corporateNumber' | 'domains', string>>>;

/** How a web or mail address begins. A host alone may be a name, such as DMM.com. */
const ADDRESS_START = /^(?:<?(?:mailto:)?[^\s@]+@|https?:\/\/|www\d?\.)/i;

/** Puts the text into the matching field; empty where it does not describe a company, such as a mistyped number. */
export const companyFromQuery = (typed: string): CompanyFromQuery => {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '' || looksLikeAccountId(plain)) return {};
  const searched = searchedCorporateNumber(plain);
  if (searched !== null) return 'number' in searched ? { corporateNumber: searched.number } : {};
  if (!ADDRESS_START.test(plain) || readWebDomain(plain) === null) return { name: typed.trim() };
  const [host] = companyDomainsIn(plain);
  return host === undefined ? {} : { domains: host };
};

/** Without a free mail address: the lookup has already said that it identifies no company. */
export const registrableCompany = (
  { as, note }: Pick<LookupAnswer['asked'], 'as' | 'note'>,
  typed: string,
): CompanyFromQuery => (note !== null && (as === 'domain' || as === 'email') ? {} : companyFromQuery(typed));
