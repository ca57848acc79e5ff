/** Which leads of an inbound list the register knows already, and by what. */
import type { ListRow } from '../company-list/company-list';
import type { KnownLead } from '../contract/leads';
import type { Account } from '../domain/account/account';
import { successorIdOf } from '../domain/account/standing';
import { validCorporateNumber } from '../domain/company/corporate-number';
import { readAccounts } from '../store/accounts';
import {
  type CompanyCandidates,
  findAccountsByName,
  findCompanyCandidates,
} from '../store/company-candidates';
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
    rows.map(({ values: { name = '', address = null, listId, corporateNumber } }) => ({
      corporateNumber: validCorporateNumber(corporateNumber),
      entry: list === null || listId === undefined ? null : { list, listId },
      name,
      address,
    })),
  );
  const certain = rows.map(({ values }, index) => {
    const candidate = candidates[index];
    return candidate === undefined ? null : certainMatch(candidate, values.corporateNumber);
  });
  const accountsOfName = await findAccountsByName(
    db,
    rows.flatMap(({ values }, index) => (certain[index] === null ? [values.name ?? ''] : [])),
  );
  return rows.map(({ values }, index) => {
    const match = certain[index] ?? null;
    if (match !== null) return match;
    const accounts = withoutOtherNumbers(accountsOfName(values.name ?? ''), values.corporateNumber);
    return accounts.length === 0 ? null : { by: 'name', accounts };
  });
};

/** By more than the name alone. `typedNumber` is the corporate number as the list has it. */
const certainMatch = (
  { byNumber, byListId, byNameAndAddress }: CompanyCandidates,
  typedNumber: string | undefined,
): LeadMatch | null => {
  if (byNumber !== null) return { by: 'corporateNumber', accounts: [byNumber] };
  if (byListId.length > 0) return { by: 'listId', accounts: byListId };
  const accounts = withoutOtherNumbers(byNameAndAddress, typedNumber);
  return accounts.length === 0 ? null : { by: 'nameAndAddress', accounts };
};

/** An account of the same name, but with another corporate number, is another company. */
const withoutOtherNumbers = (
  accounts: readonly Account[],
  typedNumber: string | undefined,
): readonly Account[] => {
  const number = validCorporateNumber(typedNumber);
  return accounts.filter(
    ({ corporateNumber }) => number === null || corporateNumber === null || corporateNumber === number,
  );
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
