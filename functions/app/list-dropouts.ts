/** Companies that a list had before and has no more: a person looks at them, nothing is changed. */
import { z } from 'zod';
import type { ListIdentities } from '../company-list/company-rows';
import type { ListChanges } from '../contract/import';
import { nameAddressKey } from '../domain/company/name-address-key';
import { STATUSES } from '../domain/status/statuses';
import { listKey } from '../store/account-document';
import { accountsOf, type Database } from '../store/firestore';

const ACCOUNTS_PER_PAGE = 500;
const MAX_DROPOUTS_LISTED = 500;

/** Of an account only what tells whether the list still has it. */
const FIELDS = [
  'status',
  'state.name',
  'state.formerNames',
  'state.address',
  'state.corporateNumber',
  'state.sources',
];
const listedCompany = z.object({
  status: z.enum(STATUSES),
  state: z.object({
    name: z.string(),
    formerNames: z.array(z.object({ name: z.string() })),
    address: z.string().nullable(),
    corporateNumber: z.string().nullable(),
    sources: z.record(z.string(), z.string()),
  }),
});

type ListDropout = ListChanges['gone'][number];

/** In the order of their account IDs. What is kept on file is looked after already. */
export const findListDropouts = async (
  db: Database,
  list: string,
  listed: ListIdentities,
): Promise<{ count: number; gone: ListDropout[] }> => {
  const gone: ListDropout[] = [];
  let count = 0;
  let after: string | null = null;
  for (;;) {
    let query = accountsOf(db)
      .where('knownBy', 'array-contains', listKey(list))
      .orderBy('__name__')
      .limit(ACCOUNTS_PER_PAGE)
      .select(...FIELDS);
    if (after !== null) query = query.startAfter(after);
    const { docs } = await query.get();
    for (const doc of docs) {
      const { status, state } = listedCompany.parse(doc.data());
      const listId = state.sources[list] ?? '';
      if (status === 'ON_FILE' || isStillListed(listed, state, listId)) continue;
      count += 1;
      if (gone.length < MAX_DROPOUTS_LISTED)
        gone.push({ accountId: doc.id, name: state.name, listId, status });
    }
    after = docs.at(-1)?.id ?? null;
    if (docs.length < ACCOUNTS_PER_PAGE) return { count, gone };
  }
};

const isStillListed = (
  { numbers, ids, places }: ListIdentities,
  { name, formerNames, address, corporateNumber }: z.output<typeof listedCompany>['state'],
  listId: string,
): boolean =>
  (corporateNumber !== null && numbers.has(corporateNumber)) ||
  (listId !== '' && ids.has(listId)) ||
  [{ name }, ...formerNames].some((one) => places.has(nameAddressKey(one.name, address)));
