/** Every query that the store makes, against the indexes that are deployed: no emulator reports a missing one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Query } from '@google-cloud/firestore';
import indexes from '../../../firestore.indexes.json';
import { detectImportMode } from '../../../functions/app/detect-import-mode';
import { findLookupCandidates } from '../../../functions/app/find-lookup-candidates';
import { importRows } from '../../../functions/app/import-rows';
import { matchLeadRows } from '../../../functions/app/match-leads';
import { searchNextPage } from '../../../functions/app/search-duplicates';
import { undoImportBatch } from '../../../functions/app/undo-import';
import { parseLookupQuery } from '../../../functions/domain/lookup/query';
import { readAccountPage, readChangedAccounts } from '../../../functions/store/account-pages';
import { readChildAccounts, readDueChecks } from '../../../functions/store/accounts';
import { readDuplicateCandidates } from '../../../functions/store/duplicate-candidates';
import { NEW_DUPLICATE_SEARCH } from '../../../functions/store/duplicate-searches';
import { mergeQueueNotes } from '../../../functions/store/queue-notes';
import { reindexAccounts } from '../../../functions/store/reindex';
import { corporateNumberOf } from '../../corporate-numbers';
import { freshClient, usingFirestore } from '../../firestores';
import { aCommandContext } from '../app/submit-requests';

interface Shape {
  collection: string;
  /** `field op`, in order of the names. */
  filters: string[];
  /** `field direction`, without the name of the document behind the same direction. */
  order: string[];
}

/** What a query asks of the indexes; the messages are the client's own. */
const shapeOf = (query: Query): Shape => {
  const { structuredQuery } = (query as Query & { toProto(): { structuredQuery: Structured } }).toProto();
  const { where, orderBy = [] } = structuredQuery;
  const filters = where?.compositeFilter?.filters ?? (where === undefined || where === null ? [] : [where]);
  return {
    collection: structuredQuery.from?.[0]?.collectionId ?? '',
    filters: filters.map(({ fieldFilter }) => `${fieldFilter?.field.fieldPath} ${fieldFilter?.op}`).sort(),
    order: orderBy.map(({ field, direction }) => `${field.fieldPath} ${direction}`),
  };
};
interface Filter {
  fieldFilter?: { field: { fieldPath: string }; op: string };
}
interface Structured {
  from?: { collectionId: string }[];
  where?: (Filter & { compositeFilter?: { filters: Filter[] } }) | null;
  orderBy?: { field: { fieldPath: string }; direction: string }[];
}

const EQUALITIES = ['EQUAL', 'ARRAY_CONTAINS', 'ARRAY_CONTAINS_ANY'];

/** Single-field indexes, merged where several equalities meet, serve it; without a composite index. */
const needsComposite = ({ filters, order }: Shape): boolean => {
  const ranges = filters.filter((filter) => !EQUALITIES.includes(filter.split(' ')[1] ?? ''));
  const sorted = order.filter((by) => by !== '__name__ ASCENDING');
  const fields = new Set([...ranges, ...sorted].map((one) => one.split(' ')[0]));
  return fields.size > 1 || (fields.size === 1 && ranges.length < filters.length);
};

interface NamedRow {
  line: number;
  identity: string;
  row: { list: string; details: { name: string; corporateNumber?: string }; status: 'COLD' };
}
const sharingAName = ({ line, identity, row }: NamedRow): NamedRow => ({
  line,
  identity: `same ${identity}`,
  row: { ...row, details: { name: '株式会社同じ' } },
});

const firestore = usingFirestore('embedded');
const seen: Shape[] = [];

beforeAll(async () => {
  const made = jest.spyOn(Query.prototype, 'get');
  const counted = jest.spyOn(Query.prototype, 'count');
  const db = freshClient(firestore().host, { ignoreUndefinedProperties: true });
  const companies = Array.from({ length: 101 }, (_, n) => ({
    line: n + 2,
    identity: `row ${n}`,
    row: {
      list: 'L',
      details: { name: `会社 ${n}`, corporateNumber: corporateNumberOf(n) },
      status: 'COLD' as const,
    },
  }));
  const identities = { numbers: new Set<string>(), ids: new Set<string>(), nameAddresses: new Set<string>() };
  const run = { batch: 'b_1', list: 'L', identities, resume: false, isTimeUp: () => false };
  await importRows(db, companies, run, aCommandContext());
  await detectImportMode(db, companies, 'L');
  await matchLeadRows(db, [{ line: 2, values: { name: '会社 1', address: '東京都' } }], null);
  for (const filter of [
    {},
    { status: 'COLD' },
    { ownerId: 'is' },
    { status: 'COLD', ownerId: 'is' },
  ] as const) {
    const page = await readAccountPage(db, filter, undefined, 50);
    if (page?.cursor) await readAccountPage(db, filter, page.cursor, 50);
  }
  const changed = await readChangedAccounts(db, undefined, 10);
  await readChangedAccounts(db, changed?.cursor ?? '', 10);
  // More companies of one name than are read.
  await importRows(db, companies.slice(0, 20).map(sharingAName), { ...run, batch: 'b_2' }, aCommandContext());
  await findLookupCandidates(db, parseLookupQuery('株式会社同じ').question);
  await findLookupCandidates(db, parseLookupQuery(corporateNumberOf(3)).question);
  await findLookupCandidates(db, parseLookupQuery('株式会社東西南北').question);
  await reindexAccounts(db);
  await readDueChecks(db, '2026-09-30');
  await mergeQueueNotes(db, {});
  await readDuplicateCandidates(db, [{ name: '会社', phone: '03-1111-2222' }]);
  await readChildAccounts(db, 'a_parent', 50);
  await searchNextPage(db, (await searchNextPage(db, NEW_DUPLICATE_SEARCH)) ?? NEW_DUPLICATE_SEARCH);
  await undoImportBatch(db, 'b_1', aCommandContext());
  seen.push(...[...made.mock.contexts, ...counted.mock.contexts].map((query) => shapeOf(query as Query)));
  jest.restoreAllMocks();
  await db.terminate();
});

const distinct = (): Shape[] => [...new Map(seen.map((shape) => [JSON.stringify(shape), shape])).values()];

test('these are all the queries', () => {
  const texts = distinct().map(
    ({ collection, filters, order }) => `${collection}: ${filters.join(' & ')} | ${order.join(', ')}`,
  );
  expect(texts.sort()).toEqual(
    [
      'accounts: __name__ IN | ',
      'corporateNumbers: __name__ IN | ',
      'accounts: batches ARRAY_CONTAINS | __name__ ASCENDING',
      'accounts: corporateNumber EQUAL | ',
      'accounts: due.check LESS_THAN_OR_EQUAL | due.check ASCENDING',
      'accounts: knownBy ARRAY_CONTAINS | ',
      'accounts: knownBy ARRAY_CONTAINS | __name__ ASCENDING',
      'accounts: knownBy ARRAY_CONTAINS_ANY | ',
      'accounts: likeKeys ARRAY_CONTAINS_ANY | ',
      'accounts: matchKeys ARRAY_CONTAINS | ',
      'accounts: matchKeys ARRAY_CONTAINS_ANY | ',
      'accounts: ownerId EQUAL & status EQUAL | __name__ ASCENDING',
      'accounts: ownerId EQUAL | __name__ ASCENDING',
      'accounts: parentId EQUAL | ',
      'accounts: status EQUAL | ',
      'accounts: status EQUAL | __name__ ASCENDING',
      'accounts:  | __name__ ASCENDING',
      'accounts:  | changedAt ASCENDING, __name__ ASCENDING',
      'queueNotes:  | ',
    ].sort(),
  );
});

test('no filter or order stands in the source that was not seen', () => {
  const nameOf = ([, field = '']: RegExpMatchArray): string =>
    field.startsWith('FieldPath') ? '__name__' : field.slice(1, -1);
  const source = ['app', 'store']
    .map((name) => join(__dirname, '../../../functions', name))
    .flatMap((folder) => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')))
    .join('\n');
  const filtered = [...source.matchAll(/\.where\(('[\w.]+'|FieldPath\.documentId\(\))/g)].map(nameOf);
  const ordered = [...source.matchAll(/\.orderBy\(('[\w.]+'|FieldPath\.documentId\(\))/g)].map(nameOf);
  expect(new Set(filtered)).toEqual(
    new Set(seen.flatMap(({ filters }) => filters.map((one) => one.split(' ')[0]))),
  );
  expect(new Set(ordered)).toEqual(
    new Set(seen.flatMap(({ order }) => order.map((one) => one.split(' ')[0]))),
  );
  expect(source.match(/\.where\(/g)).toHaveLength(filtered.length);
  expect(source.match(/\.orderBy\(/g)).toHaveLength(ordered.length);
});

test('each is served: by single-field indexes, or by a composite one that is deployed', () => {
  const composite = indexes.indexes as { collectionGroup: string; fields: { fieldPath: string }[] }[];
  for (const shape of distinct().filter(needsComposite)) {
    const fields = [...shape.filters, ...shape.order].map((one) => one.split(' ')[0]);
    expect(
      composite.some(
        (index) =>
          index.collectionGroup === shape.collection &&
          fields.every((field) => index.fields.some(({ fieldPath }) => fieldPath === field)),
      ),
    ).toBe(true);
  }
  // What is not indexed is not asked for.
  for (const { collectionGroup, fieldPath } of indexes.fieldOverrides)
    for (const { collection, filters, order } of distinct())
      if (collection === collectionGroup)
        for (const one of [...filters, ...order])
          expect(`${one.split(' ')[0]}.`.startsWith(`${fieldPath}.`)).toBe(false);
});

test('a shape that needs a composite index is recognised', () => {
  const of = (filters: string[], order: string[]) =>
    needsComposite({ collection: 'accounts', filters, order });
  expect(of(['status EQUAL', 'due.check LESS_THAN_OR_EQUAL'], ['due.check ASCENDING'])).toBe(true);
  expect(of(['status EQUAL'], ['changedAt ASCENDING', '__name__ ASCENDING'])).toBe(true);
  expect(of([], ['__name__ DESCENDING', 'changedAt ASCENDING'])).toBe(true);
  expect(of(['due.check LESS_THAN_OR_EQUAL'], ['due.check ASCENDING', '__name__ ASCENDING'])).toBe(false);
});

test('large and never asked for: not indexed; an old request is forgotten', () => {
  const exempt = indexes.fieldOverrides.map(
    ({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`,
  );
  expect(exempt).toEqual(expect.arrayContaining(['accounts.state', 'events.events', 'requests.row']));
  expect(indexes.fieldOverrides).toContainEqual({
    collectionGroup: 'requests',
    fieldPath: 'expireAt',
    ttl: true,
    indexes: [],
  });
});
