import type { Firestore } from '@google-cloud/firestore';
import { Metadata, makeClientConstructor, type ServiceError, credentials as wire } from '@grpc/grpc-js';
import { directSettings } from '../../../emulator/firestore/direct-channel';
import { firestoreService } from '../../../emulator/firestore/messages';
import { type RunningFirestore, startFirestore } from '../../../emulator/firestore/server';
import { freshClient } from '../../firestores';

const CANCELLED = 1;
const DEADLINE_EXCEEDED = 4;
const UNIMPLEMENTED = 12;
const UNAVAILABLE = 14;

let server: RunningFirestore;
let firestore: Firestore;

beforeEach(async () => {
  server = await startFirestore();
  firestore = freshClient(server.host);
});
afterEach(async () => {
  await firestore.terminate();
  await server.stop();
});

/** The client below that of Firestore: it tries nothing again. */
const bareClient = () => {
  const channelFactoryOverride = directSettings(server.host)['grpc.channelFactoryOverride'];
  const Client = makeClientConstructor(firestoreService(), 'Firestore');
  return new Client(server.host, wire.createInsecure(), {
    ...(channelFactoryOverride && { channelFactoryOverride }),
  });
};
type Ended = { code: number; details: string };
const database = 'projects/demo-direct/databases/(default)';
const codeOf = (error: ServiceError | null): number => error?.code ?? 0;

test('only for a server of this process', async () => {
  expect(Object.keys(directSettings(server.host))).toEqual(['grpc.channelFactoryOverride']);
  expect(directSettings('127.0.0.1:1')).toEqual({});
  await server.stop();
  expect(directSettings(server.host)).toEqual({});
});

test('documents are written and read, also many at once', async () => {
  const refs = Array.from({ length: 1200 }, (_, n) => firestore.doc(`c/${n}`));
  const writer = firestore.bulkWriter();
  for (const ref of refs) void writer.set(ref, { id: ref.id, text: '本' });
  await writer.close();
  const read = await firestore.getAll(...refs);
  expect(read.map((document) => document.get('id'))).toEqual(refs.map(({ id }) => id));
  expect((await firestore.collection('c').count().get()).data().count).toBe(1200);
});

test('a transaction that others were faster than is run again', async () => {
  const ref = firestore.doc('c/a');
  await ref.set({ n: 0 });
  const addOne = () =>
    firestore.runTransaction(async (transaction) => {
      const n = (await transaction.get(ref)).get('n');
      transaction.update(ref, { n: n + 1 });
    });
  await Promise.all([addOne(), addOne(), addOne()]);
  expect((await ref.get()).get('n')).toBe(3);
});

test('what is not emulated is refused: a stream of requests, too', async () => {
  const stream = bareClient().Listen?.();
  const end = new Promise<Ended>((resolve) => stream.on('error', resolve));
  stream.resume();
  stream.write({ database });
  expect(await end).toMatchObject({ code: UNIMPLEMENTED });
  await expect(firestore.collection('c').explain()).rejects.toMatchObject({ code: UNIMPLEMENTED });
});

test('a call has its deadline', async () => {
  const deadline = Date.now() + 1;
  const client = bareClient();
  const holder = await new Promise<{ transaction: Buffer }>((resolve, reject) => {
    client.BeginTransaction?.({ database }, (error: Error | null, answer: { transaction: Buffer }) =>
      error ? reject(error) : resolve(answer),
    );
  });
  const name = `${database}/documents/c/a`;
  const read = client.BatchGetDocuments?.({ database, documents: [name], transaction: holder.transaction });
  for await (const _ of read);
  // The lock of the transaction keeps this commit waiting.
  const code = await new Promise<number>((resolve) => {
    const writes = [{ update: { name } }];
    client.Commit?.({ database, writes }, new Metadata(), { deadline }, (error: ServiceError | null) =>
      resolve(codeOf(error)),
    );
  });
  expect(code).toBe(DEADLINE_EXCEEDED);
});

test('a stream that is cancelled ends, whatever has come by then', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, n) => firestore.doc(`c/${n}`).set({ n })));
  const { projectId } = JSON.parse(JSON.stringify(firestore));
  const stream = bareClient().RunQuery?.({
    parent: `projects/${projectId}/databases/(default)/documents`,
    structuredQuery: { from: [{ collectionId: 'c' }] },
  });
  const end = new Promise<Ended>((resolve) => stream.on('error', resolve));
  stream.once('data', () => stream.cancel());
  expect(await end).toMatchObject({ code: CANCELLED });
});

test('a server that stops ends what it was asked, and answers nothing more', async () => {
  const client = bareClient();
  const commit = () =>
    new Promise<number>((resolve) => {
      client.Commit?.({ database, writes: [] }, (error: ServiceError | null) => resolve(codeOf(error)));
    });
  const running = commit();
  await server.stop();
  expect([await running, await commit()]).toEqual([UNAVAILABLE, UNAVAILABLE]);
});
