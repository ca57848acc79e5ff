/** Name and address together: two companies that have both in common are one, where nothing else says otherwise. */
import { foldCompanyName } from './name/company-name';

/** Equal where the name is the same, whatever its legal form, and the address is written with the same characters. */
export const nameAddressKey = (name: string, address: string | null | undefined): string =>
  `name:${foldCompanyName(name).key}:${(address ?? '').normalize('NFKC').replace(/\s/g, '')}`;
