import {
  HISTORY_COLUMNS,
  type HistoryRow,
  statusMove,
} from '../../../../functions/domain/history/history-columns';
import { keysOf } from '../../../../functions/domain/status/table-keys';
import { MEMBERS } from '../../../builders';
import { quarterly } from '../account-lives';

const reader = { language: 'en', members: MEMBERS } as const;
const entries = quarterly().history;
const cellsOf = (row: HistoryRow) =>
  Object.fromEntries(keysOf(HISTORY_COLUMNS).map((key) => [key, HISTORY_COLUMNS[key](row, reader)]));

test('an entry as a line: who, by which channel, from which status to which, why', () => {
  const entry = entries.find((one) => statusMove(one)?.to === 'QUARTERLY_CHECK');
  if (entry === undefined) throw new Error('no such entry');
  const row = { entry: { ...entry, sentBy: 'manager' }, time: '2026-07-01 09:30', company: 'X' };
  expect(cellsOf(row)).toMatchObject({
    time: '2026-07-01 09:30',
    company: 'X',
    to: 'Check Back Quarterly',
    person: 'is',
    sender: 'manager',
    batch: '',
    version: entry.version,
    accountId: entry.accountId,
  });
});

test('a new account had no status before, also where a list brought it in as a client', () => {
  const [first] = entries;
  if (first === undefined) throw new Error('no entry');
  const events = first.events.map((event) => ({
    ...event,
    from: 'COLD' as const,
    to: 'CURRENT_CLIENT' as const,
  }));
  const row = { entry: { ...first, events }, time: '', company: '' };
  expect(cellsOf(row)).toMatchObject({ from: '', to: 'Current Client' });
  expect(cellsOf({ ...row, entry: { ...first, events, version: 2 } })).toMatchObject({ from: 'Cold' });
});

test('the name of a command that exists no longer is shown as stored, and an entry without a change of status shows no status', () => {
  const [first] = entries;
  if (first === undefined) throw new Error('no entry');
  const row = { entry: { ...first, command: 'retired', events: [] }, time: '', company: '' };
  expect(cellsOf(row)).toMatchObject({ command: 'retired', from: '', to: '', sender: '' });
});
