import type { Firestore } from '@google-cloud/firestore';
import { credentials, makeClientConstructor, type ServiceError } from '@grpc/grpc-js';
import { firestoreService } from '../../../emulator/firestore/messages';
import { type RunningFirestore, startFirestore } from '../../../emulator/firestore/server';
import { freshClient } from '../../firestores';

const INVALID_ARGUMENT = 3;
const PERMISSION_DENIED = 7;
const UNIMPLEMENTED = 12;

let server: RunningFirestore;
let firestore: Firestore;

beforeAll(async () => {
  server = await startFirestore();
});
afterAll(() => server.stop());
beforeEach(() => {
  firestore = freshClient(server.host);
});
afterEach(() => firestore.terminate());

test('it says at which address it serves, and that it is the embedded one', () => {
  expect(server).toMatchObject({ host: `127.0.0.1:${server.port}`, kind: 'embedded' });
});

test('only demo projects are served', async () => {
  const real = freshClient(server.host, { projectId: 'production' });
  const refusal = { code: PERMISSION_DENIED, message: expect.stringContaining('"production"') };
  await expect(real.doc('c/a').set({})).rejects.toMatchObject(refusal);
  await expect(real.doc('c/a').get()).rejects.toMatchObject(refusal);
  await expect(real.collection('c').get()).rejects.toMatchObject(refusal);
  await real.terminate();
});

test('projects and databases do not see each other', async () => {
  const { projectId } = JSON.parse(JSON.stringify(firestore));
  const other = freshClient(server.host, { projectId, databaseId: 'other' });
  await firestore.doc('c/a').set({ n: 1 });
  await other.doc('c/a').set({ n: 2 });
  expect((await firestore.collectionGroup('c').get()).docs.map((document) => document.get('n'))).toEqual([1]);
  expect((await other.doc('c/a').get()).data()).toEqual({ n: 2 });
  await other.terminate();
});

test.each<[string, (is: Firestore) => Promise<unknown>]>([
  ['PartitionQuery', (is) => drain(is.collectionGroup('c').getPartitions(5))],
  ['ExecutePipeline', (is) => is.pipeline().collection('c').execute()],
  ['explainOptions', (is) => is.collection('c').explain()],
  [
    'findNearest',
    (is) => {
      const nearest = { vectorField: 'v', queryVector: [1], limit: 1, distanceMeasure: 'COSINE' as const };
      return is.collection('c').findNearest(nearest).get();
    },
  ],
])('%s is not emulated, and says so', async (name, ask) => {
  await expect(ask(firestore)).rejects.toMatchObject({
    code: UNIMPLEMENTED,
    message: expect.stringContaining(name),
  });
});

// Asked without the client, which goes on trying to listen whatever it is told.
test.each(['Listen', 'Write', 'GetDocument', 'CreateDocument'])(
  '%s is not emulated, and says so',
  async (name) => {
    const client = new (makeClientConstructor(firestoreService(), 'Firestore'))(
      server.host,
      credentials.createInsecure(),
    );
    const error = await new Promise<ServiceError>((resolve) => {
      const call = client[name]?.(name === 'Listen' || name === 'Write' ? undefined : {}, resolve);
      call?.on('error', resolve);
    });
    client.close();
    expect(error).toMatchObject({ code: UNIMPLEMENTED, details: expect.stringContaining(name) });
  },
);

test('a commit of more than 10 MiB is refused in Firestore’s words', async () => {
  const batch = firestore.batch();
  for (let i = 0; i < 12; i++) batch.set(firestore.doc(`c/${i}`), { text: 'x'.repeat(900_000) });
  await expect(batch.commit()).rejects.toMatchObject({
    code: INVALID_ARGUMENT,
    message: expect.stringContaining('Transaction too big'),
  });
  expect((await firestore.collection('c').count().get()).data().count).toBe(0);
});

test('answers of many megabytes arrive', async () => {
  const ids = Array.from({ length: 40 }, (_, i) => `c/${i}`);
  await Promise.all(ids.map((id) => firestore.doc(id).set({ text: 'x'.repeat(500_000) })));
  const documents = await firestore.getAll(...ids.map((id) => firestore.doc(id)));
  expect(documents.map((document) => document.get('text').length)).toEqual(Array(40).fill(500_000));
});

test('a taken port is an error, and stopping frees it', async () => {
  const first = await startFirestore();
  await expect(startFirestore({ port: first.port })).rejects.toThrow();
  await first.stop();
  const second = await startFirestore({ port: first.port });
  expect(second.port).toBe(first.port);
  await second.stop();
});

async function drain(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _item of items);
}
