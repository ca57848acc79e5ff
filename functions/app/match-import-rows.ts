/** Which account each row of a list is about: by its number, else the list's own ID, else a unique name and address, else a new one. */
import type { CompanyRow } from '../company-list/company-rows';
import { type ListProblem, listProblem } from '../company-list/list-problems';
import { type Account, partById } from '../domain/account/account';
import { successorIdOf } from '../domain/account/standing';
import type { ImportRow } from '../domain/commands/import-row';
import { readExistingAccounts } from '../store/accounts';
import {
  type CompanyCandidates,
  findCompanyCandidates,
  type UnnumberedAccounts,
} from '../store/company-candidates';
import type { CorporateNumberHolders } from '../store/corporate-numbers';
import type { Database } from '../store/firestore';
import { newAccountIdOfRow } from './new-account-id';

export type MatchedRow = CompanyRow & {
  accountId: string;
  /** Null for a company that is not in the register. */
  account: Account | null;
};

export type RowMatch = MatchedRow | { problem: ListProblem };

export const isMatched = (match: RowMatch): match is MatchedRow => 'accountId' in match;

/**
 * In the order of the rows; a row that fits several accounts is a problem. `unnumbered` spares a query for each row, where all
 * accounts without a corporate number are at hand. `holders` says who has the rows' corporate numbers.
 */
export const matchImportRows = async (
  db: Database,
  rows: readonly CompanyRow[],
  unnumbered: UnnumberedAccounts | null,
): Promise<{ matches: RowMatch[]; holders: CorporateNumberHolders }> => {
  const { candidates, holders } = await findCompanyCandidates(
    db,
    rows.map(({ row: { list, listId, details } }) => ({
      corporateNumber: details.corporateNumber ?? null,
      entry: listId === undefined ? null : { list, listId },
      name: details.name,
      address: details.address ?? null,
    })),
    unnumbered,
  );
  const matches = rows.map((company, index): RowMatch => {
    const [account = null, ...others] = matchingAccounts(company.row, candidates[index] ?? NO_CANDIDATES);
    if (account !== null && others.length > 0) {
      const fitting = [account, ...others].map(({ id, name }) => `${name} (${id})`).join(' / ');
      return { problem: listProblem(company.line, 'COMPANY_AMBIGUOUS', fitting) };
    }
    return { ...company, accountId: account?.id ?? newAccountIdOfRow(company.identity), account };
  });
  return { matches, holders };
};

/**
 * With the accounts that earlier imports made from the same rows, though nothing else tells so now. A real run needs no such
 * read: the command finds the account by its ID.
 */
export const withAccountsMadeBefore = async (
  db: Database,
  matches: readonly RowMatch[],
): Promise<RowMatch[]> => {
  const ids = matches
    .filter(isMatched)
    .flatMap(({ accountId, account }) => (account === null ? [accountId] : []));
  const accounts = await readExistingAccounts(db, ids);
  return matches.map((match) => {
    if (!isMatched(match) || match.account !== null) return match;
    return { ...match, account: accounts.get(match.accountId) ?? null };
  });
};

const NO_CANDIDATES: CompanyCandidates = { byNumber: null, byListId: [], byNameAndAddress: [] };

/** None for a new company; several where only a person can tell which one it is. */
const matchingAccounts = (
  row: ImportRow,
  { byNumber, byListId, byNameAndAddress }: CompanyCandidates,
): readonly Account[] => {
  const certain = withoutReplacedAccounts([...(byNumber === null ? [] : [byNumber]), ...byListId]);
  if (certain.length > 0) return certain;
  return withoutReplacedAccounts(byNameAndAddress.filter((account) => !contradicts(account, row)));
};

/** Each account once, and without those that were merged into another one of them. */
const withoutReplacedAccounts = (accounts: readonly Account[]): Account[] => {
  const once = [...new Map(accounts.map((account) => [account.id, account])).values()];
  const ids = new Set(once.map(({ id }) => id));
  return once.filter((account) => !ids.has(successorIdOf(account) ?? ''));
};

/** Another number, or another entry of the same list, is another company at the same address. */
const contradicts = (account: Account, { list, listId, details }: ImportRow): boolean => {
  const ownId = partById(account.sources, list) ?? '';
  return (
    (account.corporateNumber !== null &&
      details.corporateNumber != null &&
      account.corporateNumber !== details.corporateNumber) ||
    (ownId !== '' && listId !== undefined && ownId !== listId)
  );
};
