/** Random operations on a Firestore, as data that can be performed on several. */
import { FieldValue, type Firestore, GeoPoint, Timestamp, type WhereFilterOp } from '@google-cloud/firestore';
import fc from 'fast-check';

/** A value that is made anew for each client: references belong to one. */
export type MakeValue = (firestore: Firestore) => unknown;

const constant =
  (value: unknown): MakeValue =>
  () =>
    value;

/** Few enough to meet again, and each one odd in its way. */
const SCALARS: MakeValue[] = [
  ...[null, true, false, Number.NaN, -0, 0, 1, 1.5, -1, 2, 9007199254740993n, 9007199254740992.0].map(
    constant,
  ),
  ...[Number.POSITIVE_INFINITY, 9223372036854775807n, '', 'a', 'b', 'aa', 'é', '\u{1F600}', '\uFFFD'].map(
    constant,
  ),
  ...[
    Timestamp.fromMillis(0),
    new Timestamp(5, 1000),
    new Timestamp(-5, 0),
    Buffer.from([1]),
    Buffer.from([1, 2]),
  ].map(constant),
  ...[new GeoPoint(1, 2), new GeoPoint(1, -2), FieldValue.vector([1, 2]), FieldValue.vector([3])].map(
    constant,
  ),
  (firestore) => firestore.doc('c/a'),
  (firestore) => firestore.doc('c/a/c/b'),
];
const COMPOUND: MakeValue[] = [
  [],
  [1],
  [1, 'a'],
  ['a', null],
  [{ k: 1 }],
  {},
  { k: 1 },
  { k: 'a' },
  { j: 1, k: 2 },
].map(constant);

const scalar = fc.constantFrom(...SCALARS);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.constantFrom(...COMPOUND) },
);
const common = fc.constantFrom<MakeValue>(...[0, 1, 2, 'a', 'b'].map(constant));
const stored = fc.oneof({ weight: 1, arbitrary: common }, { weight: 1, arbitrary: value });

const DOCUMENTS = [
  'c/a',
  'c/b',
  'c/aa',
  'c/A',
  'c/é',
  'c/\u{1F600}',
  'c/a/c/a',
  'c/a/c/b',
  'c/none/c/z',
  'd/a',
];
const documentPath = fc.constantFrom(...DOCUMENTS);
const FIELDS = ['x', 'y', 'm.k'];
const field = fc.constantFrom(...FIELDS);

const numeric = fc.constantFrom<number | bigint>(1, -2, 0.5, 9223372036854775807n, Number.NaN, 0, -0);
const elements = fc.array(scalar, { minLength: 1, maxLength: 3 });
const transform: fc.Arbitrary<MakeValue> = fc.oneof(
  numeric.map((n) => () => FieldValue.increment(Number(n))),
  elements.map(
    (values) => (firestore: Firestore) => FieldValue.arrayUnion(...values.map((make) => make(firestore))),
  ),
  elements.map(
    (values) => (firestore: Firestore) => FieldValue.arrayRemove(...values.map((make) => make(firestore))),
  ),
);

const data: fc.Arbitrary<Record<string, MakeValue>> = fc.dictionary(fc.constantFrom('x', 'y', 'z'), stored, {
  maxKeys: 3,
});
const mergeData = fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.oneof(stored, transform), { maxKeys: 3 });
const updateData = fc.dictionary(
  fc.constantFrom('x', 'y', 'm.k', 'm', 'z.deep.er'),
  fc.oneof(
    stored,
    transform,
    fc.constant<MakeValue>(() => FieldValue.delete()),
  ),
  { minKeys: 1, maxKeys: 3 },
);
const precondition = fc.constantFrom('none', 'none', 'none', 'current', 'stale', 'exists', 'missing');

export type WriteOperation = { path: string } & (
  | { kind: 'set' | 'create'; data: Record<string, MakeValue> }
  | { kind: 'merge'; data: Record<string, MakeValue> }
  | { kind: 'update'; data: Record<string, MakeValue>; precondition: string }
  | { kind: 'delete'; precondition: string }
);

const write: fc.Arbitrary<WriteOperation> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), path: documentPath, data }),
  fc.record({ kind: fc.constant('create' as const), path: documentPath, data }),
  fc.record({ kind: fc.constant('merge' as const), path: documentPath, data: mergeData }),
  fc.record({ kind: fc.constant('update' as const), path: documentPath, data: updateData, precondition }),
  fc.record({ kind: fc.constant('delete' as const), path: documentPath, precondition }),
);

type FilterLeaf = { field: string; op: WhereFilterOp; values: MakeValue[]; scalar: MakeValue };
export type FilterTree = FilterLeaf | { all: boolean; parts: FilterTree[] };

const leaf: fc.Arbitrary<FilterLeaf> = fc.record({
  field: fc.oneof({ weight: 9, arbitrary: field }, { weight: 1, arbitrary: fc.constant('__name__') }),
  op: fc.constantFrom<WhereFilterOp>(
    ...([
      '==',
      '==',
      '<',
      '<=',
      '>',
      '>=',
      '!=',
      'in',
      'not-in',
      'array-contains',
      'array-contains-any',
    ] as const),
  ),
  values: fc.array(stored, { minLength: 1, maxLength: 3 }),
  scalar: stored,
});
const tree: fc.Arbitrary<FilterTree> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  {
    weight: 2,
    arbitrary: fc.record({ all: fc.boolean(), parts: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      all: fc.boolean(),
      parts: fc.array(
        fc.oneof(
          leaf,
          fc.record({ all: fc.boolean(), parts: fc.array(leaf, { minLength: 1, maxLength: 2 }) }),
        ),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  },
);

export type QueryOperation = {
  source: 'c' | 'c/a/c' | 'group';
  filter: FilterTree | undefined;
  orders: { field: string; descending: boolean }[];
  limit: number | undefined;
  last: boolean;
  offset: number | undefined;
  start: { values: MakeValue[]; after: boolean } | undefined;
  end: { values: MakeValue[]; before: boolean } | undefined;
  select: string[] | undefined;
};

const order = (name: fc.Arbitrary<string>) => fc.record({ field: name, descending: fc.boolean() });
const orders = fc
  .tuple(
    fc.uniqueArray(order(field), { maxLength: 2, selector: ({ field }) => field }),
    fc.option(order(fc.constant('__name__')), { nil: undefined, freq: 1 }),
  )
  .map(([fields, name]) => (name ? [...fields, name] : fields));
const cursorValues = fc.array(fc.oneof(common, scalar), { minLength: 1, maxLength: 2 });
const anyQuery: fc.Arbitrary<QueryOperation> = fc.record({
  source: fc.constantFrom('c', 'c', 'c/a/c', 'group'),
  filter: fc.option(tree, { nil: undefined, freq: 4 }),
  orders,
  limit: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  last: fc.boolean(),
  offset: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 1 }),
  start: fc.option(fc.record({ values: cursorValues, after: fc.boolean() }), { nil: undefined, freq: 1 }),
  end: fc.option(fc.record({ values: cursorValues, before: fc.boolean() }), { nil: undefined, freq: 1 }),
  select: fc.option(fc.array(field, { maxLength: 2 }), { nil: undefined, freq: 1 }),
});

const leaves = (part: FilterTree): FilterLeaf[] => ('parts' in part ? part.parts.flatMap(leaves) : [part]);
const containsOr = (part: FilterTree): boolean =>
  'parts' in part && ((!part.all && part.parts.length > 1) || part.parts.some(containsOr));

/** Combinations that Firestore refuses have tests of their own: the client takes seconds to give one up. */
function isRefused({ filter, orders }: QueryOperation, aggregated?: string): boolean {
  const parts = filter ? leaves(filter) : [];
  const count = (...ops: WhereFilterOp[]) => parts.filter(({ op }) => ops.includes(op)).length;
  const unequal = parts.filter(({ op }) => /^(<|>|!=|not-in)/.test(op)).map(({ field }) => field);
  const byName = orders.some(({ field }) => field === '__name__');
  const unordered = [...unequal, ...(aggregated ? [aggregated] : [])].filter(
    (name) => name !== '__name__' && !orders.some(({ field }) => field === name),
  );
  return (
    count('!=', 'not-in') > 1 ||
    (count('not-in') > 0 &&
      (count('in', 'array-contains-any') > 0 || (filter !== undefined && containsOr(filter)))) ||
    count('array-contains', 'array-contains-any') > 1 ||
    (byName && unordered.length > 0) ||
    (aggregated !== undefined &&
      unordered.includes(aggregated) &&
      parts.some(({ field }) => field === '__name__')) ||
    (parts.some(({ field, op }) => field === '__name__' && (op === '==' || op === 'in')) &&
      unequal.length > 0)
  );
}

const query = anyQuery.filter((operation) => !isRefused(operation));
const aggregation = fc
  .record({ do: fc.constant('aggregate' as const), query: anyQuery, field })
  .filter(({ query, field }) => !isRefused(query, field));

export type RandomOperation =
  | { do: 'batch'; writes: WriteOperation[] }
  | { do: 'query'; query: QueryOperation }
  | { do: 'aggregate'; query: QueryOperation; field: string }
  | { do: 'getAll'; paths: string[]; mask: string[] | undefined }
  | { do: 'list'; parent: string };

const operation: fc.Arbitrary<RandomOperation> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('batch' as const),
      writes: fc.array(write, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('query' as const), query }) },
  { weight: 2, arbitrary: aggregation },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('getAll' as const),
      paths: fc.array(documentPath, { minLength: 1, maxLength: 4 }),
      mask: fc.option(fc.array(field, { maxLength: 2 }), { nil: undefined }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('list' as const), parent: fc.constantFrom('c', 'c/a/c', 'd') }),
  },
);

const seed = fc
  .array(fc.record({ kind: fc.constant('set' as const), path: documentPath, data }), {
    minLength: 3,
    maxLength: 10,
  })
  .map((writes): RandomOperation => ({ do: 'batch', writes }));

/** Some documents first, then anything. */
export const randomOperations: fc.Arbitrary<RandomOperation[]> = fc
  .tuple(seed, fc.array(operation, { minLength: 1, maxLength: 20 }))
  .map(([first, rest]) => [first, ...rest]);
