/** Which leads of an inbound list the register knows already, and by what. */
import type { ListRow } from '../company-list/company-list';
import type { KnownLead } from '../contract/leads';
import type { Account } from '../domain/account/account';
import { definedFields } from '../domain/account/defined-fields';
import { successorIdOf } from '../domain/account/standing';
import { companyDomains } from '../domain/company/company-identity';
import { validCorporateNumber } from '../domain/company/corporate-number';
import type { ComparableCompany } from '../domain/company/duplicates';
import { likenessOf } from '../domain/company/likely-company';
import { readAccounts } from '../store/accounts';
import { type CompanyCandidates, findCompanyCandidates } from '../store/company-candidates';
import type { Database } from '../store/firestore';
import { mapSlices } from './row-slices';

export interface LeadMatch {
  by: KnownLead['by'];
  /** Several where nothing tells which one is meant. Of a merged or acquired company it is the account that stands for it. */
  accounts: readonly Account[];
}

const ROWS_PER_SLICE = 120;

/** In the order of the rows; null for a company that the register does not have. `list` is the list that the rows' IDs are of. */
export const matchLeadRows = async (
  db: Database,
  rows: readonly ListRow[],
  list: string | null,
): Promise<(LeadMatch | null)[]> => {
  const matches = await mapSlices(rows, ROWS_PER_SLICE, (slice) => matchSlice(db, slice, list));
  return replaceBySuccessors(db, matches);
};

const matchSlice = async (
  db: Database,
  rows: readonly ListRow[],
  list: string | null,
): Promise<(LeadMatch | null)[]> => {
  const { candidates } = await findCompanyCandidates(
    db,
    rows.map(({ values }) => ({
      company: companyOf(values),
      entry: values.listId === undefined ? null : { list, listId: values.listId },
    })),
  );
  return rows.map(({ values }, index) => {
    const candidate = candidates[index];
    return candidate === undefined ? null : matchOf(companyOf(values), candidate);
  });
};

const companyOf = ({
  name,
  kana,
  englishName,
  address,
  phone,
  domain,
  email,
  corporateNumber,
}: ListRow['values']) =>
  definedFields({
    name: name ?? '',
    kana,
    englishName,
    address,
    phone,
    domains: companyDomains([domain, email].filter((host) => host !== undefined)),
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
  matches: readonly (LeadMatch | null)[],
): Promise<(LeadMatch | null)[]> => {
  const matched = matches.flatMap((match) => match?.accounts ?? []);
  const accounts = await readSuccessors(db, matched);
  return matches.map((match) => {
    if (match === null) return null;
    const present = match.accounts.map((account) => presentAccount(account, accounts));
    return { ...match, accounts: [...new Map(present.map((account) => [account.id, account])).values()] };
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
