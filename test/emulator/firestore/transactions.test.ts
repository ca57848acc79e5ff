import { type Firestore, Timestamp } from '@google-cloud/firestore';
import { startFirestore } from '../../../emulator/firestore/server';
import { eachFirestore, freshClient } from '../../firestores';

/** Reads and then adds one to each of the documents. */
const addOne = (firestore: Firestore, paths: string[]) =>
  firestore.runTransaction(async (transaction) => {
    const snapshots = [];
    for (const path of paths) snapshots.push(await transaction.get(firestore.doc(path)));
    for (const { ref, data } of snapshots.map((snapshot) => ({ ref: snapshot.ref, data: snapshot.data() }))) {
      transaction.set(ref, { n: (data?.n ?? 0) + 1 });
    }
  });

/**
 * Google's emulator ends a deadlock by closing one of the two, and on a busy machine says so in words that the client takes
 * for no reason to try again, as it does where a transaction "has expired". The embedded one has to do without this.
 */
const againIfClosed = async (kind: 'embedded' | 'official', add: () => Promise<void>): Promise<void> =>
  add().catch((error: unknown) => {
    if (kind === 'official' && `${error}`.includes('Transaction is invalid or closed'))
      return againIfClosed(kind, add);
    throw error;
  });

eachFirestore('transactions', (firestore, running) => {
  const read = async (path: string) => (await firestore().doc(path).get()).data();

  test('writes appear together, with one time', async () => {
    await firestore().runTransaction(async (transaction) => {
      await transaction.get(firestore().doc('c/a'));
      transaction.create(firestore().doc('c/a'), { n: 1 }).create(firestore().doc('c/b'), { n: 2 });
    });
    const [a, b] = await firestore().getAll(firestore().doc('c/a'), firestore().doc('c/b'));
    expect([a?.data(), b?.data()]).toEqual([{ n: 1 }, { n: 2 }]);
    expect(a?.updateTime).toEqual(b?.updateTime);
  });

  test('what throws leaves nothing behind and holds nothing', async () => {
    const failing = firestore().runTransaction(async (transaction) => {
      await transaction.get(firestore().doc('c/a'));
      transaction.set(firestore().doc('c/a'), { n: 1 });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await firestore().doc('c/a').create({ n: 2 });
    expect(await read('c/a')).toEqual({ n: 2 });
  });

  test('a failed precondition is answered as one', async () => {
    const failing = firestore().runTransaction(async (transaction) => {
      await transaction.get(firestore().doc('c/a'));
      transaction.update(firestore().doc('c/a'), { n: 1 }, { lastUpdateTime: Timestamp.fromMillis(5) });
    });
    await expect(failing).rejects.toMatchObject({ code: 9 });
  });

  test('an increment that is read and then written is never lost', async () => {
    await Promise.all(Array.from({ length: 5 }, () => addOne(firestore(), ['c/a'])));
    expect(await read('c/a')).toEqual({ n: 5 });
  });

  test('who looks for what is not there and creates it does so once', async () => {
    const query = firestore().collection('c').where('key', '==', 'unique');
    await Promise.all(
      Array.from({ length: 3 }, () =>
        firestore().runTransaction(async (transaction) => {
          const snapshot = await transaction.get(query);
          if (snapshot.empty) transaction.create(firestore().collection('c').doc(), { key: 'unique' });
        }),
      ),
    );
    expect((await query.get()).size).toBe(1);
  });

  test('two that want the same in opposite order both come to an end', async () => {
    const inBothOrders = [
      ['c/a', 'c/b'],
      ['c/b', 'c/a'],
    ];
    await Promise.all(
      inBothOrders.map((paths) => againIfClosed(running().kind, () => addOne(firestore(), paths))),
    );
    expect([await read('c/a'), await read('c/b')]).toEqual([{ n: 2 }, { n: 2 }]);
  });

  test('a read-only transaction goes on seeing what it saw at first', async () => {
    const c = firestore().collection('c');
    await Promise.all([c.doc('a').set({ n: 1 }), c.doc('b').set({ n: 2 })]);
    const seen = await firestore().runTransaction(
      async (transaction) => {
        const first = await transaction.get(c.doc('a'));
        await c.doc('a').set({ n: 10 });
        await c.doc('b').delete();
        await c.doc('new').set({ n: 3 });
        const query = await transaction.get(c.where('n', '<', 5).orderBy('n', 'desc'));
        const again = await transaction.get(c.doc('a'));
        return [first.get('n'), query.docs.map(({ id }) => id), again.get('n')];
      },
      { readOnly: true },
    );
    expect(seen).toEqual([1, ['b', 'a'], 1]);
  });
});

describe('transactions of the embedded Firestore', () => {
  async function running(
    use: (firestore: Firestore) => Promise<void>,
    options: { idleTransactionMs?: number } = {},
  ): Promise<void> {
    const server = await startFirestore(options);
    const firestore = freshClient(server.host);
    try {
      await use(firestore);
    } finally {
      await firestore.terminate();
      await server.stop();
    }
  }

  test('200 at once on one document are exact', () =>
    running(async (firestore) => {
      await Promise.all(Array.from({ length: 200 }, () => addOne(firestore, ['c/a'])));
      expect((await firestore.doc('c/a').get()).data()).toEqual({ n: 200 });
    }));

  test('200 at once on two documents in either order are exact', () =>
    running(async (firestore) => {
      await Promise.all(
        Array.from({ length: 200 }, (_, i) => addOne(firestore, i % 2 ? ['c/a', 'c/b'] : ['c/b', 'c/a'])),
      );
      const [a, b] = await firestore.getAll(firestore.doc('c/a'), firestore.doc('c/b'));
      expect([a?.data(), b?.data()]).toEqual([{ n: 200 }, { n: 200 }]);
    }));

  test('100 at once that count what they add to are exact', () =>
    running(async (firestore) => {
      const c = firestore.collection('c');
      await Promise.all(
        Array.from({ length: 100 }, () =>
          firestore.runTransaction(async (transaction) => {
            const { size } = await transaction.get(c.where('n', '>=', 0));
            transaction.create(c.doc(`number-${size}`), { n: size });
          }),
        ),
      );
      expect((await c.count().get()).data()).toEqual({ count: 100 });
    }));

  test('one that rests while others wait is aborted, and tries again', () =>
    running(
      async (firestore) => {
        const a = firestore.doc('c/a');
        let attempts = 0;
        await firestore.runTransaction(async (transaction) => {
          attempts++;
          const before = await transaction.get(a);
          // Waits for this very transaction, which does nothing meanwhile.
          if (attempts === 1) await a.set({ outside: true });
          transaction.set(a, { ...before.data(), inside: true });
        });
        expect(attempts).toBe(2);
        expect((await a.get()).data()).toEqual({ outside: true, inside: true });
      },
      { idleTransactionMs: 50 },
    ));

  test('a read-only one cannot write', () =>
    running(async (firestore) => {
      const failing = firestore.runTransaction(
        async (transaction) => {
          await transaction.get(firestore.doc('c/a'));
          transaction.set(firestore.doc('c/a'), {});
        },
        { readOnly: true },
      );
      await expect(failing).rejects.toThrow('read-only');
    }));
});
