/** Which account each row of a list is about: by its number, else the list's own ID, else a unique name and address, else a new one. */
import type { Placed } from '../company-list/place-rows';
import { type ListProblem, problem } from '../company-list/problems';
import { type Account, partOf } from '../domain/account';
import type { ImportRow } from '../domain/commands';
import { parseAccount } from './account-document';
import type { Holders } from './desk';
import { type Evidence, findCompanies, type Unnumbered } from './find-companies';
import { accountsOf, type Database, digest, existingOf } from './firestore';

export type Located = Placed & {
  accountId: string;
  /** Null for a company that is not in the register. */
  account: Account | null;
};

export type Location = Located | { problem: ListProblem };

export const isLocated = (location: Location): location is Located => 'accountId' in location;

export const locateRows = async (
  db: Database,
  rows: readonly Placed[],
  unnumbered: Unnumbered | null,
): Promise<{ locations: Location[]; holders: Holders }> => {
  const { evidence, holders } = await findCompanies(
    db,
    rows.map(({ row: { list, listId, details } }) => ({
      corporateNumber: details.corporateNumber ?? null,
      entry: listId === undefined ? null : { list, listId },
      name: details.name,
      address: details.address ?? null,
    })),
    unnumbered,
  );
  const locations = rows.map((placed, index): Location => {
    const fitting = fittingAccounts(placed.row, evidence[index] ?? NO_EVIDENCE);
    const [account = null] = fitting;
    if (fitting.length > 1) {
      const told = fitting.map(({ id, name }) => `${name} (${id})`).join(' / ');
      return { problem: problem(placed.line, 'COMPANY_AMBIGUOUS', told) };
    }
    return { ...placed, accountId: account?.id ?? `a_${digest(placed.identity)}`, account };
  });
  return { locations, holders };
};

/** With the accounts that have no evidence but were made from the same rows: for who does not go on to decide on them. */
export const withMadeBefore = async (db: Database, locations: readonly Location[]): Promise<Location[]> => {
  const ids = locations
    .filter(isLocated)
    .flatMap(({ accountId, account }) => (account === null ? [accountId] : []));
  const docs = await existingOf(accountsOf(db), ids);
  return locations.map((location) => {
    const doc = isLocated(location) && location.account === null ? docs.get(location.accountId) : undefined;
    return doc === undefined ? location : { ...location, account: parseAccount(doc.data()) };
  });
};

const NO_EVIDENCE: Evidence = { numbered: null, listed: [], placed: [] };

/** None: a new company. Several: nobody but a person can tell which one. */
const fittingAccounts = (row: ImportRow, { numbered, listed, placed }: Evidence): readonly Account[] => {
  const certain = unlinked([...(numbered === null ? [] : [numbered]), ...listed]);
  if (certain.length > 0) return certain;
  return unlinked(placed.filter((account) => !contradicts(account, row)));
};

/** Each once; of two of which one stands for the other (a merged duplicate), the one that stands. */
const unlinked = (accounts: readonly Account[]): Account[] => {
  const once = [...new Map(accounts.map((account) => [account.id, account])).values()];
  const ids = new Set(once.map(({ id }) => id));
  return once.filter(({ onFile }) => onFile?.successorId == null || !ids.has(onFile.successorId));
};

/** Another number, or another entry of the same list, is another company at the same address. */
const contradicts = (account: Account, { list, listId, details }: ImportRow): boolean => {
  const ownId = partOf(account.sources, list) ?? '';
  return (
    (account.corporateNumber !== null &&
      details.corporateNumber != null &&
      account.corporateNumber !== details.corporateNumber) ||
    (ownId !== '' && listId !== undefined && ownId !== listId)
  );
};
