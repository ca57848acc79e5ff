/** The accounts that may be one of the new companies of a block, by the keys under which likely duplicates meet. */
import { type ComparableCompany, duplicateKeys } from '../domain/company/duplicates';

/** Accounts that one new company is compared with. */
const MAX_CANDIDATES = 30;

export class DuplicateKeyIndex {
  private readonly idsByKey = new Map<string, Set<string>>();

  add(accountId: string, keys: readonly string[]): void {
    for (const key of keys)
      this.idsByKey.set(key, (this.idsByKey.get(key) ?? new Set<string>()).add(accountId));
  }

  /** IDs of the accounts that share a key with the company. The longest keys say the most, so they come first. */
  candidateIds(company: ComparableCompany): string[] {
    const keys = duplicateKeys(company).sort((a, b) => b.length - a.length);
    const ids = keys.flatMap((key) => [...(this.idsByKey.get(key) ?? [])]);
    return [...new Set(ids)].slice(0, MAX_CANDIDATES);
  }
}
