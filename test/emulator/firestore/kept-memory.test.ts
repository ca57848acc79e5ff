import { EmbeddedStore } from '../../../emulator/firestore/store';
import { usingJournalFolder } from './journal-folder';
import { int, nameOf, str } from './sample-values';

const { folder } = usingJournalFolder();

const open = () => new EmbeddedStore({ dataDir: folder(), idleMs: 1000, nowMs: () => 1000 });
const database = 'projects/demo-x/databases/(default)';

/** What Node's memory of the buffer takes, beside the bytes of the document. */
const memoryBeside = (store: EmbeddedStore): number[] =>
  [...store.documents.all()].map(({ fieldBytes }) => fieldBytes.buffer.byteLength - fieldBytes.length);

test('a document that is kept, written or read from the journal, holds on to no memory but its own', async () => {
  const first = open();
  for (const id of ['a', 'b'])
    await first.commit({
      database,
      writes: [
        { operation: 'update', update: { name: nameOf(`c/${id}`), fields: { t: str('八'), n: int('1') } } },
      ],
    });
  await first.commit({
    database,
    writes: [
      {
        operation: 'update',
        update: { name: nameOf('c/b'), fields: { n: int('2') } },
        updateMask: { fieldPaths: ['n'] },
      },
    ],
  });
  expect(memoryBeside(first)).toEqual([0, 0]);
  first.stop();
  const second = open();
  expect(memoryBeside(second)).toEqual([0, 0]);
  second.stop();
});
