/** Which account each row of a list is about: by its number, the list's own ID, or what a person has decided; else a new one. */
import type { CompanyRow } from '../company-list/company-rows';
import { type ListProblem, listProblem } from '../company-list/list-problems';
import { areDifferent } from '../company-list/row-identity';
import { type Account, isRegistered, partById } from '../domain/account/account';
import { successorIdOf } from '../domain/account/standing';
import type { ImportRow } from '../domain/commands/import-row';
import { isOtherEntry, LIKELY_GROUPS, type Likeness, likenessOf } from '../domain/company/likely-company';
import { isSameCompanyName } from '../domain/company/name/same-name';
import { keysOf } from '../domain/status/table-keys';
import { readExistingAccounts } from '../store/accounts';
import {
  type CompanyCandidates,
  findCompanyCandidates,
  type UnnumberedAccounts,
} from '../store/company-candidates';
import type { CorporateNumberHolders } from '../store/corporate-numbers';
import type { Database } from '../store/firestore';
import { choiceByPerson, choiceOfRow, type DecidedRow, type ListChoices, rowKey } from './list-choices';
import { newAccountIdOfRow } from './new-account-id';

export type MatchedRow = CompanyRow & {
  accountId: string;
  /** Null for a company that is not in the register. */
  account: Account | null;
  /** A person, or a rule that they set, has told which company it is. */
  decided?: DecidedRow;
  /** The list calls the account by a name that is only like its own, as a person has said: that is no new name of it. */
  keepsName?: true;
};

/** An account that the row is likely about, and why. */
export type LikelyAccount = Likeness & { account: Account };

/** A row that nobody has decided yet: it is left out until then. The surest account comes first. */
export interface UndecidedRow {
  company: CompanyRow;
  likely: readonly [LikelyAccount, ...LikelyAccount[]];
}

export type RowMatch = MatchedRow | UndecidedRow | { problem: ListProblem };

export const isMatched = (match: RowMatch): match is MatchedRow => 'accountId' in match;

export interface RowMatching {
  choices: ListChoices;
  /** Spares a query for each row that has a number, where all accounts without a corporate number are at hand. */
  unnumbered: UnnumberedAccounts | null;
}

/** In the order of the rows; a row that certainly fits several accounts is a problem. `holders` says who has the rows' corporate numbers. */
export const matchImportRows = async (
  db: Database,
  rows: readonly CompanyRow[],
  { choices, unnumbered }: RowMatching,
): Promise<{ matches: RowMatch[]; holders: CorporateNumberHolders }> => {
  const [{ candidates, holders }, chosen] = await Promise.all([
    findCompanyCandidates(
      db,
      rows.map(({ row: { list, listId, details } }) => ({
        company: details,
        entry: listId === undefined ? null : { list, listId },
      })),
      unnumbered,
    ),
    readExistingAccounts(db, [...new Set(rows.flatMap(({ key }) => chosenId(choices, key) ?? []))]),
  ]);
  const matches = rows.map((company, index) =>
    matchRow(company, candidates[index] ?? NO_CANDIDATES, choices, chosen),
  );
  return { matches, holders };
};

const NO_CANDIDATES: CompanyCandidates = { byNumber: null, byListId: [], byName: [] };

/** The account that a person has said a row to be. */
const chosenId = (choices: ListChoices, key: string): string | null => {
  const choice = choiceByPerson(choices, key);
  return choice === undefined || choice === 'another' ? null : choice.accountId;
};

const matchRow = (
  company: CompanyRow,
  { byNumber, byListId, byName }: CompanyCandidates,
  choices: ListChoices,
  chosen: ReadonlyMap<string, Account>,
): RowMatch => {
  const certain = withoutReplacedAccounts([...(byNumber === null ? [] : [byNumber]), ...byListId]);
  if (certain.length > 0) return certainMatch(company, certain);
  const likely = likelyAccounts(company.row, byName);
  const own = ownAccounts(company, likely);
  if (own.length > 0) return certainMatch(company, own);
  const [surest, ...others] = likely;
  if (surest === undefined) return matchUnlikeRow(company, choices, chosen);
  const { is, by } = choiceOfRow(choices, company.key, surest.group);
  if (is === 'another')
    return {
      ...company,
      accountId: anotherAccountId(company),
      account: null,
      decided: decidedRowOf(company, by, null),
    };
  const same =
    is === 'ask'
      ? undefined
      : is === 'same'
        ? onlyOneOf(likely)
        : likely.find(({ account }) => account.id === is.accountId);
  if (same === undefined) return { company, likely: [surest, ...others] };
  const { account } = same;
  return { ...company, accountId: account.id, account, decided: decidedRowOf(company, by, account) };
};

/** Only a person who has seen a similar name can say that it is a company of the register. */
const matchUnlikeRow = (
  company: CompanyRow,
  choices: ListChoices,
  chosen: ReadonlyMap<string, Account>,
): RowMatch => {
  const account = chosen.get(chosenId(choices, company.key) ?? '');
  if (account !== undefined && mayBe(company, account)) {
    const decided = decidedRowOf(company, 'person', account);
    return { ...company, accountId: account.id, account, decided, keepsName: true };
  }
  const match = newUnlessClosed(company);
  const isDecided = isMatched(match) && choiceByPerson(choices, company.key) === 'another';
  return isDecided ? { ...match, decided: decidedRowOf(company, 'person', null) } : match;
};

/** What was decided once holds no longer for one that is gone, or that has another number or ID in the list by now. */
const mayBe = ({ row }: CompanyRow, account: Account): boolean =>
  isRegistered(account) &&
  successorIdOf(account) === null &&
  !areDifferent(row.details.corporateNumber, account.corporateNumber) &&
  !isOtherEntry(account, row);

const decidedRowOf = (
  { line, key, row }: CompanyRow,
  by: DecidedRow['by'],
  account: Account | null,
): DecidedRow => ({
  ...{ line, name: row.details.name, row: rowKey(key), by, earlierLine: null },
  is: account === null ? 'another' : { accountId: account.id },
  accountName: account?.name ?? null,
});

/** A rule for many rows decides only where no second account fits as well. */
const onlyOneOf = ([first, second]: readonly LikelyAccount[]): LikelyAccount | undefined =>
  second?.group === first?.group ? undefined : first;

/** Nobody registers a company that is no more; one that was decided to be another is the person's decision. */
const newUnlessClosed = (company: CompanyRow): RowMatch =>
  company.closure === undefined
    ? newCompany(company)
    : {
        problem: listProblem(
          company.line,
          'CLOSED_NOT_REGISTERED',
          [company.row.details.name, company.closure].join(' '),
        ),
      };

const newCompany = (company: CompanyRow): MatchedRow => ({
  ...company,
  accountId: newAccountIdOfRow(company.identity),
  account: null,
});

/** Of a company that has its name, and maybe its whole row, in common with an account: it is none that another row has made. */
export const anotherAccountId = ({ row: { list }, key }: CompanyRow): string =>
  newAccountIdOfRow(`another of ${list}\n${key}`);

const certainMatch = (company: CompanyRow, [account, ...others]: readonly Account[]): RowMatch => {
  if (account === undefined) return newCompany(company);
  if (others.length === 0) return { ...company, accountId: account.id, account };
  const fitting = [account, ...others].map(({ id, name }) => `${name} (${id})`).join(' / ');
  return { problem: listProblem(company.line, 'COMPANY_AMBIGUOUS', fitting) };
};

const GROUP_ORDER = keysOf(LIKELY_GROUPS);

/** The surest first, and none that the list has as another company. */
const likelyAccounts = (row: ImportRow, byName: readonly Account[]): LikelyAccount[] =>
  withoutReplacedAccounts(byName)
    .flatMap((account): LikelyAccount[] => {
      const likeness = isOtherEntry(account, row) ? null : likenessOf(row.details, account);
      return likeness === null ? [] : [{ account, ...likeness }];
    })
    .sort(
      (a, b) =>
        GROUP_ORDER.indexOf(a.group) - GROUP_ORDER.indexOf(b.group) || (a.account.id < b.account.id ? -1 : 1),
    );

/**
 * The account that the same row has made, or was decided to be, when the list came before: a list without numbers and IDs
 * knows its companies by their names.
 */
const ownAccounts = (company: CompanyRow, likely: readonly LikelyAccount[]): Account[] => {
  const { identity, row } = company;
  const madeIds = [newAccountIdOfRow(identity), anotherAccountId(company)];
  const ofList = likely
    .map(({ account }) => account)
    .filter(({ sources }) => partById(sources, row.list) !== undefined);
  const [made] = madeIds.flatMap((id) => ofList.find((account) => account.id === id) ?? []).reverse();
  if (made !== undefined) return [made];
  const named = ofList.filter(({ name }) => isSameCompanyName(name, row.details.name));
  const [first, second] = likely.filter(({ account }) => named.includes(account));
  return first !== undefined && second === undefined && first.group !== 'otherFacts' ? [first.account] : [];
};

/** Each account once, and without those that were merged into another one of them. */
const withoutReplacedAccounts = (accounts: readonly Account[]): Account[] => {
  const once = [...new Map(accounts.map((account) => [account.id, account])).values()];
  const ids = new Set(once.map(({ id }) => id));
  return once.filter((account) => !ids.has(successorIdOf(account) ?? ''));
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
