/** What was typed into the box of the lookup, as the form for a new company takes it. */
import type { LookupAnswer } from '../../../functions/contract/lookup';
import { looksLikeAccountId } from '../../../functions/domain/account/account-id';
import { searchedCorporateNumber } from '../../../functions/domain/company/corporate-number';
import { companyDomainsIn, readWebDomain } from '../../../functions/domain/company/web-domain';

export type CompanyFromQuery = Readonly<Partial<Record<'name' | 'corporateNumber' | 'domains', string>>>;

/** How a web or mail address begins; a host alone may be a name, as DMM.com is one. */
const ADDRESS_START = /^(?:<?(?:mailto:)?[^\s@]+@|https?:\/\/|www\d?\.)/i;

/** In the field that it belongs to; nothing where it says nothing of a company, as a number with a slip in it. */
export const companyFromQuery = (typed: string): CompanyFromQuery => {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '' || looksLikeAccountId(plain)) return {};
  const searched = searchedCorporateNumber(plain);
  if (searched !== null) return 'number' in searched ? { corporateNumber: searched.number } : {};
  if (!ADDRESS_START.test(plain) || readWebDomain(plain) === null) return { name: typed.trim() };
  const [host] = companyDomainsIn(plain);
  return host === undefined ? {} : { domains: host };
};

/** What of it a company can be registered by: nothing of a free mail address, which the lookup has told of. */
export const registrableCompany = (
  { as, note }: Pick<LookupAnswer['asked'], 'as' | 'note'>,
  typed: string,
): CompanyFromQuery => (note !== null && (as === 'domain' || as === 'email') ? {} : companyFromQuery(typed));
