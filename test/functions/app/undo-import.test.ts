import { undoRequestsOf } from '../../../functions/app/undo-import';
import type { HistoryEntry } from '../../../functions/domain/account/history';

const entry = (version: number, over: Partial<HistoryEntry> = {}): HistoryEntry => ({
  accountId: 'a_1',
  version,
  at: '2026-07-01T03:00:00.000Z',
  on: '2026-07-01',
  by: 'is',
  channel: 'import',
  batch: 'b_1',
  requestId: `request ${version}`,
  command: 'import',
  undoes: null,
  events: [],
  ...over,
});
const versionsOf = (history: readonly HistoryEntry[]) =>
  undoRequestsOf({ id: 'a_1', version: history.length }, history, 'b_1').map(({ command }) => command);

test('the entries of the batch are undone, the newest first; those of others stay', () => {
  expect(versionsOf([entry(1), entry(2, { batch: 'b_2' }), entry(3, { batch: null }), entry(4)])).toEqual([
    { type: 'undo', version: 4 },
    { type: 'undo', version: 1 },
  ]);
});

test('what is undone already is passed over, and an undo is not undone', () => {
  expect(versionsOf([entry(1), entry(2), entry(3, { command: 'undo', undoes: 2 })])).toEqual([
    { type: 'undo', version: 1 },
  ]);
});

test('the same undo is the same request, made on the present version', () => {
  expect(undoRequestsOf({ id: 'a_1', version: 2 }, [entry(1), entry(2, { batch: null })], 'b_1')).toEqual([
    {
      requestId: 'b_1:undo:a_1:1',
      accountId: 'a_1',
      expectedVersion: 2,
      command: { type: 'undo', version: 1 },
      batch: 'b_1',
    },
  ]);
});
