/** Every query that the store makes, against the indexes that are deployed: no emulator reports a missing one. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Query } from '@google-cloud/firestore';
import { projectFolder } from '../../../emulator/project-folder';
import indexes from '../../../firestore.indexes.json';
import { detectImportMode } from '../../../functions/app/detect-import-mode';
import { findLookupCandidates } from '../../../functions/app/find-lookup-candidates';
import { importRows } from '../../../functions/app/import-rows';
import { matchLeadRows } from '../../../functions/app/match-leads';
import { searchNextPage } from '../../../functions/app/search-duplicates';
import { submit } from '../../../functions/app/submit';
import { submitWithErasures } from '../../../functions/app/submit-erasures';
import { undoImportBatch } from '../../../functions/app/undo-import';
import { ACCOUNT_SORTS, SORT_DIRECTIONS } from '../../../functions/domain/account/account-order';
import type { HistoryFilter } from '../../../functions/domain/account/history-filter';
import type { CallerCommand } from '../../../functions/domain/commands/command-table';
import { parseLookupQuery } from '../../../functions/domain/lookup/query';
import { accountDocument } from '../../../functions/store/account-fields';
import { readAccountPage, readChangedAccounts } from '../../../functions/store/account-pages';
import { readChildAccounts } from '../../../functions/store/accounts';
import { countJudgements } from '../../../functions/store/bad-fit-counts';
import { readAccountsOfPerson } from '../../../functions/store/contact-searches';
import { readDueAccounts, readDueDecisions } from '../../../functions/store/due-accounts';
import { readDuplicateCandidates } from '../../../functions/store/duplicate-candidates';
import { NEW_DUPLICATE_SEARCH } from '../../../functions/store/duplicate-searches';
import { deleteExpired } from '../../../functions/store/expired-documents';
import { accountRef } from '../../../functions/store/firestore';
import { readHistoryPage } from '../../../functions/store/history-pages';
import { readBatchesToCheck } from '../../../functions/store/import-batches';
import { countMemberLoads } from '../../../functions/store/member-loads';
import { readOpenOpportunities } from '../../../functions/store/open-opportunities';
import { readOwnedAccounts } from '../../../functions/store/owned-accounts';
import { mergeQueueNotes } from '../../../functions/store/queue-notes';
import { readRecentlyChanged } from '../../../functions/store/recently-changed';
import { reindexAccounts } from '../../../functions/store/reindex';
import { readSentBack } from '../../../functions/store/sent-back';
import { readTeamEntries } from '../../../functions/store/team-entries';
import { aJudgement, anAccount, aSettings } from '../../builders';
import { corporateNumberOf } from '../../corporate-numbers';
import { freshClient, usingFirestore } from '../../firestores';
import { aCommandContext, aRegisterSubmit, aSubmitRequest, contactCommand } from '../app/submit-requests';

interface Shape {
  /** Of a collection group with an asterisk in front. */
  collection: string;
  /** `field op`, in order of the names. */
  filters: string[];
  /** `field direction`. */
  order: string[];
}

/** What a query asks of the indexes; the messages are the client's own. */
const shapeOf = (query: Query): Shape => {
  const { structuredQuery } = (query as Query & { toProto(): { structuredQuery: Structured } }).toProto();
  const { where, orderBy = [] } = structuredQuery;
  const filters = where?.compositeFilter?.filters ?? (where === undefined || where === null ? [] : [where]);
  return {
    collection: `${structuredQuery.from?.[0]?.allDescendants ? '*' : ''}${structuredQuery.from?.[0]?.collectionId ?? ''}`,
    filters: filters.map(({ fieldFilter }) => `${fieldFilter?.field.fieldPath} ${fieldFilter?.op}`).sort(),
    order: orderBy.map(({ field, direction }) => `${field.fieldPath} ${direction}`),
  };
};
interface Filter {
  fieldFilter?: { field: { fieldPath: string }; op: string };
}
interface Structured {
  from?: { collectionId: string; allDescendants?: boolean }[];
  where?: (Filter & { compositeFilter?: { filters: Filter[] } }) | null;
  orderBy?: { field: { fieldPath: string }; direction: string }[];
}

const INDEXES_FILE = join(projectFolder(), 'firestore.indexes.json');
const EQUALITIES = ['EQUAL', 'IN', 'ARRAY_CONTAINS', 'ARRAY_CONTAINS_ANY'];

const fieldOf = (part: string): string => part.split(' ')[0] ?? '';

/**
 * The composite indexes that serve it, none where single-field indexes do. Equalities are merged: of indexes that each begin with
 * one of them and go on with the same order. Every index ends with the name of the document, in the direction before it.
 */
const compositeIndexesOf = ({ filters, order }: Shape): string[][] => {
  const equalities = filters.filter((filter) => EQUALITIES.includes(filter.split(' ')[1] ?? ''));
  const direction = order.at(-2)?.split(' ')[1] ?? 'ASCENDING';
  const sorted = order.at(-1) === `__name__ ${direction}` ? order.slice(0, -1) : order;
  const ranges = filters
    .filter((filter) => !equalities.includes(filter) && !sorted.map(fieldOf).includes(fieldOf(filter)))
    .map((filter) => `${fieldOf(filter)} ASCENDING`);
  const ordered = [...sorted, ...ranges];
  if (equalities.length === 0) return ordered.length > 1 ? [ordered] : [];
  return ordered.length === 0
    ? []
    : equalities.map((filter) => [
        filter.includes('ARRAY') ? `${fieldOf(filter)} CONTAINS` : `${fieldOf(filter)} ASCENDING`,
        ...ordered,
      ]);
};

interface NamedRow {
  line: number;
  identity: string;
  key: string;
  row: { list: string; details: { name: string; corporateNumber?: string }; status: 'COLD' };
}
const sharingAName = ({ line, identity, row }: NamedRow): NamedRow => ({
  line,
  identity: `same ${identity}`,
  key: `same ${identity}`,
  row: { ...row, details: { name: '株式会社同じ' } },
});

const OVERDUE = { checkBefore: '2026-07-01' };
const LIST_FILTERS = [
  { status: 'COLD' as const },
  { ownerIds: ['is'] },
  { ownerIds: ['is', 'fs'] },
  { pending: true },
  { debts: true },
  { status: 'COLD' as const, ownerIds: ['is'], pending: true, debts: true },
  {},
].flatMap((filter) => [filter, { ...filter, ...OVERDUE }]);
const LIST_ORDERS = [
  null,
  ...ACCOUNT_SORTS.flatMap((by) => SORT_DIRECTIONS.map((direction) => ({ by, direction }))),
];

const PERIOD = { from: '2026-01-01T00:00:00.000Z', before: '2026-12-31T00:00:00.000Z' };
const HISTORY_FILTERS: HistoryFilter[] = [
  {},
  { personId: 'is' },
  { command: 'register' },
  { channel: 'import' },
  { batch: 'b_1' },
  { personId: 'is', command: 'import', channel: 'import', batch: 'b_1' },
];

const firestore = usingFirestore('embedded');
const seen: Shape[] = [];
/** Of those the lists of `accounts`. */
const lists: Shape[] = [];

beforeAll(async () => {
  const made = jest.spyOn(Query.prototype, 'get');
  const counted = jest.spyOn(Query.prototype, 'count');
  const db = freshClient(firestore().host, { ignoreUndefinedProperties: true });
  const companies = Array.from({ length: 101 }, (_, n) => ({
    line: n + 2,
    identity: `row ${n}`,
    key: `row ${n}`,
    row: {
      list: 'L',
      listId: `${n}`,
      details: { name: `会社 ${n}`, corporateNumber: corporateNumberOf(n) },
      status: 'COLD' as const,
    },
  }));
  const identities = {
    numbers: new Set<string>(),
    ids: new Set<string>(),
    nameAddresses: new Set<string>(),
    keys: new Set<string>(),
  };
  const choices = { rules: {}, rows: new Map(), ruled: new Map() };
  const run = {
    batch: 'b_1',
    list: 'L',
    identities,
    appliesStatus: false,
    choices,
    twice: 0,
    resume: false,
    isTimeUp: () => false,
  };
  await importRows(db, companies, run, aCommandContext());
  await detectImportMode(db, companies, 'L', choices);
  await matchLeadRows(db, [{ line: 2, values: { name: '会社 1', address: '東京都' } }], null);
  const before = made.mock.contexts.length;
  for (const filter of LIST_FILTERS)
    for (const order of LIST_ORDERS) await readAccountPage(db, filter, order, undefined, 1);
  lists.push(...made.mock.contexts.slice(before).map((query) => shapeOf(query as Query)));
  for (const filter of [
    { handedOver: true },
    { pursuedBy: 'fs' },
    { insideSalesOf: 'is' },
    { promisedBy: 'is' },
    { judgedBy: 'is' },
  ])
    await readAccountPage(db, filter, null, undefined, 1);
  const changed = await readChangedAccounts(db, undefined, 10);
  await readChangedAccounts(db, changed?.cursor ?? '', 10);
  // More companies of one name than are read.
  await importRows(db, companies.slice(0, 20).map(sharingAName), { ...run, batch: 'b_2' }, aCommandContext());
  await findLookupCandidates(db, parseLookupQuery('株式会社同じ').question);
  await findLookupCandidates(db, parseLookupQuery(corporateNumberOf(3)).question);
  await findLookupCandidates(db, parseLookupQuery('株式会社東西南北').question);
  await readAccountsOfPerson(db, '山田太郎様');
  await reindexAccounts(db);
  await readDueDecisions(db, '2026-09-30');
  await readBatchesToCheck(db);
  await readBatchesToCheck(db, 'L');
  const badFit = aJudgement({ products: ['Cloud'] });
  const reviewed = anAccount({ id: 'a_reviewed', status: 'BAD_FIT', badFit });
  await accountRef(db, reviewed.id).set(accountDocument(reviewed, []));
  await readDueAccounts(db, {
    today: '2026-09-30',
    checksUntil: '2026-12-31',
    workingSince: '2026-07-01',
    leavers: ['m_left'],
    settings: aSettings(),
  });
  await countMemberLoads(db, ['m_1']);
  await countJudgements(db, ['is'], ['SIZE']);
  await mergeQueueNotes(db, {});
  await readDuplicateCandidates(db, [{ name: '会社', phone: '03-1111-2222' }]);
  await readChildAccounts(db, 'a_parent', 50);
  await readOwnedAccounts(db, 'is', ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY']);
  await searchNextPage(db, (await searchNextPage(db, NEW_DUPLICATE_SEARCH)) ?? NEW_DUPLICATE_SEARCH);
  await submit(
    db,
    [aRegisterSubmit('a_1'), aSubmitRequest('a_1', 1, contactCommand('山田'))],
    aCommandContext(),
  );
  const erase: CallerCommand = { type: 'eraseContact', contactId: 'c000002' };
  await readOpenOpportunities(db);
  await readRecentlyChanged(db);
  for (const before of [undefined, 9]) await readTeamEntries(db, { before, limit: 1 });
  for (const filter of HISTORY_FILTERS) await readHistoryPage(db, { ...filter, ...PERIOD }, undefined, 1);
  await readSentBack(db, 'is', 1);
  await readSentBack(db, null, 1);
  await deleteExpired(db, new Date(), () => false);
  await submitWithErasures(db, [aSubmitRequest('a_1', 2, erase)], aCommandContext('manager'));
  await undoImportBatch(db, { id: 'b_1', list: 'L' }, aCommandContext());
  seen.push(...[...made.mock.contexts, ...counted.mock.contexts].map((query) => shapeOf(query as Query)));
  jest.restoreAllMocks();
  await db.terminate();
});

const distinct = (shapes: readonly Shape[]): Shape[] => [
  ...new Map(shapes.map((shape) => [JSON.stringify(shape), shape])).values(),
];
const textOf = ({ collection, filters, order }: Shape): string =>
  `${collection}: ${filters.join(' & ')} | ${order.join(', ')}`;

/** With these fields filtered. */
const historyQueryText = (fields: readonly string[]): string => {
  const filters = ['at GREATER_THAN_OR_EQUAL', 'at LESS_THAN', ...fields.map((field) => `${field} EQUAL`)];
  return textOf({
    collection: '*events',
    filters: filters.sort(),
    order: ['at DESCENDING', '__name__ DESCENDING'],
  });
};

test('these are all the queries, beside the lists of accounts in their orders', () => {
  const listed = new Set(lists.map(textOf));
  const texts = distinct(seen)
    .map(textOf)
    .filter((text) => !listed.has(text));
  // Overdue ones without an order are asked for as those by the next check.
  expect(listed.size).toBe(LIST_FILTERS.length * (LIST_ORDERS.length - 0.5));
  expect(texts.sort()).toEqual(
    [
      'accounts: __name__ IN | ',
      'batches: list EQUAL & toCheck EQUAL | ',
      'batches: toCheck EQUAL | ',
      'corporateNumbers: __name__ IN | ',
      'accounts: batches ARRAY_CONTAINS | __name__ ASCENDING',
      'accounts:  | changedAt DESCENDING',
      'accounts: contactKeys ARRAY_CONTAINS_ANY | ',
      'accounts: corporateNumber EQUAL | ',
      'accounts: due.check LESS_THAN_OR_EQUAL | due.check ASCENDING',
      'accounts: judgedAgainst EQUAL | ',
      'accounts: judgement.by EQUAL | ',
      'accounts: judgement.by EQUAL | __name__ ASCENDING',
      'accounts: judgement.by EQUAL & judgement.reason EQUAL | ',
      'accounts: judgedAgainst GREATER_THAN | judgedAgainst ASCENDING',
      ...['decision', 'handOver', 'nextStep', 'review', 'revisit', 'working'].map(
        (kind) => `accounts: due.${kind} LESS_THAN_OR_EQUAL | due.${kind} ASCENDING`,
      ),
      'accounts: due.fieldSales ARRAY_CONTAINS | __name__ ASCENDING',
      'accounts: due.fieldSales ARRAY_CONTAINS_ANY | ',
      'accounts: due.handOver GREATER_THAN | due.handOver ASCENDING, __name__ ASCENDING',
      'accounts: due.opportunity GREATER_THAN | due.opportunity ASCENDING',
      'accounts: due.insideSales EQUAL | __name__ ASCENDING',
      'accounts: due.insideSales IN | ',
      'accounts: due.promised EQUAL | __name__ ASCENDING',
      'accounts: due.owner IN | ',
      'accounts: hasDebts EQUAL | ',
      'accounts: pending EQUAL | ',
      'accounts: knownBy ARRAY_CONTAINS | ',
      'accounts: knownBy ARRAY_CONTAINS | __name__ ASCENDING',
      'accounts: knownBy ARRAY_CONTAINS_ANY | ',
      'accounts: likeKeys ARRAY_CONTAINS_ANY | ',
      'accounts: matchKeys ARRAY_CONTAINS | ',
      'accounts: matchKeys ARRAY_CONTAINS_ANY | ',
      'accounts: ownerId EQUAL | ',
      'accounts: ownerId EQUAL & status IN | ',
      'accounts: parentId EQUAL | ',
      'accounts: status EQUAL | ',
      'queueNotes:  | ',
      'digestMarks: at LESS_THAN_OR_EQUAL | at ASCENDING',
      'erasures:  | __name__ ASCENDING',
      'events: at LESS_THAN_OR_EQUAL | at ASCENDING',
      'requests: at LESS_THAN_OR_EQUAL | at ASCENDING',
      'events:  | __name__ ASCENDING',
      'events:  | version DESCENDING',
      'events: version LESS_THAN | version DESCENDING',
      'requests: accountId EQUAL | __name__ ASCENDING',
      'sentBack:  | ',
      'sentBack: accountId EQUAL | __name__ ASCENDING',
      'sentBack: at LESS_THAN_OR_EQUAL | at ASCENDING',
      'sentBack: by EQUAL | ',
      ...[[], ['by'], ['sentBy'], ['command'], ['channel'], ['batch']].map(historyQueryText),
      ...['by', 'sentBy'].map((person) => historyQueryText([person, 'command', 'channel', 'batch'])),
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

test('each is served: by single-field indexes, or by composite ones that are deployed, and no other is', () => {
  const needed = new Map(
    distinct(seen).flatMap((shape) =>
      compositeIndexesOf(shape).map((fields): [string, object] => [
        `${shape.collection}: ${fields.join(', ')}`,
        {
          collectionGroup: shape.collection.replace('*', ''),
          queryScope: shape.collection.startsWith('*') ? 'COLLECTION_GROUP' : 'COLLECTION',
          fields: fields.map((field) => {
            const [fieldPath, order] = field.split(' ');
            return order === 'CONTAINS' ? { fieldPath, arrayConfig: order } : { fieldPath, order };
          }),
        },
      ]),
    ),
  );
  const composite = [...needed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, index]) => index);
  // As with the pages of docs: `UPDATE_DOCS=1`, then the formatter.
  if (process.env.UPDATE_DOCS !== undefined)
    writeFileSync(INDEXES_FILE, JSON.stringify({ ...indexes, indexes: composite }));
  else expect(indexes.indexes).toEqual(composite);
});

test('a collection group that is sorted by a single field has its index', () => {
  const sorted = distinct(seen).filter(
    (shape) => shape.collection.startsWith('*') && compositeIndexesOf(shape).length === 0,
  );
  const needed = sorted.flatMap(({ collection, order: [first = ''] }) => {
    const [fieldPath, order] = first.split(' ');
    return fieldPath === '__name__' ? [] : { collectionGroup: collection.slice(1), fieldPath, order };
  });
  expect(needed).toHaveLength(1);
  for (const { collectionGroup, fieldPath, order } of needed) {
    const override = indexes.fieldOverrides.find(
      (one) => one.collectionGroup === collectionGroup && one.fieldPath === fieldPath,
    );
    expect(override?.indexes).toContainEqual({ order, queryScope: 'COLLECTION_GROUP' });
    // An override replaces what every field has.
    for (const each of ['ASCENDING', 'DESCENDING'])
      expect(override?.indexes).toContainEqual({ order: each, queryScope: 'COLLECTION' });
  }
});

test('no query uses a field that is exempt from indexes', () => {
  for (const { collectionGroup, fieldPath, indexes: exempt } of indexes.fieldOverrides)
    for (const { collection, filters, order } of distinct(seen))
      if (collection.replace('*', '') === collectionGroup && exempt.length === 0)
        for (const one of [...filters, ...order])
          expect(`${fieldOf(one)}.`.startsWith(`${fieldPath}.`)).toBe(false);
});

test('a shape that needs composite indexes is recognised', () => {
  const of = (filters: string[], order: string[]) =>
    compositeIndexesOf({ collection: 'accounts', filters, order });
  const [status, owner, check] = ['status EQUAL', 'ownerId IN', 'due.check LESS_THAN'];
  const name = '__name__ ASCENDING';
  expect(of([check], ['due.check ASCENDING', name])).toEqual([]);
  expect(of([], ['changedAt DESCENDING', '__name__ DESCENDING'])).toEqual([]);
  expect(of([status, owner], [name])).toEqual([]);
  expect(of([status], ['__name__ DESCENDING'])).toEqual([['status ASCENDING', '__name__ DESCENDING']]);
  expect(of([], ['__name__ DESCENDING', 'changedAt ASCENDING'])).toHaveLength(1);
  expect(of([status, owner], ['changedAt ASCENDING', name])).toEqual([
    ['status ASCENDING', 'changedAt ASCENDING'],
    ['ownerId ASCENDING', 'changedAt ASCENDING'],
  ]);
  expect(of([status, check], ['order.name ASCENDING', name])).toEqual([
    ['status ASCENDING', 'order.name ASCENDING', 'due.check ASCENDING'],
  ]);
  expect(of(['keys ARRAY_CONTAINS'], ['changedAt ASCENDING', name])).toEqual([
    ['keys CONTAINS', 'changedAt ASCENDING'],
  ]);
});

test('large fields that no query uses are exempt from indexes; an old request expires', () => {
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
