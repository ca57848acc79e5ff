/** Which leads of an inbound list the register knows already, and by what. */
import type { ListRow } from '../company-list/read-list';
import type { KnownLead } from '../contract';
import type { Account } from '../domain/account';
import { parseCorporateNumber } from '../domain/corporate-number';
import { readAccounts } from './accounts';
import { type Evidence, findCompanies, findNamesakes } from './find-companies';
import type { Database } from './firestore';

export interface Match {
  by: KnownLead['by'];
  /** Each in the place of those that it stands for. */
  accounts: readonly Account[];
}

const SLICE = 300;
/** Slices that are asked for at once. */
const LANES = 4;

/** In the order of the rows; null for a company that the register does not have. `list` is the list that the rows' IDs are of. */
export const matchLeads = async (
  db: Database,
  rows: readonly ListRow[],
  list: string | null,
): Promise<(Match | null)[]> => {
  const matches: (Match | null)[] = [];
  for (let from = 0; from < rows.length; from += LANES * SLICE) {
    const lanes = Array.from({ length: LANES }, (_, lane) =>
      rows.slice(from + lane * SLICE, from + (lane + 1) * SLICE),
    );
    const found = await Promise.all(lanes.map((slice) => matchSlice(db, slice, list)));
    matches.push(...found.flat());
  }
  return withSuccessors(db, matches);
};

const matchSlice = async (
  db: Database,
  rows: readonly ListRow[],
  list: string | null,
): Promise<(Match | null)[]> => {
  const { evidence } = await findCompanies(
    db,
    rows.map(({ values: { name = '', address = null, listId, corporateNumber } }) => ({
      corporateNumber: numberOf(corporateNumber),
      entry: list === null || listId === undefined ? null : { list, listId },
      name,
      address,
    })),
  );
  const matches = evidence.map((one, index) => certainMatch(one, rows[index]?.values.corporateNumber));
  const nameOf = (index: number): string => rows[index]?.values.name ?? '';
  const namesakesOf = await findNamesakes(
    db,
    rows.map((_, index) => nameOf(index)).filter((_, index) => matches[index] === null),
  );
  return matches.map((match, index) => {
    if (match !== null) return match;
    const accounts = notAnother(namesakesOf(nameOf(index)), rows[index]?.values.corporateNumber);
    return accounts.length === 0 ? null : { by: 'name', accounts };
  });
};

/** A wrong number tells nothing. */
const numberOf = (typed: string | undefined): string | null => {
  const parsed = typed === undefined ? null : parseCorporateNumber(typed);
  return parsed !== null && 'number' in parsed ? parsed.number : null;
};

const certainMatch = ({ numbered, listed, placed }: Evidence, typed: string | undefined): Match | null => {
  if (numbered !== null) return { by: 'corporateNumber', accounts: [numbered] };
  if (listed.length > 0) return { by: 'listId', accounts: listed };
  const accounts = notAnother(placed, typed);
  return accounts.length === 0 ? null : { by: 'nameAndAddress', accounts };
};

/** Of the same name, but with another corporate number: another company. */
const notAnother = (accounts: readonly Account[], typed: string | undefined): readonly Account[] => {
  const number = numberOf(typed);
  return accounts.filter(
    ({ corporateNumber }) => number === null || corporateNumber === null || corporateNumber === number,
  );
};

const MOST_LINKS = 10;

/** A merged or acquired company is known as the one that stands for it. */
const withSuccessors = async (
  db: Database,
  matches: readonly (Match | null)[],
): Promise<(Match | null)[]> => {
  const known = new Map(
    matches.flatMap((match) => (match?.accounts ?? []).map((account) => [account.id, account])),
  );
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const wanted = [...known.values()].flatMap(({ onFile }) => onFile?.successorId ?? []);
    const missing = [...new Set(wanted)].filter((id) => !known.has(id));
    if (missing.length === 0) break;
    for (const account of await readAccounts(db, missing)) known.set(account.id, account);
  }
  const standing = (account: Account): Account => {
    let now = account;
    for (let links = 0; links < MOST_LINKS; links += 1) {
      const successor = known.get(now.onFile?.successorId ?? '');
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
