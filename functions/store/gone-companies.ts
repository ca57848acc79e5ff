/** Companies that a list had before and has no more: a person looks at them, nothing is changed. */
import { z } from 'zod';
import type { Listed } from '../company-list/place-rows';
import type { ListChanges } from '../contract';
import { companyPlace } from '../domain/company-place';
import { STATUSES } from '../domain/statuses';
import { listing } from './account-document';
import { accountsOf, type Database } from './firestore';

const PAGE = 500;
const MOST_GONE = 500;

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

type Gone = ListChanges['gone'][number];

/** In the order of their account IDs. What is kept on file is looked after already. */
export const goneCompanies = async (
  db: Database,
  list: string,
  listed: Listed,
): Promise<{ count: number; gone: Gone[] }> => {
  const gone: Gone[] = [];
  let count = 0;
  let after: string | null = null;
  for (;;) {
    let query = accountsOf(db)
      .where('knownBy', 'array-contains', listing(list))
      .orderBy('__name__')
      .limit(PAGE)
      .select(...FIELDS);
    if (after !== null) query = query.startAfter(after);
    const { docs } = await query.get();
    for (const doc of docs) {
      const { status, state } = listedCompany.parse(doc.data());
      const listId = state.sources[list] ?? '';
      if (status === 'ON_FILE' || isIn(listed, state, listId)) continue;
      count += 1;
      if (gone.length < MOST_GONE) gone.push({ accountId: doc.id, name: state.name, listId, status });
    }
    after = docs.at(-1)?.id ?? null;
    if (docs.length < PAGE) return { count, gone };
  }
};

const isIn = (
  { numbers, ids, places }: Listed,
  { name, formerNames, address, corporateNumber }: z.output<typeof listedCompany>['state'],
  listId: string,
): boolean =>
  (corporateNumber !== null && numbers.has(corporateNumber)) ||
  (listId !== '' && ids.has(listId)) ||
  [{ name }, ...formerNames].some((one) => places.has(companyPlace(one.name, address)));
