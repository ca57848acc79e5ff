/** What was typed into the box of the lookup, as the form for a new company takes it. */
import type { LookupAnswer } from '../../functions/contract';
import { parseCorporateNumber, registryNumberToCorporate } from '../../functions/domain/corporate-number';

export type TypedCompany = Readonly<Partial<Record<'name' | 'corporateNumber' | 'domains', string>>>;

const ACCOUNT_ID = /^a_[\w@-]+$/;
const LIKE_A_NUMBER = /^[T'’]?[\d\s,.E+-]{9,}$/i;
/** A web or mail address; a host alone may be a name, as DMM.com is one. */
const ADDRESS =
  /^(?:<?(?:mailto:)?[^\s@]+@|https?:\/\/(?:www\d?\.)?|www\d?\.)([a-z0-9\p{L}ー-]+(?:\.[a-z0-9-]+)+)/iu;

/** In the field that it belongs to; nothing where it says nothing of a company, as a number with a slip in it. */
export const typedCompany = (typed: string): TypedCompany => {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '' || ACCOUNT_ID.test(plain)) return {};
  const digits = plain.replace(/^法人番号[:： ]*/, '');
  const read = parseCorporateNumber(digits);
  if ('number' in read) return { corporateNumber: read.number };
  const completed = registryNumberToCorporate(digits);
  if (completed !== null) return { corporateNumber: completed };
  if (LIKE_A_NUMBER.test(digits)) return {};
  const host = ADDRESS.exec(plain)?.[1];
  if (host !== undefined) return { domains: host.toLowerCase() };
  return { name: typed.trim() };
};

/** What of it a company can be registered by: nothing of a free mail address, which the lookup has told of. */
export const registrable = (
  { as, note }: Pick<LookupAnswer['asked'], 'as' | 'note'>,
  typed: string,
): TypedCompany => (note !== null && (as === 'domain' || as === 'email') ? {} : typedCompany(typed));
