import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Firestore, GeoPoint, Timestamp } from '@google-cloud/firestore';
import { startFirestore } from '../../../emulator/firestore/server';
import { JOURNAL_PROJECT, usingJournalFolder } from './journal-folder';

const { folder, journal, lines, running } = usingJournalFolder();

const allOf = async (firestore: Firestore) => {
  const { docs } = await firestore.collectionGroup('c').get();
  return docs.map(({ ref, createTime, updateTime, data }) => ({
    path: ref.path,
    createTime,
    updateTime,
    data,
  }));
};

test('a restart brings back every value and time', async () => {
  const values = {
    numbers: [1n, 0.5, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2n ** 63n - 1n],
    texts: ['NaN', '-0', '八\n\u2028"\\', '\u{1F600}'],
    others: [null, true, Buffer.from([0, 255]), new Timestamp(-1, 5000), new GeoPoint(1.5, -2)],
    nested: { empty: {}, list: [], map: { k: [{ l: 1n }] } },
  };
  const before = await running(async (firestore) => {
    await firestore.doc('c/a').set(values);
    await firestore.doc('c/a').update({ more: firestore.doc('c/b') });
    await firestore.doc('c/gone').set({});
    await firestore.doc('c/gone').delete();
    return firestore.doc('c/a').get();
  });
  const { after, size } = await running(async (firestore) => ({
    after: await firestore.doc('c/a').get(),
    size: (await firestore.collection('c').get()).size,
  }));
  expect(after.data()).toMatchObject(values);
  expect(after.get('more').path).toBe('c/b');
  expect([after.createTime, after.updateTime]).toEqual([before.createTime, before.updateTime]);
  expect(size).toBe(1);
});

test('a commit is one line; one that changes nothing or is refused is none', () =>
  running(async (firestore) => {
    await firestore.batch().set(firestore.doc('c/a'), { n: 1 }).set(firestore.doc('c/b'), { n: 1 }).commit();
    await firestore.doc('c/a').set({ n: 1 });
    await firestore.doc('c/no').delete();
    await expect(firestore.doc('c/a').create({})).rejects.toMatchObject({ code: 6 });
    expect(lines()).toHaveLength(1);
    expect(JSON.parse(lines()[0] ?? '')).toHaveLength(2);
  }));

test('time goes on after a restart, even if the clock does not', async () => {
  const future = (Date.now() + 3_600_000) * 1000;
  const name = `projects/${JOURNAL_PROJECT}/databases/(default)/documents/c/a`;
  writeFileSync(journal(), `${JSON.stringify([[name, future, future, {}]])}\n`);
  const { writeTime } = await running((firestore) => firestore.doc('c/b').set({}));
  expect(writeTime.seconds * 1e6 + writeTime.nanoseconds / 1000).toBe(future + 1);
});

test('a journal of an earlier version is read, and written anew as this one writes it', async () => {
  const row = (id: string, fields: object) => [
    `projects/${JOURNAL_PROJECT}/databases/(default)/documents/c/${id}`,
    ...[1_000_000, 2_000_000, fields],
  ];
  const early = [
    row('a', { t: { stringValue: '八' } }),
    row('a', { t: { stringValue: '九' } }),
    row('b', {}),
  ];
  writeFileSync(journal(), early.map((change) => `${JSON.stringify([change])}\n`).join(''));
  const read = () =>
    running(async (firestore) =>
      (await firestore.collection('c').get()).docs.map((doc) => [doc.id, doc.data(), doc.updateTime.seconds]),
    );
  const documents = [
    ['a', { t: '九' }, 2],
    ['b', {}, 2],
  ];
  expect(await read()).toEqual(documents);
  await running(async (firestore) => {
    for (let n = 0; n < 5; n++) await firestore.doc('c/gone').set({ n });
    await firestore.doc('c/gone').delete();
  });
  expect(await read()).toEqual(documents);
  expect(lines().map((line) => typeof JSON.parse(line)[0][3])).toEqual(['string', 'string']);
});

test('a torn last line is dropped, and what follows is kept', async () => {
  await running((firestore) => firestore.doc('c/a').set({ n: 1 }));
  appendFileSync(journal(), '[["projects/demo-journal/databases/(default)/documents/c/to');
  await running((firestore) => firestore.doc('c/b').set({ n: 2 }));
  const documents = await running((firestore) => firestore.collection('c').get());
  expect(documents.docs.map((document) => [document.id, document.get('n')])).toEqual([
    ['a', 1n],
    ['b', 2n],
  ]);
});

test('a journal that is damaged further up is neither served nor changed', async () => {
  await running((firestore) => firestore.doc('c/a').set({ n: 1 }));
  const damaged = `{"half\n${readFileSync(journal(), 'utf8')}`;
  writeFileSync(journal(), damaged);
  await expect(startFirestore({ dataDir: folder() })).rejects.toMatchObject({
    code: 'DATA_DAMAGED',
    message: expect.stringContaining('Line 1 of'),
  });
  expect(readFileSync(journal(), 'utf8')).toBe(damaged);
});

test('a start leaves only what is live', async () => {
  await running(async (firestore) => {
    for (let n = 0; n < 20; n++) await firestore.doc('c/a').set({ n });
    await firestore.doc('c/b').set({});
    await firestore.doc('c/b').delete();
  });
  expect(lines()).toHaveLength(22);
  const documents = await running(allOf);
  expect(documents.map(({ path }) => path)).toEqual(['c/a']);
  expect(lines()).toHaveLength(1);
  expect(await running(allOf)).toEqual(documents);
});

test('where no other file can be written the old one goes on, and loses nothing', async () => {
  const errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await running(async (firestore) => {
    for (let n = 0; n < 5; n++) await firestore.doc('c/a').set({ n });
  });
  mkdirSync(`${journal()}.new`);
  await running((firestore) => firestore.doc('c/b').set({ n: 1 }));
  expect(lines()).toHaveLength(6);
  const { docs } = await running((firestore) => firestore.collection('c').get());
  expect(errors).toHaveBeenCalledTimes(2);
  errors.mockRestore();
  expect(docs.map((doc) => [doc.id, doc.get('n')])).toEqual([
    ['a', 4n],
    ['b', 1n],
  ]);
});
