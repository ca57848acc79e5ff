/** What identifies an account's company beside its corporate number: its names and its web domains. */
import type { Account } from '../account/account';
import { ownDomains } from './shared-platforms';
import { companyDomainsIn } from './web-domain';

export type NameField = 'name' | 'otherName' | 'formerName' | 'englishName' | 'kana';

type Named = Pick<Account, 'name'> &
  Partial<Pick<Account, 'englishName' | 'kana' | 'formerNames' | 'otherNames'>>;

/** Every spelling of the company's name, the present name first. */
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

/** Each host with the domains above it, from web and e-mail addresses; platforms that many companies share are left out. */
export const companyDomains = (addresses: readonly string[]): string[] => [
  ...new Set(addresses.flatMap((address) => ownDomains(companyDomainsIn(address)))),
];
