import type { HistoryEntry } from '../../../../functions/domain/account/history';
import {
  type HistoryFilter,
  isChangeOf,
  matchesHistoryFilter,
} from '../../../../functions/domain/account/history-filter';

test.each([
  ['nextCheck', 'nextCheck', true],
  ['contacts.c000001', 'contacts', true],
  ['contacts.c000001', 'contacts.c000001', true],
  ['contacts.c000001', 'contacts.c000002', false],
  ['nameOfOther', 'name', false],
])('a change of %s is one of %s: %s', (path, field, expected) => {
  expect(isChangeOf(path, field)).toBe(expected);
});

const entry: HistoryEntry = {
  accountId: 'a_1',
  version: 3,
  requestId: 'r',
  undoes: null,
  on: '2026-07-01',
  at: '2026-07-01T00:00:00.000Z',
  by: 'is',
  sentBy: 'manager',
  channel: 'trigger',
  command: 'setNextCheck',
  batch: 'b_1',
  events: [
    {
      type: 'nextCheckSet',
      from: 'QUARTERLY_CHECK',
      to: 'QUARTERLY_CHECK',
      reason: null,
      data: {},
      changes: [{ path: 'nextCheck', before: null, after: null }],
    },
  ],
};

test.each<[HistoryFilter, HistoryFilter]>([
  [{ accountId: 'a_1' }, { accountId: 'a_2' }],
  [{ personId: 'is' }, { personId: 'fs' }],
  [{ personId: 'manager' }, { personId: 'unknown-editor' }],
  [{ command: 'setNextCheck' }, { command: 'undo' }],
  [{ channel: 'trigger' }, { channel: 'api' }],
  [{ batch: 'b_1' }, { batch: 'b_2' }],
  [{ event: 'nextCheckSet' }, { event: 'undone' }],
  [{ field: 'nextCheck' }, { field: 'status' }],
  // From the first instant on, and before the last.
  [{ from: '2026-07-01T00:00:00.000Z' }, { from: '2026-07-01T00:00:00.001Z' }],
  [{ before: '2026-07-01T00:00:00.001Z' }, { before: '2026-07-01T00:00:00.000Z' }],
])('%j, and not %j; both together never', (holds, fails) => {
  expect(matchesHistoryFilter(entry, holds)).toBe(true);
  expect(matchesHistoryFilter(entry, fails)).toBe(false);
  expect(matchesHistoryFilter(entry, { field: 'nextCheck', personId: 'is', ...fails })).toBe(false);
});
