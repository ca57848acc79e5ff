import {
  AggregateField,
  FieldPath,
  Filter,
  type Firestore,
  type Query,
  Timestamp,
} from '@google-cloud/firestore';
import { eachFirestore } from '../../firestores';

const INVALID_ARGUMENT = 3;

/** Named by what they hold; kept in Firestore's order of values. */
const BY_VALUE: Record<string, unknown> = {
  null: null,
  false: false,
  true: true,
  nan: Number.NaN,
  minus: Number.NEGATIVE_INFINITY,
  zero: 0,
  one: 1,
  oneAndHalf: 1.5,
  big: 2 ** 53,
  time: Timestamp.fromMillis(0),
  empty: '',
  a: 'a',
  kana: 'カ',
  ideograph: '八',
  private: '\uFFFD',
  emoji: '\u{1F600}',
  bytes: Buffer.from([1]),
  list: ['a'],
  map: { k: 1 },
};

eachFirestore('queries', (firestore) => {
  const c = () => firestore().collection('c');

  async function createDocuments(documents: Record<string, object>): Promise<void> {
    const batch = firestore().batch();
    for (const [id, data] of Object.entries(documents)) batch.set(c().doc(id), data);
    await batch.commit();
  }
  const idsOf = async (query: Query) => (await query.get()).docs.map(({ id }) => id);

  describe('over values of every type', () => {
    beforeEach(() =>
      createDocuments({
        without: {},
        ...Object.fromEntries(Object.entries(BY_VALUE).map(([id, v]) => [id, { v }])),
      }),
    );

    test('orderBy sorts by type, then value, and leaves out documents without the field', async () => {
      expect(await idsOf(c().orderBy('v'))).toEqual(Object.keys(BY_VALUE));
      expect(await idsOf(c().orderBy('v', 'desc'))).toEqual(Object.keys(BY_VALUE).reverse());
    });

    test.each<[string, (query: Query) => Query, string[]]>([
      ['numbers from 1', (query) => query.where('v', '>=', 1), ['one', 'oneAndHalf', 'big']],
      ['numbers below 1, NaN not among them', (query) => query.where('v', '<', 1), ['minus', 'zero']],
      ['texts after a', (query) => query.where('v', '>', 'a'), ['kana', 'ideograph', 'private', 'emoji']],
      ['false or less', (query) => query.where('v', '<=', false), ['false']],
      ['null', (query) => query.where('v', '==', null), ['null']],
      ['NaN', (query) => query.where('v', '==', Number.NaN), ['nan']],
      ['1 as an integer or a double', (query) => query.where('v', 'in', [1, 1.5]), ['one', 'oneAndHalf']],
      ['neither null nor NaN by a list', (query) => query.where('v', 'in', [null, Number.NaN, 1]), ['one']],
      ['a list that contains', (query) => query.where('v', 'array-contains', 'a'), ['list']],
      ['a list that contains any', (query) => query.where('v', 'array-contains-any', ['a', 'b']), ['list']],
      ['a map', (query) => query.where('v', '==', { k: 1 }), ['map']],
    ])('%s', async (_name, query, ids) => {
      expect(await idsOf(query(c()))).toEqual(ids);
    });

    test('!= and not-in leave out null and what lacks the field', async () => {
      const rest = Object.keys(BY_VALUE).filter((id) => id !== 'null' && id !== 'zero');
      expect(await idsOf(c().where('v', '!=', 0))).toEqual(rest);
      expect(await idsOf(c().where('v', 'not-in', [0]))).toEqual(rest);
      expect(await idsOf(c().where('v', '!=', null))).toEqual(Object.keys(BY_VALUE).slice(1));
    });
  });

  describe('over numbered documents', () => {
    beforeEach(() =>
      createDocuments({
        a: { n: 1, s: 'x', list: [1, 2] },
        b: { n: 2, s: 'x', list: [2, 3] },
        c: { n: 2, s: 'y', list: [3] },
        d: { n: 3, s: 'y', list: [] },
        e: { n: 4, s: 'z' },
      }),
    );

    test.each<[string, (query: Query) => Query, string[]]>([
      ['no order is the order of names', (query) => query, ['a', 'b', 'c', 'd', 'e']],
      ['equals are ordered by name', (query) => query.orderBy('n'), ['a', 'b', 'c', 'd', 'e']],
      ['by name in the last direction', (query) => query.orderBy('n', 'desc'), ['e', 'd', 'c', 'b', 'a']],
      ['two orders', (query) => query.orderBy('s', 'desc').orderBy('n'), ['e', 'c', 'd', 'a', 'b']],
      ['limit', (query) => query.orderBy('n').limit(2), ['a', 'b']],
      ['offset', (query) => query.orderBy('n').offset(1).limit(2), ['b', 'c']],
      ['limitToLast', (query) => query.orderBy('n').limitToLast(2), ['d', 'e']],
      ['startAt', (query) => query.orderBy('n').startAt(2), ['b', 'c', 'd', 'e']],
      ['startAfter', (query) => query.orderBy('n').startAfter(2), ['d', 'e']],
      ['endAt', (query) => query.orderBy('n').endAt(2), ['a', 'b', 'c']],
      ['endBefore, descending', (query) => query.orderBy('n', 'desc').endBefore(2), ['e', 'd']],
      [
        'cursor of two',
        (query) => query.orderBy('s').orderBy('n').startAfter('x', 1).endAt('y', 2),
        ['b', 'c'],
      ],
      ['range and equality', (query) => query.where('s', '==', 'x').where('n', '>', 1), ['b']],
      [
        'inequalities on two fields',
        (query) => query.where('n', '>=', 2).where('s', '<', 'z'),
        ['b', 'c', 'd'],
      ],
      [
        'range, order and limit',
        (query) => query.where('n', '<=', 3).orderBy('n', 'desc').limit(2),
        ['d', 'c'],
      ],
      [
        'or',
        (query) => query.where(Filter.or(Filter.where('n', '==', 1), Filter.where('s', '==', 'y'))),
        ['a', 'c', 'd'],
      ],
      ['in', (query) => query.where('n', 'in', [4, 1, 9]), ['a', 'e']],
      [
        'contains and equality',
        (query) => query.where('list', 'array-contains', 2).where('s', '==', 'x'),
        ['a', 'b'],
      ],
      [
        'contains any, once each',
        (query) => query.where('list', 'array-contains-any', [2, 3]),
        ['a', 'b', 'c'],
      ],
      ['by name', (query) => query.where(FieldPath.documentId(), '>', 'c'), ['d', 'e']],
      ['by names', (query) => query.where(FieldPath.documentId(), 'in', ['e', 'a', 'no']), ['a', 'e']],
      ['limit of an equality', (query) => query.where('s', '==', 'y').limit(1), ['c']],
    ])('%s', async (_name, query, ids) => {
      expect(await idsOf(query(c()))).toEqual(ids);
    });

    test('pages by snapshots meet each document once', async () => {
      const seen: string[] = [];
      let query: Query = c().orderBy('s', 'desc').limit(2);
      for (;;) {
        const { docs } = await query.get();
        seen.push(...docs.map(({ id }) => id));
        const last = docs.at(-1);
        if (!last) break;
        query = c().orderBy('s', 'desc').startAfter(last).limit(2);
      }
      expect(seen).toEqual(['e', 'd', 'c', 'b', 'a']);
    });

    test('a projection answers its fields only', async () => {
      const { docs } = await c().select('n').limit(1).get();
      expect(docs[0]?.data()).toEqual({ n: 1 });
      expect((await c().select().limit(1).get()).docs[0]?.data()).toEqual({});
    });

    test('count, sum and average', async () => {
      const snapshot = await c()
        .where('n', '>', 1)
        .aggregate({
          count: AggregateField.count(),
          sum: AggregateField.sum('n'),
          mean: AggregateField.average('n'),
        })
        .get();
      expect(snapshot.data()).toEqual({ count: 4, sum: 11, mean: 2.75 });
      expect((await c().where('s', '==', 'none').count().get()).data()).toEqual({ count: 0 });
      expect((await c().limit(2).count().get()).data()).toEqual({ count: 2 });
    });

    test('a listening query follows what is written later', async () => {
      const query = c().where('n', '>=', 3).orderBy('n');
      expect(await idsOf(query)).toEqual(['d', 'e']);
      await c().doc('d').update({ n: 0 });
      await c().doc('b').update({ n: 9 });
      await c().doc('e').delete();
      expect(await idsOf(query)).toEqual(['b']);
    });
  });

  test('a collection group asks every collection of the name', async () => {
    const paths = ['x/1/g/b', 'x/1/g/a', 'x/2/g/a', 'g/z', 'x/1/other/a'];
    await Promise.all(paths.map((path, n) => firestore().doc(path).set({ n })));
    const pathsOf = async (query: Query) => (await query.get()).docs.map(({ ref }) => ref.path);
    const group = firestore().collectionGroup('g');
    expect(await pathsOf(group)).toEqual(['g/z', 'x/1/g/a', 'x/1/g/b', 'x/2/g/a']);
    expect(await pathsOf(group.where('n', '<', 3).orderBy('n', 'desc'))).toEqual([
      'x/2/g/a',
      'x/1/g/a',
      'x/1/g/b',
    ]);
    expect(await pathsOf(firestore().collection('x/1/g'))).toEqual(['x/1/g/a', 'x/1/g/b']);
  });

  // In transactions, because outside of them the client asks a refused query again for some seconds.
  test('combinations that Firestore refuses', async () => {
    const where = Filter.where;
    const refused: Record<string, (is: Firestore) => Query> = {
      'two !=': () => c().where('a', '!=', 1).where('b', '!=', 1),
      'not-in with in': () => c().where('a', 'not-in', [1]).where('b', 'in', [1]),
      'not-in with or': () =>
        c()
          .where('a', 'not-in', [1])
          .where(Filter.or(where('b', '==', 1), where('b', '==', 2))),
      'not-in of 11': () =>
        c().where(
          'a',
          'not-in',
          Array.from({ length: 11 }, (_, i) => i),
        ),
      'in of 31': () =>
        c().where(
          'a',
          'in',
          Array.from({ length: 31 }, (_, i) => i),
        ),
      'two array-contains': () => c().where('a', 'array-contains', 1).where('b', 'array-contains', 1),
      'an order twice': () => c().orderBy('a').orderBy('a'),
      'an order behind the name': () => c().orderBy(FieldPath.documentId()).orderBy('a'),
      'a range behind the name': () => c().where('a', '>', 1).orderBy(FieldPath.documentId()),
      'a name and a range': () => c().where(FieldPath.documentId(), '==', 'a').where('a', '>', 1),
    };
    const codes = await Promise.all(
      Object.entries(refused).map(async ([name, query]) => {
        const code = await firestore()
          .runTransaction((transaction) => transaction.get(query(firestore())))
          .then(
            () => 'answered',
            (error) => error.code,
          );
        return [name, code];
      }),
    );
    expect(codes).toEqual(Object.keys(refused).map((name) => [name, INVALID_ARGUMENT]));
  });
});
