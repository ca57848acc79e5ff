/** Which leads of an inbound list the register knows already, and by what. */
import type { ListRow } from '../company-list/read-list';
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

export interface LeadMatch {
  by: KnownLead['by'];
  /** Each in the place of those that it stands for. */
  accounts: readonly Account[];
}

const ROWS_PER_SLICE = 300;
/** Slices that are asked for at once. */
const PARALLEL_SLICES = 4;

/** In the order of the rows; null for a company that the register does not have. `list` is the list that the rows' IDs are of. */
export const matchLeadRows = async (
  db: Database,
  rows: readonly ListRow[],
  list: string | null,
): Promise<(LeadMatch | null)[]> => {
  const matches: (LeadMatch | null)[] = [];
  for (let from = 0; from < rows.length; from += PARALLEL_SLICES * ROWS_PER_SLICE) {
    const lanes = Array.from({ length: PARALLEL_SLICES }, (_, lane) =>
      rows.slice(from + lane * ROWS_PER_SLICE, from + (lane + 1) * ROWS_PER_SLICE),
    );
    const found = await Promise.all(lanes.map((slice) => matchSlice(db, slice, list)));
    matches.push(...found.flat());
  }
  return replaceBySuccessors(db, matches);
};

const matchSlice = async (
  db: Database,
  rows: readonly ListRow[],
  list: string | null,
): Promise<(LeadMatch | null)[]> => {
  const { evidence } = await findCompanyCandidates(
    db,
    rows.map(({ values: { name = '', address = null, listId, corporateNumber } }) => ({
      corporateNumber: validCorporateNumber(corporateNumber),
      entry: list === null || listId === undefined ? null : { list, listId },
      name,
      address,
    })),
  );
  const matches = evidence.map((one, index) => certainMatch(one, rows[index]?.values.corporateNumber));
  const nameOf = (index: number): string => rows[index]?.values.name ?? '';
  const namesakesOf = await findAccountsByName(
    db,
    rows.map((_, index) => nameOf(index)).filter((_, index) => matches[index] === null),
  );
  return matches.map((match, index) => {
    if (match !== null) return match;
    const accounts = withoutOtherNumbers(namesakesOf(nameOf(index)), rows[index]?.values.corporateNumber);
    return accounts.length === 0 ? null : { by: 'name', accounts };
  });
};

const certainMatch = (
  { numbered, listed, placed }: CompanyCandidates,
  typed: string | undefined,
): LeadMatch | null => {
  if (numbered !== null) return { by: 'corporateNumber', accounts: [numbered] };
  if (listed.length > 0) return { by: 'listId', accounts: listed };
  const accounts = withoutOtherNumbers(placed, typed);
  return accounts.length === 0 ? null : { by: 'nameAndAddress', accounts };
};

/** Of the same name, but with another corporate number: another company. */
const withoutOtherNumbers = (accounts: readonly Account[], typed: string | undefined): readonly Account[] => {
  const number = validCorporateNumber(typed);
  return accounts.filter(
    ({ corporateNumber }) => number === null || corporateNumber === null || corporateNumber === number,
  );
};

const MAX_LINKS = 10;

/** A merged or acquired company is known as the one that stands for it. */
const replaceBySuccessors = async (
  db: Database,
  matches: readonly (LeadMatch | null)[],
): Promise<(LeadMatch | null)[]> => {
  const known = new Map(
    matches.flatMap((match) => (match?.accounts ?? []).map((account) => [account.id, account])),
  );
  for (let links = 0; links < MAX_LINKS; links += 1) {
    const wanted = [...known.values()].flatMap((account) => successorIdOf(account) ?? []);
    const missing = [...new Set(wanted)].filter((id) => !known.has(id));
    if (missing.length === 0) break;
    for (const account of await readAccounts(db, missing)) known.set(account.id, account);
  }
  const standing = (account: Account): Account => {
    let now = account;
    for (let links = 0; links < MAX_LINKS; links += 1) {
      const successor = known.get(successorIdOf(now) ?? '');
      if (successor === undefined || successor.withdrawn) break;
      now = successor;
    }
    return now;
  };
  return matches.map((match) => {
    if (match === null) return null;
    const accounts = new Map(match.accounts.map(standing).map((account) => [account.id, account]));
    return { ...match, accounts: [...accounts.values()] };
  });
};
