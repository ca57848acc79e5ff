/** Rows of a list that come in as new companies while the register has one with a name that is only like theirs. */
import type { CompanyRow } from '../company-list/company-rows';
import type { Account } from '../domain/account/account';
import { successorIdOf } from '../domain/account/standing';
import type { UnnumberedAccounts } from '../store/company-candidates';
import type { Database } from '../store/firestore';
import { findSimilarAccounts } from '../store/similar-accounts';
import { anotherAccountId, isMatched, type MatchedRow, type RowMatch } from './match-import-rows';
import { newAccountIdOfRow } from './new-account-id';

/** Nothing keeps it out; a person may say that it is one of these accounts. */
export interface SimilarRow {
  company: CompanyRow;
  accounts: readonly [Account, ...Account[]];
}

/** Accounts that the rows of a file have made, or will: another row is known to be another company. */
export type IsOfFile = (accountId: string) => boolean;

/** The IDs are made when the first one is asked for. */
export const accountsOfFile = (companies: readonly CompanyRow[]): IsOfFile => {
  let ids: ReadonlySet<string> | null = null;
  return (accountId) => {
    ids ??= new Set(
      companies.flatMap((company) => [newAccountIdOfRow(company.identity), anotherAccountId(company)]),
    );
    return ids.has(accountId);
  };
};

/** By row, of those that are new and that nobody has decided. */
export const findSimilarRows = async (
  db: Database,
  matches: readonly RowMatch[],
  isOfFile: IsOfFile,
  unnumbered: UnnumberedAccounts | null,
): Promise<ReadonlyMap<MatchedRow, SimilarRow>> => {
  const rows = matches.filter(isMatched).filter((row) => row.account === null && row.decided === undefined);
  const found = await findSimilarAccounts(
    db,
    rows.map(({ row }) => row.details),
    unnumbered,
  );
  return new Map(
    rows.flatMap((row, index): [MatchedRow, SimilarRow][] => {
      const [first, ...others] = (found[index] ?? []).filter(
        (account) => successorIdOf(account) === null && !isOfFile(account.id),
      );
      return first === undefined ? [] : [[row, { company: row, accounts: [first, ...others] }]];
    }),
  );
};
