import { readListFindings } from '../../../functions/app/list-findings';
import type { ImportBatch } from '../../../functions/contract/import';
import {
  markImportUndone,
  readBatchesToCheck,
  readHeldBatch,
  saveImportBatch,
  startImportBatch,
} from '../../../functions/store/import-batches';
import { freshClient, usingFirestore } from '../../firestores';

const firestore = usingFirestore('embedded');

const aBatch = (id: string, over: Partial<ImportBatch> = {}): ImportBatch => ({
  ...{
    id,
    list: '法人番号',
    mode: 'changes',
    total: 1,
    done: 1,
    twice: 0,
    closed: [],
    toCheck: true,
    state: 'done',
  },
  counts: { created: 0, filled: 0, unchanged: 1, refused: 0, withDebts: 0, undecided: 0 },
  changes: null,
  ...over,
});
const gone = (accountId: string, version: number): ImportBatch['changes'] => ({
  counts: { renamed: 0, renumbered: 0, added: 0, unchanged: 0, gone: 1 },
  ...{ renamed: [], renumbered: [], added: [], unchanged: [] },
  gone: [{ accountId, name: '株式会社甲', listId: '', status: 'COLD', version }],
});
const AUTHOR = { by: 'is', at: '2026-07-01T00:00:00.000Z' };

test('what the latest list of a name says stands there, until it is undone', async () => {
  const db = freshClient(firestore().host);
  const save = (batch: ImportBatch) => startImportBatch(db, null, batch, AUTHOR);
  const closed = [{ accountId: 'a_1', name: '株式会社甲', closure: '2026-03-31', version: 3 }];
  await save(aBatch('b_1', { closed, changes: gone('a_1', 2) }));
  await save(aBatch('b_2', { list: 'EDINET', changes: gone('a_2', 5) }));
  await save(aBatch('b_3', { toCheck: false, changes: gone('a_3', 1) }));
  expect(Object.fromEntries(await readListFindings(db))).toEqual({
    a_1: [
      { finding: { kind: 'closed', list: '法人番号', closure: '2026-03-31' }, version: 3 },
      { finding: { kind: 'dropOut', list: '法人番号' }, version: 2 },
    ],
    a_2: [{ finding: { kind: 'dropOut', list: 'EDINET' }, version: 5 }],
  });
  const later = aBatch('b_4', { changes: gone('a_4', 1) });
  await save({ ...later, toCheck: false, state: 'running' });
  const held = await readHeldBatch(db, 'b_4');
  if (held === null) throw new Error('b_4 was not saved');
  expect(await saveImportBatch(db, held, later, AUTHOR, await readBatchesToCheck(db, '法人番号'))).toBe(true);
  await markImportUndone(db, 'b_2');
  expect([...(await readListFindings(db)).keys()]).toEqual(['a_4']);
});
