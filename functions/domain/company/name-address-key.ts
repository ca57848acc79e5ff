/** A key of name and address: two companies with the same one are the same company, unless something else contradicts. */
import { foldCompanyName } from './name/company-name';

/** Equal for the same name in any legal form with the same characters in the address. */
export const nameAddressKey = (name: string, address: string | null | undefined): string =>
  `name:${foldCompanyName(name).key}:${(address ?? '').normalize('NFKC').replace(/\s/g, '')}`;
