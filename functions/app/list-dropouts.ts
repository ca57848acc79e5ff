/** Companies that a list had before and has no more: a person looks at them, nothing is changed. */
import type { ListIdentities } from '../company-list/company-rows';
import type { ListChanges } from '../contract/import';
import { nameAddressKey } from '../domain/company/name-address-key';
import type { Database } from '../store/firestore';
import { readBatchesToCheck } from '../store/import-batches';
import { type ListCompany, readListCompanies } from '../store/list-companies';
import { readListDecisions } from '../store/row-choices';
import { rowKey } from './list-choices';

const MAX_DROPOUTS_LISTED = 500;

type ListDropout = ListChanges['gone'][number];

/**
 * Compares the companies that are known from the list with what the list says today; the first ones are listed, in the order
 * of their account IDs. Those ON_FILE are left out: somebody has looked after them already.
 */
export const findListDropouts = async (
  db: Database,
  list: string,
  identities: ListIdentities,
): Promise<{ count: number; gone: ListDropout[] }> => {
  const gone: ListDropout[] = [];
  const decided = await accountsDecided(db, list, identities);
  const listedBefore = await versionsListedBefore(db, list);
  let count = 0;
  for await (const company of readListCompanies(db, list)) {
    if (company.status === 'ON_FILE' || decided.has(company.accountId)) continue;
    if (isStillListed(company, identities)) continue;
    count += 1;
    const { accountId, name, listId, status } = company;
    const version = listedBefore.get(accountId) ?? company.version;
    if (gone.length < MAX_DROPOUTS_LISTED) gone.push({ accountId, name, listId, status, version });
  }
  return { count, gone };
};

/** Of companies that had left the list before: who has looked at one since has not to do so again. */
const versionsListedBefore = async (db: Database, list: string): Promise<ReadonlyMap<string, number>> => {
  const batches = await readBatchesToCheck(db, list);
  return new Map(
    batches.flatMap(({ changes }) =>
      (changes?.gone ?? []).flatMap(({ accountId, version }) =>
        version === null ? [] : [[accountId, version] as const],
      ),
    ),
  );
};

/** What rows of the list were decided to be, however they are written. */
const accountsDecided = async (
  db: Database,
  list: string,
  { keys }: ListIdentities,
): Promise<ReadonlySet<string>> => {
  const { rows, ruled } = await readListDecisions(db, list);
  const decided = new Map([...ruled, ...rows]);
  if (decided.size === 0) return new Set();
  const choices = [...keys].flatMap((key) => decided.get(rowKey(key)) ?? []);
  return new Set(choices.flatMap((is) => (typeof is === 'string' ? [] : is.accountId)));
};

/** By its corporate number, its ID in the list, or one of its names, at its address or without any. */
export const isStillListed = (
  {
    name,
    formerNames,
    address,
    corporateNumber,
    listId,
  }: Omit<ListCompany, 'accountId' | 'status' | 'version'>,
  { numbers, ids, nameAddresses }: Omit<ListIdentities, 'keys'>,
): boolean =>
  (corporateNumber !== null && numbers.has(corporateNumber)) ||
  (listId !== '' && ids.has(listId)) ||
  [name, ...formerNames.map((former) => former.name)].some((spelling) =>
    [address, null].some((at) => nameAddresses.has(nameAddressKey(spelling, at))),
  );

/** The changes with the drop-outs of the list; null, as for a list that only adds, stays null. */
export const withDropouts = async (
  db: Database,
  list: string,
  identities: ListIdentities | null,
  changes: ListChanges | null,
): Promise<ListChanges | null> => {
  if (changes === null || identities === null) return changes;
  const { count, gone } = await findListDropouts(db, list, identities);
  return { ...changes, counts: { ...changes.counts, gone: count }, gone };
};
