import { FieldPath, FieldValue, type Firestore, GeoPoint, Timestamp } from '@google-cloud/firestore';
import { eachFirestore, freshClient } from '../../firestores';

const ALREADY_EXISTS = 6;
const FAILED_PRECONDITION = 9;
const INVALID_ARGUMENT = 3;
const NOT_FOUND = 5;

eachFirestore('documents', (firestore, running) => {
  const doc = (path: string) => firestore().doc(path);
  const read = async (path: string) => (await doc(path).get()).data();

  test('a set document is read back with its times', async () => {
    const { writeTime } = await doc('c/a').set({ n: 1, text: '八' });
    const snapshot = await doc('c/a').get();
    expect(snapshot.data()).toEqual({ n: 1, text: '八' });
    expect(snapshot.updateTime).toEqual(writeTime);
    expect(snapshot.createTime).toEqual(writeTime);
  });

  test('every kind of value comes back as it was', async () => {
    const values = {
      nothing: null,
      yes: true,
      whole: 42,
      half: 0.5,
      nan: Number.NaN,
      minusZero: -0,
      text: '㈱髙﨑 \u{1F600}',
      bytes: Buffer.from([0, 255]),
      time: new Timestamp(1_700_000_000, 123_456_000),
      before1970: new Timestamp(-1, 999_999_000),
      place: new GeoPoint(35.5, -139.25),
      list: [1, 'a', { deep: [true] }],
      map: { empty: {}, 'with.dot': 1, '`': 2 },
      reference: doc('c/other'),
    };
    await doc('c/a').set(values);
    expect(await read('c/a')).toEqual(values);
  });

  test('integers beyond 2^53 stay exact', async () => {
    const exact = freshClient(running().host, { useBigInt: true });
    const reference = exact.collection('c').doc();
    await reference.set({ n: 9_007_199_254_740_993n });
    await reference.update({ n: FieldValue.increment(2) });
    expect((await reference.get()).get('n')).toBe(9_007_199_254_740_995n);
    await exact.terminate();
  });

  test('what a document lacks is missing, not empty', async () => {
    const snapshots = await firestore().getAll(doc('c/a'), doc('c/b'));
    expect(snapshots.map(({ exists }) => exists)).toEqual([false, false]);
  });

  test('getAll keeps the order, answers doubles and takes a field mask', async () => {
    await doc('c/a').set({ x: 1, m: { k: 2, l: 3 } });
    const [missing, first, second] = await firestore().getAll(doc('c/no'), doc('c/a'), doc('c/a'), {
      fieldMask: ['m.k'],
    });
    expect(missing?.exists).toBe(false);
    expect([first?.data(), second?.data()]).toEqual([{ m: { k: 2 } }, { m: { k: 2 } }]);
  });

  test.each<[string, (is: Firestore) => Promise<unknown>, number]>([
    ['create of one that exists', (is) => is.doc('c/is').create({}), ALREADY_EXISTS],
    ['update of one that is missing', (is) => is.doc('c/no').update({ a: 1 }), NOT_FOUND],
    ['update after another update', (is) => is.doc('c/is').update({ a: 1 }, stale), FAILED_PRECONDITION],
    [
      'update at a time of one that is missing',
      (is) => is.doc('c/no').update({ a: 1 }, stale),
      FAILED_PRECONDITION,
    ],
    ['delete after another update', (is) => is.doc('c/is').delete(stale), FAILED_PRECONDITION],
    ['delete of a missing one that must exist', (is) => is.doc('c/no').delete({ exists: true }), NOT_FOUND],
    ['delete of one that must not exist', (is) => is.doc('c/is').delete({ exists: false }), ALREADY_EXISTS],
    ['ID .', (is) => is.doc('c/.').set({}), INVALID_ARGUMENT],
    ['ID ..', (is) => is.doc('c/..').set({}), INVALID_ARGUMENT],
    ['ID __x__', (is) => is.doc('c/__x__').set({}), INVALID_ARGUMENT],
    ['collection __x__', (is) => is.doc('__x__/a').set({}), INVALID_ARGUMENT],
    ['ID of 1501 bytes', (is) => is.doc(`c/${'é'.repeat(750)}x`).set({}), INVALID_ARGUMENT],
    ['field __x__', (is) => is.doc('c/a').set({ __x__: 1 }), INVALID_ARGUMENT],
    ['field name of 1501 bytes', (is) => is.doc('c/a').set({ ['x'.repeat(1501)]: 1 }), INVALID_ARGUMENT],
    ['list in a list', (is) => is.doc('c/a').set({ a: [[1]] }), INVALID_ARGUMENT],
    [
      'text of a property over its limit',
      (is) => is.doc('c/a').set({ a: 'x'.repeat(1_048_488) }),
      INVALID_ARGUMENT,
    ],
    [
      'document over 1 MiB',
      (is) => is.doc('c/a').set({ a: 'x'.repeat(600_000), b: Buffer.alloc(600_000) }),
      INVALID_ARGUMENT,
    ],
  ])('refused: %s', async (_name, attempt, code) => {
    await doc('c/is').set({});
    await expect(attempt(firestore())).rejects.toMatchObject({ code });
    expect((await doc('c/is').get()).data()).toEqual({});
  });

  test.each(['_', '__', '__a', 'a__', 'a.b', 'a b', '*', '日本', '~'])('ID %p is allowed', async (id) => {
    await doc(`c/${id}`).set({ id });
    expect(await read(`c/${id}`)).toEqual({ id });
  });

  test('a document just under the limit is kept', async () => {
    await doc('c/a').set({ a: 'x'.repeat(1_048_400) });
    expect((await doc('c/a').get()).get('a')).toHaveLength(1_048_400);
  });

  test('a batch is all or nothing', async () => {
    await doc('c/is').set({ n: 1 });
    const batch = firestore().batch().set(doc('c/new'), { n: 1 }).update(doc('c/is'), { n: 2 });
    await expect(batch.create(doc('c/is'), {}).commit()).rejects.toBeDefined();
    expect(await read('c/new')).toBeUndefined();
    expect(await read('c/is')).toEqual({ n: 1 });
  });

  test('a batch of more than 500 writes is committed at one time', async () => {
    const batch = firestore().batch();
    for (let i = 0; i < 600; i++) batch.set(doc(`c/${i}`), { i });
    const results = await batch.commit();
    expect(new Set(results.map(({ writeTime }) => writeTime.toMillis())).size).toBe(1);
    expect((await firestore().collection('c').count().get()).data().count).toBe(600);
  });

  test('merging, field paths and deleting of fields', async () => {
    await doc('c/a').set({ a: 1, m: { k: 1, l: 1 } });
    await doc('c/a').set({ m: { k: 2 }, b: 1 }, { merge: true });
    expect(await read('c/a')).toEqual({ a: 1, b: 1, m: { k: 2, l: 1 } });
    await doc('c/a').set({ m: { k: 3 }, ignored: 1 }, { mergeFields: ['m'] });
    expect(await read('c/a')).toEqual({ a: 1, b: 1, m: { k: 3 } });
    await doc('c/a').update({ 'm.new.er': 1, a: FieldValue.delete() });
    expect(await read('c/a')).toEqual({ b: 1, m: { k: 3, new: { er: 1 } } });
    await doc('c/a').update(new FieldPath('with.dot', '`'), 1, 'm', FieldValue.delete());
    expect(await read('c/a')).toEqual({ b: 1, 'with.dot': { '`': 1 } });
  });

  test.each<[string, unknown, FieldValue, unknown]>([
    ['increment of nothing', undefined, FieldValue.increment(2), 2],
    ['increment of a text', 'x', FieldValue.increment(2), 2],
    ['increment of an integer', 1, FieldValue.increment(2), 3],
    ['increment to a double', 1, FieldValue.increment(0.5), 1.5],
    ['increment beyond 64 bits stays', 2n ** 63n - 1n, FieldValue.increment(1), Number(2n ** 63n - 1n)],
    ['union keeps the order and adds once', [2, 1], FieldValue.arrayUnion(1, 3, 3, 2), [2, 1, 3]],
    ['union of nothing', undefined, FieldValue.arrayUnion('a'), ['a']],
    ['removal removes all equals', [1, 2, 1, '1'], FieldValue.arrayRemove(1), [2, '1']],
  ])('%s', async (_name, before, transform, after) => {
    await doc('c/a').set(before === undefined ? {} : { f: before });
    await doc('c/a').set({ f: transform }, { merge: true });
    expect(await read('c/a')).toEqual({ f: after });
  });

  test('a write that changes nothing keeps the update time', async () => {
    const first = await doc('c/a').set({ n: 1 });
    const second = await doc('c/a').set({ n: 1 });
    expect(second.writeTime).toEqual(first.writeTime);
    const third = await doc('c/a').set({ n: 1.5 });
    expect(third.writeTime.valueOf() > first.writeTime.valueOf()).toBe(true);
  });

  test('the update time is good for one more write only', async () => {
    const { writeTime } = await doc('c/a').set({ n: 1 });
    await doc('c/a').update({ n: 2 }, { lastUpdateTime: writeTime });
    await expect(doc('c/a').update({ n: 3 }, { lastUpdateTime: writeTime })).rejects.toMatchObject({
      code: FAILED_PRECONDITION,
    });
  });

  test('of 50 batches with one precondition exactly one is committed', async () => {
    const { writeTime } = await doc('c/a').set({ n: 0 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) =>
        firestore()
          .batch()
          .update(doc('c/a'), { n: i + 1 }, { lastUpdateTime: writeTime })
          .create(doc(`c/a/events/${i}`), { i })
          .commit(),
      ),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.map(({ reason }) => reason.code)).toEqual(Array(49).fill(FAILED_PRECONDITION));
    const events = await firestore().collection('c/a/events').get();
    expect(events.docs.map((event) => event.get('i') + 1)).toEqual([(await read('c/a'))?.n]);
  });

  test('a bulk writer reports each write by itself', async () => {
    await doc('c/is').set({});
    const writer = firestore().bulkWriter();
    writer.onWriteError(() => false);
    const outcomes = Promise.allSettled([
      writer.create(doc('c/new'), { n: 1 }),
      writer.create(doc('c/is'), { n: 1 }),
      writer.delete(doc('c/is2')),
    ]);
    await writer.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect([await read('c/new'), await read('c/is')]).toEqual([{ n: 1 }, {}]);
  });

  test('collections and documents are listed, also those that are only on the way to others', async () => {
    await doc('c/a').set({});
    await doc('c/ghost/sub/x').set({});
    await doc('a/x/y/z').set({});
    const collections = await firestore().listCollections();
    expect(collections.map(({ id }) => id)).toEqual(['a', 'c']);
    expect((await doc('c/ghost').listCollections()).map(({ id }) => id)).toEqual(['sub']);
    const listed = await firestore().collection('c').listDocuments();
    expect(listed.map(({ id }) => id)).toEqual(['a', 'ghost']);
  });

  test('a recursive delete takes what is below', async () => {
    await Promise.all(['c/a', 'c/a/s/b', 'c/a/s/b/t/d', 'c/aa', 'd/a'].map((path) => doc(path).set({})));
    await firestore().recursiveDelete(doc('c/a'));
    const left = await Promise.all(['c', 's', 't', 'd'].map((id) => firestore().collectionGroup(id).get()));
    expect(left.flatMap(({ docs }) => docs.map(({ ref }) => ref.path))).toEqual(['c/aa', 'd/a']);
    await Promise.all(['c/0', 'c/Z', 'c/__id7__', 'c/Z/s/b'].map((path) => doc(path).set({})));
    await firestore().recursiveDelete(firestore().collection('c'));
    const gone = await Promise.all(['c', 's'].map((id) => firestore().collectionGroup(id).get()));
    expect(gone.map(({ size }) => size)).toEqual([0, 0]);
  });
});

const stale = { lastUpdateTime: Timestamp.fromMillis(5) };
