/** Which account each row of a list is about: by its number, else the list's own ID, else a unique name and address, else a new one. */
import type { CompanyRow } from '../company-list/company-rows';
import { type ListProblem, listProblem } from '../company-list/list-problems';
import { type Account, partById } from '../domain/account/account';
import { successorIdOf } from '../domain/account/standing';
import type { ImportRow } from '../domain/commands/import-row';
import { parseAccount } from '../store/account-document';
import {
  type CompanyCandidates,
  findCompanyCandidates,
  type UnnumberedAccounts,
} from '../store/company-candidates';
import type { CorporateNumberHolders } from '../store/corporate-numbers';
import { accountsOf, type Database, digest, readExisting } from '../store/firestore';

export type MatchedRow = CompanyRow & {
  accountId: string;
  /** Null for a company that is not in the register. */
  account: Account | null;
};

export type RowMatch = MatchedRow | { problem: ListProblem };

export const isMatched = (location: RowMatch): location is MatchedRow => 'accountId' in location;

export const matchImportRows = async (
  db: Database,
  rows: readonly CompanyRow[],
  unnumbered: UnnumberedAccounts | null,
): Promise<{ locations: RowMatch[]; holders: CorporateNumberHolders }> => {
  const { evidence, holders } = await findCompanyCandidates(
    db,
    rows.map(({ row: { list, listId, details } }) => ({
      corporateNumber: details.corporateNumber ?? null,
      entry: listId === undefined ? null : { list, listId },
      name: details.name,
      address: details.address ?? null,
    })),
    unnumbered,
  );
  const locations = rows.map((placed, index): RowMatch => {
    const fitting = matchingAccounts(placed.row, evidence[index] ?? NO_CANDIDATES);
    const [account = null] = fitting;
    if (fitting.length > 1) {
      const told = fitting.map(({ id, name }) => `${name} (${id})`).join(' / ');
      return { problem: listProblem(placed.line, 'COMPANY_AMBIGUOUS', told) };
    }
    return { ...placed, accountId: account?.id ?? `a_${digest(placed.identity)}`, account };
  });
  return { locations, holders };
};

/** With the accounts that have no evidence but were made from the same rows: for who does not go on to decide on them. */
export const withAccountsMadeBefore = async (
  db: Database,
  locations: readonly RowMatch[],
): Promise<RowMatch[]> => {
  const ids = locations
    .filter(isMatched)
    .flatMap(({ accountId, account }) => (account === null ? [accountId] : []));
  const docs = await readExisting(accountsOf(db), ids);
  return locations.map((location) => {
    const doc = isMatched(location) && location.account === null ? docs.get(location.accountId) : undefined;
    return doc === undefined ? location : { ...location, account: parseAccount(doc.data()) };
  });
};

const NO_CANDIDATES: CompanyCandidates = { numbered: null, listed: [], placed: [] };

/** None: a new company. Several: nobody but a person can tell which one. */
const matchingAccounts = (
  row: ImportRow,
  { numbered, listed, placed }: CompanyCandidates,
): readonly Account[] => {
  const certain = withoutReplacedAccounts([...(numbered === null ? [] : [numbered]), ...listed]);
  if (certain.length > 0) return certain;
  return withoutReplacedAccounts(placed.filter((account) => !contradicts(account, row)));
};

/** Each once; of two of which one stands for the other (a merged duplicate), the one that stands. */
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
