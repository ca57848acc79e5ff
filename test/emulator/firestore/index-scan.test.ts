import { Documents } from '../../../emulator/firestore/documents';
import { chooseIndexScan, scanDocuments } from '../../../emulator/firestore/index-scan';
import type { FilterMessage, StructuredQuery } from '../../../emulator/firestore/messages';
import { parseQuery } from '../../../emulator/firestore/parse-query';
import { StoredDocument } from '../../../emulator/firestore/stored-document';
import { int, list, nameOf, ref, str } from './sample-values';

/** Of a large collection; every tenth is rare. */
const COUNT = 3000;
const pathOf = (index: number) => `c/${String(index).padStart(5, '0')}`;
const LAST = 2000;

const documents = new Documents();
for (let index = 0; index < COUNT; index++) {
  const name = nameOf(pathOf(index));
  const fields = {
    same: int(1),
    kind: str(index % 10 === 0 ? 'rare' : 'usual'),
    keys: list(str('all'), str(`own ${index}`), str(index % 10 === 0 ? 'rare' : 'usual')),
    number: int(index),
  };
  documents.replace(name, StoredDocument.of(name, fields, 1, 1));
}

const by = (fieldPath: string, direction: 'ASCENDING' | 'DESCENDING' = 'ASCENDING') => ({
  field: { fieldPath },
  direction,
});
const where = (fieldPath: string, op: 'EQUAL' | 'ARRAY_CONTAINS', text: string): FilterMessage => ({
  filterType: 'fieldFilter',
  fieldFilter: { field: { fieldPath }, op, value: str(text) },
});
const LAST_NAME = ref(pathOf(LAST));

type Page = Pick<StructuredQuery, 'limit'>;
const PAGE_OF_TEN: Page = { limit: { value: 10 } };
const WITHOUT_LIMIT: Page = {};

const scanFor = (message: StructuredQuery, page = PAGE_OF_TEN) => {
  const query = parseQuery(nameOf('').slice(0, -1), {
    from: [{ collectionId: 'c' }],
    ...page,
    ...message,
  });
  const scan = chooseIndexScan(query, query.setIn(documents));
  if (scan === null) throw new Error('So few documents have their indexes at once.');
  return scan;
};

/** What the scan looks at until it has a page of ten. */
const scannedFor = (message: StructuredQuery): { looked: number; first: string | undefined } => {
  const scan = scanFor(message);
  const [first] = scanDocuments(scan);
  const count = scan.ranges.reduce((sum, { from, to }) => sum + scan.index.count(from, to), 0);
  // In order, it ends with the limit.
  return { looked: scan.inOrder ? 0 : count, first: first?.name };
};

test.each<[string, StructuredQuery]>([
  ['by the name', { orderBy: [by('__name__')], startAt: { values: [LAST_NAME] } }],
  ['by the name, backwards', { orderBy: [by('__name__', 'DESCENDING')], startAt: { values: [LAST_NAME] } }],
  [
    'by a value that all have, then by the name',
    { orderBy: [by('same'), by('__name__')], startAt: { values: [int(1), LAST_NAME] } },
  ],
  [
    'of one value of a field',
    {
      where: where('kind', 'EQUAL', 'rare'),
      orderBy: [by('__name__')],
      startAt: { values: [LAST_NAME] },
    },
  ],
  [
    'of one value of a field, backwards',
    {
      where: where('kind', 'EQUAL', 'rare'),
      orderBy: [by('__name__', 'DESCENDING')],
      startAt: { values: [LAST_NAME] },
    },
  ],
  [
    'of one element that all have',
    {
      where: where('keys', 'ARRAY_CONTAINS', 'all'),
      orderBy: [by('__name__')],
      startAt: { values: [LAST_NAME] },
    },
  ],
  [
    'of one element that few have',
    {
      where: where('keys', 'ARRAY_CONTAINS', 'rare'),
      orderBy: [by('__name__')],
      startAt: { values: [LAST_NAME] },
    },
  ],
])('a page %s begins where the page before ended, and sorts nothing', (_name, message) => {
  expect(scannedFor(message)).toEqual({ looked: 0, first: nameOf(pathOf(LAST)) });
});

test('an element that one document has is found without looking at others', () => {
  const message = { where: where('keys', 'ARRAY_CONTAINS', 'own 7') };
  expect(scannedFor(message)).toEqual({ looked: 0, first: nameOf(pathOf(7)) });
});

const whereAny = (fieldPath: string, op: 'IN' | 'ARRAY_CONTAINS_ANY', ...texts: string[]): FilterMessage => ({
  filterType: 'fieldFilter',
  fieldFilter: { field: { fieldPath }, op, value: list(...texts.map(str)) },
});

/** Of the first eight that the scan looks at: a document comes once for each of its elements that are asked for. */
const firstNames = (where: FilterMessage, direction: 'ASCENDING' | 'DESCENDING'): string[] => {
  const scan = scanFor({ where, orderBy: [by('__name__', direction)] });
  expect(scan.inOrder).toBe(true);
  const looked: string[] = [];
  for (const { name } of scanDocuments(scan)) {
    looked.push(name);
    if (looked.length === 8) break;
  }
  return [...new Set(looked)].slice(0, 4);
};

test.each<[string, FilterMessage, number[], number[]]>([
  [
    'elements, some of which one document has',
    whereAny('keys', 'ARRAY_CONTAINS_ANY', 'own 2975', 'own 15', 'rare', 'own 20'),
    [0, 10, 15, 20],
    [2990, 2980, 2975, 2970],
  ],
  [
    'elements, one of which all have',
    whereAny('keys', 'ARRAY_CONTAINS_ANY', 'rare', 'all'),
    [0, 1, 2, 3],
    [2999, 2998, 2997, 2996],
  ],
  ['values', whereAny('kind', 'IN', 'usual', 'rare'), [0, 1, 2, 3], [2999, 2998, 2997, 2996]],
])('those with one of several %s come in the order of the names', (_, where, first, last) => {
  const namesOf = (indices: number[]) => indices.map((index) => nameOf(pathOf(index)));
  expect(firstNames(where, 'ASCENDING')).toEqual(namesOf(first));
  expect(firstNames(where, 'DESCENDING')).toEqual(namesOf(last));
});

test.each(['IN', 'ARRAY_CONTAINS_ANY'] as const)(
  'what no document has is found missing without a look: %s',
  (op) => {
    const where = whereAny(op === 'IN' ? 'kind' : 'keys', op, 'none', 'nothing');
    for (const page of [WITHOUT_LIMIT, PAGE_OF_TEN])
      expect([...scanDocuments(scanFor({ where }, page))]).toEqual([]);
  },
);

test('an index moves with its documents', () => {
  const name = nameOf(pathOf(9));
  const before = documents.get(name);
  const keysOf = (text: string) => scannedFor({ where: where('keys', 'ARRAY_CONTAINS', text) }).first;
  expect(keysOf('own 9')).toBe(name);
  documents.replace(name, StoredDocument.of(name, { keys: list(str('other')) }, 1, 2));
  expect([keysOf('own 9'), keysOf('other')]).toEqual([undefined, name]);
  documents.replace(name, undefined);
  expect(keysOf('other')).toBeUndefined();
  documents.replace(name, before);
  expect([keysOf('own 9'), keysOf('other')]).toEqual([name, undefined]);
});
