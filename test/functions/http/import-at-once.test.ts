/** One file sent by several clients at once, whole or in parts: each row has one effect, and is counted once. */
import { expectConsistentStore } from '../store/expect-consistent-store';
import { csv, usingListSenders } from './send-lists';

const { suite, send, sendAll, batchOf } = usingListSenders();
/** More than one step. */
const ROWS = 430;
const listOf = (prefix: string, name = '会社'): string =>
  csv(
    '会社名,ID',
    ...Array.from({ length: ROWS }, (_, index) => `株式会社${name}${prefix}${index},${prefix}${index}`),
  );
const NONE = { created: 0, filled: 0, unchanged: 0, refused: 0, withDebts: 0, undecided: 0 };

/** On a busy machine the real limit would end a call behind its first step. */
beforeEach(() => {
  suite().service.limits.runMilliseconds = Number.POSITIVE_INFINITY;
});

test('whole: no company is made twice, and both are told what became of the file', async () => {
  const [first, second] = await Promise.all([
    send(listOf('A'), { list: 'A' }),
    send(listOf('A'), { list: 'A' }, 'is2'),
  ]);
  const counts = { ...NONE, created: ROWS };
  for (const { status, body } of [first, second])
    expect([status, body.done, body.next, body.counts]).toEqual([200, ROWS, null, counts]);
  expect(await batchOf(first.body.batch)).toMatchObject({ state: 'done', done: ROWS, counts });
  expect((await suite().db.collection('accounts').count().get()).data().count).toBe(ROWS);
});

test('in parts, of a list that comes again with other names: each change is counted once', async () => {
  await sendAll(listOf('B'), { list: 'B' });
  suite().service.limits.runMilliseconds = 0;
  const renamed = listOf('B', '改名');
  const answers = await Promise.all([1, 2].map(() => sendAll(renamed, { list: 'B', mode: 'changes' })));
  for (const { body } of answers) {
    expect(body).toMatchObject({ next: null, counts: { ...NONE, filled: ROWS } });
    expect(body.changes.counts).toMatchObject({ renamed: ROWS, added: 0, unchanged: 0, gone: 0 });
  }
});

test('behind it the store is sound', () => expectConsistentStore(suite().db));
