/** What was typed into the box of the lookup, as the form for a new company takes it. */
import type { LookupAnswer } from '../../../functions/contract/contract';
import {
  parseCorporateNumber,
  registryNumberToCorporate,
} from '../../../functions/domain/company/corporate-number';

export type CompanyFromQuery = Readonly<Partial<Record<'name' | 'corporateNumber' | 'domains', string>>>;

const ACCOUNT_ID = /^a_[\w@-]+$/;
const NUMBER_LIKE = /^[T'’]?[\d\s,.E+-]{9,}$/i;
/** A web or mail address; a host alone may be a name, as DMM.com is one. */
const ADDRESS =
  /^(?:<?(?:mailto:)?[^\s@]+@|https?:\/\/(?:www\d?\.)?|www\d?\.)([a-z0-9\p{L}ー-]+(?:\.[a-z0-9-]+)+)/iu;

/** In the field that it belongs to; nothing where it says nothing of a company, as a number with a slip in it. */
export const companyFromQuery = (typed: string): CompanyFromQuery => {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '' || ACCOUNT_ID.test(plain)) return {};
  const digits = plain.replace(/^法人番号[:： ]*/, '');
  const read = parseCorporateNumber(digits);
  if ('number' in read) return { corporateNumber: read.number };
  const completed = registryNumberToCorporate(digits);
  if (completed !== null) return { corporateNumber: completed };
  if (NUMBER_LIKE.test(digits)) return {};
  const host = ADDRESS.exec(plain)?.[1];
  if (host !== undefined) return { domains: host.toLowerCase() };
  return { name: typed.trim() };
};

/** What of it a company can be registered by: nothing of a free mail address, which the lookup has told of. */
export const registrableCompany = (
  { as, note }: Pick<LookupAnswer['asked'], 'as' | 'note'>,
  typed: string,
): CompanyFromQuery => (note !== null && (as === 'domain' || as === 'email') ? {} : companyFromQuery(typed));
