/** The web domains of a row's company. */
import { companyDomains } from '../domain/company/company-identity';
import type { ListRow } from './company-list';

/** The hosts of the company's web and e-mail addresses, of which a cell may hold several; undefined where none tells the company. */
export const domainsOf = ({
  domain,
  email,
  contactEmail,
}: Pick<ListRow['values'], 'domain' | 'email' | 'contactEmail'>): string[] | undefined => {
  const cells = [domain, email, contactEmail];
  const addresses = cells.flatMap((cell) => cell?.split(/[\s、,;；|]+/) ?? []);
  const hosts = addresses.flatMap((address) => companyDomains([address]).slice(0, 1));
  return hosts.length === 0 ? undefined : [...new Set(hosts)];
};
