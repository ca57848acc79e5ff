/** What an account tells of its company's identity beside the corporate number: its names and its web domains. */
import type { Account } from '../account/account';
import { ownDomains } from './shared-platforms';
import { companyDomainsIn } from './web-domain';

export type NameField = 'name' | 'otherName' | 'formerName' | 'englishName' | 'kana';

type Named = Pick<Account, 'name'> &
  Partial<Pick<Account, 'englishName' | 'kana' | 'formerNames' | 'otherNames'>>;

/** Every spelling of the company's name, the present one first. */
export const nameSpellings = ({
  name,
  englishName,
  kana,
  formerNames = [],
  otherNames = [],
}: Partial<Named>): { field: NameField; text: string }[] => {
  const all: { field: NameField; text: string | null | undefined }[] = [
    { field: 'name', text: name },
    { field: 'englishName', text: englishName },
    { field: 'kana', text: kana },
    ...otherNames.map((other) => ({ field: 'otherName' as const, text: other })),
    ...formerNames.map((former) => ({ field: 'formerName' as const, text: former.name })),
  ];
  return all.flatMap(({ field, text }) => (text == null || text.trim() === '' ? [] : [{ field, text }]));
};

/** Of web and e-mail addresses, each host with the domains that it stands under; none of a platform that many share. */
export const companyDomains = (addresses: readonly string[]): string[] => [
  ...new Set(addresses.flatMap((address) => ownDomains(companyDomainsIn(address)))),
];
