/** Which leads of an inbound list the register knows already, and by what. */
import type { ListRow } from '../company-list/company-list';
import { plainValues } from '../company-list/plain-values';
import { domainsOf } from '../company-list/row-domains';
import type { KnownLead } from '../contract/leads';
import type { Account } from '../domain/account/account';
import { definedFields } from '../domain/account/defined-fields';
import { successorIdOf } from '../domain/account/standing';
import { validCorporateNumber } from '../domain/company/corporate-number';
import type { ComparableCompany } from '../domain/company/duplicates';
import { likenessOf } from '../domain/company/likely-company';
import { readAccounts } from '../store/accounts';
import { type CompanyCandidates, findCompanyCandidates } from '../store/company-candidates';
import type { Database } from '../store/firestore';
import { findSimilarAccounts } from '../store/similar-accounts';
import { mapSlices } from './row-slices';

export interface LeadMatch {
  by: KnownLead['by'];
  /** Several where nothing tells which one is meant. Of a merged or acquired company it is the account that stands for it. */
  accounts: readonly Account[];
}

/** What the register has of a lead. */
export interface LeadFinding {
  /** Null for a company that the register does not have. */
  match: LeadMatch | null;
  /** Of such a company: accounts whose names are only like its own. */
  similar: readonly Account[];
}

const ROWS_PER_SLICE = 120;

/** In the order of the rows. `list` is the list that the rows' IDs are of. */
export const matchLeadRows = async (
  db: Database,
  rows: readonly ListRow[],
  list: string | null,
): Promise<LeadFinding[]> => {
  const findings = await mapSlices(rows, ROWS_PER_SLICE, (slice) => matchSlice(db, slice, list));
  return replaceBySuccessors(db, findings);
};

const matchSlice = async (
  db: Database,
  rows: readonly ListRow[],
  list: string | null,
): Promise<LeadFinding[]> => {
  const leads = rows.map(({ values }) => plainValues(values));
  const companies = leads.map(companyOf);
  const { candidates } = await findCompanyCandidates(
    db,
    companies.map((company, index) => {
      const listId = leads[index]?.listId;
      return { company, entry: listId === undefined ? null : { list, listId } };
    }),
  );
  const matches = companies.map((company, index) => matchOf(company, candidates[index] ?? NO_CANDIDATES));
  const unknown = companies.filter((_, index) => matches[index] === null);
  const found = new Map(
    (await findSimilarAccounts(db, unknown, null)).map((accounts, index) => [unknown[index], accounts]),
  );
  return companies.map((company, index) => ({
    match: matches[index] ?? null,
    similar: (found.get(company) ?? []).filter((account) => successorIdOf(account) === null),
  }));
};

const NO_CANDIDATES: CompanyCandidates = { byNumber: null, byListId: [], byName: [] };

const companyOf = ({
  name,
  kana,
  englishName,
  address,
  phone,
  corporateNumber,
  ...addresses
}: ListRow['values']) =>
  definedFields({
    name: name ?? '',
    kana,
    englishName,
    address,
    phone,
    domains: domainsOf(addresses) ?? [],
    corporateNumber: validCorporateNumber(corporateNumber),
  });

const matchOf = (
  company: ComparableCompany,
  { byNumber, byListId, byName }: CompanyCandidates,
): LeadMatch | null => {
  if (byNumber !== null) return { by: 'corporateNumber', accounts: [byNumber] };
  if (byListId.length > 0) return { by: 'listId', accounts: byListId };
  const likely = byName.flatMap((account) => {
    const likeness = likenessOf(company, account);
    return likeness === null ? [] : [{ account, ...likeness }];
  });
  const sure = likely.filter(({ group }) => group === 'sameFacts');
  if (sure.length > 0) return { by: 'nameAndFacts', accounts: sure.map(({ account }) => account) };
  return likely.length === 0 ? null : { by: 'name', accounts: likely.map(({ account }) => account) };
};

const MAX_LINKS = 10;

/** A merged or acquired company is known as the account that stands for it now. */
const replaceBySuccessors = async (
  db: Database,
  findings: readonly LeadFinding[],
): Promise<LeadFinding[]> => {
  const matched = findings.flatMap(({ match }) => match?.accounts ?? []);
  const accounts = await readSuccessors(db, matched);
  return findings.map(({ match, similar }) => {
    if (match === null) return { match, similar };
    const present = match.accounts.map((account) => presentAccount(account, accounts));
    const once = [...new Map(present.map((account) => [account.id, account])).values()];
    return { match: { ...match, accounts: once }, similar };
  });
};

/** By ID the accounts and all that stand for them, step by step along the links. */
const readSuccessors = async (db: Database, accounts: readonly Account[]): Promise<Map<string, Account>> => {
  const read = new Map(accounts.map((account) => [account.id, account]));
  for (let links = 0; links < MAX_LINKS; links += 1) {
    const successorIds = [...read.values()].flatMap((account) => successorIdOf(account) ?? []);
    const missing = [...new Set(successorIds)].filter((id) => !read.has(id));
    if (missing.length === 0) break;
    for (const account of (await readAccounts(db, missing)).accounts) read.set(account.id, account);
  }
  return read;
};

const presentAccount = (account: Account, accounts: ReadonlyMap<string, Account>): Account => {
  let present = account;
  for (let links = 0; links < MAX_LINKS; links += 1) {
    const successor = accounts.get(successorIdOf(present) ?? '');
    if (successor === undefined || successor.withdrawn) break;
    present = successor;
  }
  return present;
};
