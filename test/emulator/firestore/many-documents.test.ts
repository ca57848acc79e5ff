/** A set with so many documents that its indexes are not made at once: what is found meanwhile, and when they are made. */
import { Documents } from '../../../emulator/firestore/documents';
import { IndexBuild } from '../../../emulator/firestore/index-build';
import { type Index, makeIndex } from '../../../emulator/firestore/indexes';
import type {
  DocumentFields,
  FieldOperator,
  FilterMessage,
  FirestoreValue,
  StructuredQuery,
} from '../../../emulator/firestore/messages';
import { parseQuery } from '../../../emulator/firestore/parse-query';
import { runQuery } from '../../../emulator/firestore/run-query';
import { StoredDocument } from '../../../emulator/firestore/stored-document';
import { compareNames } from '../../../emulator/firestore/values';
import { bool, bytes, double, int, list, map, NULL, nameOf, ref, str, time, vector } from './sample-values';

const MANY = 10_500;
/** After so many queries the index is made at once. */
const SCANS = 4;

const VALUES: readonly FirestoreValue[] = [
  ...[NULL, bool(true), bool(false), int(0), int(1), int(-1), int(300), int('9007199254740993')],
  ...[double(1), double(-0), double(0), double(1.5), double(Number.NaN), double(9007199254740992)],
  ...[str(''), str('a'), str('é'), str('株式会社'), str('株式'), str('\u{1F600}'), str('\uFFFD')],
  ...[time(0), time(1_700_000_000, 5), time(-1, 999), bytes(1), bytes(1, 2), ref('c/a'), vector(1, 2)],
  ...[list(), list(int(1)), list(str('a'), NULL), map(), map({ k: int(1) }), map({ k: str('a') })],
];

const fieldsOf = (number: number): DocumentFields => {
  const v = VALUES[(number * 7) % (VALUES.length + 3)];
  const w = VALUES[(number * 11) % VALUES.length];
  const tags = list(str(`t${number % 90}`), str(`u${number % 7}`), int(number % 3));
  return {
    ...(v === undefined ? {} : { v }),
    ...(w === undefined ? {} : { w }),
    tags,
    名前: str(`${number}`),
  };
};
const documentOf = (number: number, fields = fieldsOf(number)): StoredDocument =>
  StoredDocument.of(nameOf(`c/${(number * 7919) % MANY}`), fields, 1, 1);

const ALL = Array.from({ length: MANY }, (_, number) => documentOf(number));

const many = (): Documents => {
  const documents = new Documents();
  for (const document of ALL) documents.replace(document.name, document);
  return documents;
};

const where = (fieldPath: string, op: FieldOperator, value: FirestoreValue): FilterMessage => ({
  filterType: 'fieldFilter',
  fieldFilter: { field: { fieldPath }, op, value },
});
const by = (fieldPath: string, direction: 'ASCENDING' | 'DESCENDING' = 'ASCENDING') => ({
  field: { fieldPath },
  direction,
});
const queryOf = (message: StructuredQuery) =>
  parseQuery(nameOf('').slice(0, -1), { from: [{ collectionId: 'c' }], ...message });

const OPERATORS: readonly FieldOperator[] = ['NOT_EQUAL', 'LESS_THAN', 'GREATER_THAN_OR_EQUAL'];
const LIMIT = { limit: { value: 30 } };

const QUERIES: readonly StructuredQuery[] = [
  {},
  { ...LIMIT, offset: 5 },
  { orderBy: [by('w', 'DESCENDING')], ...LIMIT },
  { orderBy: [by('v'), by('w', 'DESCENDING')], ...LIMIT, offset: 40 },
  { orderBy: [by('v')], startAt: { values: [str('a')], before: true }, ...LIMIT },
  { orderBy: [by('`名前`', 'DESCENDING')], ...LIMIT },
  { orderBy: [by('__name__', 'DESCENDING')], ...LIMIT },
  { orderBy: [by('v.k'), by('w')], ...LIMIT },
  { where: where('v.k', 'GREATER_THAN', int(0)), ...LIMIT },
  { where: where('`名前`', 'LESS_THAN', str('77')), orderBy: [by('`名前`', 'DESCENDING')], ...LIMIT },
  { where: where('v', 'NOT_EQUAL', str('a')), orderBy: [by('v', 'DESCENDING')], ...LIMIT },
  { where: where('v.k', 'EQUAL', int(1)), orderBy: [by('`名前`')] },
  { where: where('tags', 'ARRAY_CONTAINS', str('t17')) },
  { where: where('tags', 'ARRAY_CONTAINS', int(2)), ...LIMIT },
  { where: where('tags', 'ARRAY_CONTAINS_ANY', list(str('t1'), str('t2'))), orderBy: [by('w')] },
  { where: where('v', 'IN', list(int(1), str('株式'), time(0))), ...LIMIT },
  {
    where: {
      filterType: 'compositeFilter',
      compositeFilter: {
        op: 'OR',
        filters: [where('v', 'EQUAL', str('é')), where('w', 'EQUAL', double(1))],
      },
    },
  },
  ...VALUES.map((value) => ({ where: where('v', 'EQUAL', value), ...LIMIT })),
  ...VALUES.flatMap((value, n) => {
    const op = OPERATORS[n % (2 * OPERATORS.length)];
    return op === undefined ? [] : { where: where('v', op, value), ...LIMIT };
  }),
];

const namesOf = (documents: readonly StoredDocument[]): string[] => documents.map(({ name }) => name);

test('a query finds the same while its indexes are made and when they are', () => {
  const ready = many();
  const make = (message: StructuredQuery): void => {
    for (let scan = 0; scan <= SCANS; scan += 1) runQuery(queryOf({ ...message, ...LIMIT }), ready);
  };
  for (const path of ['__name__', 'v', 'w', '`名前`']) make({ orderBy: [by(path)] });
  for (const [path, op] of [
    ['v.k', 'EQUAL'],
    ['v.k', 'GREATER_THAN'],
    ['tags', 'ARRAY_CONTAINS'],
  ] as const)
    make({ where: where(path, op, str('a')) });
  for (const message of QUERIES) {
    const query = queryOf(message);
    const fresh = many();
    expect(namesOf(runQuery(query, fresh)).join('\n')).toBe(namesOf(runQuery(query, ready)).join('\n'));
    fresh.stop();
  }
});

test('counted, the same documents are found in whatever order', () => {
  const filter = { where: where('v', 'GREATER_THAN', int(0)) };
  const query = parseQuery(nameOf('').slice(0, -1), { from: [{ collectionId: 'c' }], ...filter }, []);
  const documents = many();
  const counts = Array.from({ length: SCANS + 1 }, () => runQuery(query, documents).length);
  expect(new Set(counts)).toEqual(new Set([runQuery(queryOf(filter), documents).length]));
  expect(counts[0]).toBeGreaterThan(100);
});

test('an earlier state is read where a document has changed since', () => {
  const query = queryOf({ where: where('tags', 'ARRAY_CONTAINS', str('t17')) });
  const documents = many();
  const [gone, ...others] = runQuery(query, documents);
  if (gone === undefined) throw new Error('Nothing was found.');
  const changed = StoredDocument.of(gone.name, {}, 1, 2);
  documents.replace(gone.name, changed);
  expect(namesOf(runQuery(query, documents))).toEqual(namesOf(others));
  expect(runQuery(query, documents, new Map([[gone.name, gone]]))).toContain(gone);
  documents.stop();
});

const namesIn = (index: Index): string[] => namesOf([...index.documents(index.start, index.end, false)]);

/** What waits for its turn of the event loop has had it. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test.each([
  ['a value', 'v', 'order'],
  ['the elements of a list', 'tags', 'contains'],
  ['the name', '__name__', 'order'],
] as const)('an index by %s is made while documents change', async (_by, field, kind) => {
  const slots: (StoredDocument | undefined)[] = ALL.slice(0, 1_000);
  let isDone = false;
  const index = makeIndex([field], kind, slots, []);
  const build = new IndexBuild(index, slots, [...slots.keys()].values(), () => {
    isDone = true;
  });
  const change = (slot: number, after: StoredDocument | undefined): void => {
    const before = slots[slot];
    if (after) slots[slot] = after;
    build.replace(slot, before, after);
    slots[slot] = after;
  };
  for (let number = 0; !isDone; number += 1) {
    await turn();
    if (isDone) break;
    const slot = (number * 331) % 1_000;
    const { name } = slots[slot] ?? documentOf(slot);
    const next = StoredDocument.of(name, fieldsOf(number + 3), 1, 2);
    change(slot, number % 3 === 0 ? undefined : next);
    // A new document, in a slot of its own.
    change(slots.length, StoredDocument.of(nameOf(`c/new${number}`), fieldsOf(number), 1, 1));
  }
  const members = [...slots.keys()].sort((a, b) => compareNames(slots[a]?.name ?? '', slots[b]?.name ?? ''));
  expect(slots.length).toBeGreaterThan(1_010);
  expect(namesIn(index)).toEqual(namesIn(makeIndex([field], kind, slots, members)));
});

test('what is stopped is not made', async () => {
  const slots = ALL.slice(0, 200);
  const index = makeIndex(['v'], 'order', slots, []);
  const build = new IndexBuild(index, slots, slots.keys(), () => {
    throw new Error('It was made.');
  });
  build.stop();
  for (let turns = 0; turns < 10; turns += 1) await turn();
  expect(namesIn(index)).toEqual([]);
});
