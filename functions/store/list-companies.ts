/** The companies of an imported list: accounts that are known by an entry in it. */
import { FieldPath } from '@google-cloud/firestore';
import * as z from 'zod';
import { STATUSES } from '../domain/status/statuses';
import { listKey } from './account-keys';
import { documentPages } from './document-pages';
import { accountsOf, type Database } from './firestore';

const COMPANIES_PER_PAGE = 500;

/** Of an account only what tells whether the list still has it. */
const FIELDS = [
  'status',
  'state.version',
  'state.name',
  'state.formerNames',
  'state.address',
  'state.corporateNumber',
  'state.sources',
];
const companyDocument = z.object({
  status: z.enum(STATUSES),
  state: z.object({
    version: z.int(),
    name: z.string(),
    formerNames: z.array(z.object({ name: z.string() })).default([]),
    address: z.string().nullable().default(null),
    corporateNumber: z.string().nullable().default(null),
    sources: z.record(z.string(), z.string()).default({}),
  }),
});

export type ListCompany = { accountId: string; listId: string } & Pick<
  z.output<typeof companyDocument>,
  'status'
> &
  Omit<z.output<typeof companyDocument>['state'], 'sources'>;

/** Whether any account is known by an entry in the list. */
export const isKnownList = async (db: Database, list: string): Promise<boolean> => {
  const { empty } = await accountsOf(db).where('knownBy', 'array-contains', listKey(list)).limit(1).get();
  return !empty;
};

/** In the order of their account IDs; `listId` is empty where the list gave none. */
export async function* readListCompanies(db: Database, list: string): AsyncGenerator<ListCompany> {
  const query = accountsOf(db)
    .where('knownBy', 'array-contains', listKey(list))
    .orderBy(FieldPath.documentId())
    .select(...FIELDS);
  for await (const docs of documentPages(query, COMPANIES_PER_PAGE))
    for (const doc of docs) {
      const { status, state } = companyDocument.parse(doc.data());
      const { sources, ...identity } = state;
      yield { accountId: doc.id, listId: sources[list] ?? '', status, ...identity };
    }
}
