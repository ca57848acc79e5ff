/** Which companies another account likely is already: the name and something else are the same. */
import type { Account } from '../domain/account/account';
import {
  type ComparableCompany,
  duplicateKeys,
  duplicateKind,
  isNameOnlyKey,
} from '../domain/company/duplicates';
import { readLikelyDuplicates } from '../store/duplicate-candidates';
import type { Database } from '../store/firestore';

/** For each company an account that is likely the same one; null where there is none. */
export const findLikelyDuplicates = async (
  db: Database,
  companies: readonly ComparableCompany[],
): Promise<(Account | null)[]> => {
  const accountsByKey = new Map<string, Account[]>();
  for (const account of await readLikelyDuplicates(db, companies))
    for (const key of combinedKeysOf(account))
      accountsByKey.set(key, [...(accountsByKey.get(key) ?? []), account]);
  return companies.map((company) => {
    const accounts = combinedKeysOf(company).flatMap((key) => accountsByKey.get(key) ?? []);
    return accounts.find((account) => duplicateKind(company, account) === 'likely') ?? null;
  });
};

/** Two companies that share nothing but a name are not likely the same. */
const combinedKeysOf = (company: ComparableCompany): string[] =>
  duplicateKeys(company).filter((key) => !isNameOnlyKey(key));
