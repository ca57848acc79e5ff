import * as fc from 'fast-check';
import { rowCells } from '../../../../functions/domain/register/cells';
import { VALUE_KEYS } from '../../../../functions/domain/register/column-keys';
import {
  contradictionsIn,
  reconcileRow,
  reconcileUnreadRow,
} from '../../../../functions/domain/register/reconcile-row';
import { markOf, type RequestMark } from '../../../../functions/domain/register/request-marks';
import { registerRow } from '../../../../functions/domain/register/row';
import { type CellValues, cellText, pendingKeys } from '../../../../functions/domain/register/sheet-row';
import { anAccount } from '../../../builders';
import { anAccountRow, aRandomRow, aSheetRow, aView, REQUEST_STATES, withCells } from './random-rows';

const account = {
  ...registerRow(anAccount({ id: 'a_1', name: '株式会社松' })),
  version: 3,
  ownerId: 'is',
  contact: '山田様',
};
const VIEW = aView();
const written = (over: CellValues = {}) => aSheetRow({ ...rowCells(account, VIEW), ...over });
const WRITTEN = { isWritten: true };

describe('a row of an account', () => {
  test('that shows it already is left as it is', () => {
    expect(reconcileRow(written(), account, VIEW, WRITTEN)).toEqual({ cells: {}, pending: [] });
  });

  test('gets what the account has got since', () => {
    const { cells } = reconcileRow(written(), { ...account, version: 4, contact: '田中様' }, VIEW, WRITTEN);
    expect(cells).toEqual({ contact: '田中様', 'mirror.contact': '田中様', 'mirror.version': 4 });
  });

  test('keeps a request, and the version and the value that it was based on', () => {
    const later = { ...account, version: 4, contact: '田中様', awaitedCondition: '予算' };
    expect(reconcileRow(written({ contact: '鈴木様' }), later, VIEW, WRITTEN)).toEqual({
      cells: {
        awaitedCondition: '予算',
        'mirror.awaitedCondition': '予算',
        'mirror.version': 'v4 contact=3',
        requestState: '未送信',
      },
      pending: ['contact'],
    });
  });

  test('has no request any more where the account has the requested value', () => {
    const row = written({ contact: '田中様', requestState: '未送信' });
    const later = { ...account, version: 4, contact: '田中様' };
    expect(reconcileRow(row, later, VIEW, WRITTEN)).toEqual({
      cells: { 'mirror.contact': '田中様', 'mirror.version': 4, requestState: '' },
      pending: [],
    });
  });

  test('loses its requests where they are to be dropped', () => {
    const row = written({ contact: '鈴木様', requestState: 'Not sent' });
    expect(reconcileRow(row, account, VIEW, { isWritten: true, discardRequests: true })).toEqual({
      cells: { contact: '山田様', requestState: '' },
      pending: [],
    });
  });

  test('loses a line that waits where requests are to be dropped, and keeps one that was refused', () => {
    const discarded = (cells: CellValues) =>
      reconcileRow(written(cells), account, VIEW, { isWritten: true, discardRequests: true }).cells;
    expect(discarded({ quickEntry: '電話 不在', requestState: '未送信' })).toEqual({
      quickEntry: '',
      requestState: '',
    });
    expect(discarded({ quickEntry: '来週見積', 'mirror.quickEntry': '来週見積' })).toEqual({});
  });

  test('that Hachi has not written holds no request: all of it is written', () => {
    const row = aSheetRow({ id: 'a_1', status: 'なにか' });
    const { cells, pending } = reconcileRow(row, account, VIEW, { isWritten: false });
    expect(pending).toEqual([]);
    expect(cells).toMatchObject({ status: 'コールド', name: '株式会社松', 'mirror.version': 3 });
  });
});

test.each<[string, string, { pending: boolean; answered: boolean }, string]>([
  ['waits and says so', '未送信', { pending: true, answered: false }, '未送信'],
  ['waits and says so in the other language', 'Not sent', { pending: true, answered: false }, 'Not sent'],
  ['waits and says nothing', '', { pending: true, answered: false }, '未送信'],
  [
    'was blocked, in words of an earlier version',
    'Needs a look: torn',
    { pending: false, answered: false },
    '',
  ],
  ['was blocked and something waits', '要確認', { pending: true, answered: false }, '未送信'],
  ['was a draft', '未登録', { pending: false, answered: false }, ''],
  ['was refused', '差し戻し: なぜ', { pending: false, answered: false }, '差し戻し: なぜ'],
  [
    'was refused, and has been changed from here since',
    '差し戻し: なぜ',
    { pending: false, answered: true },
    '',
  ],
  ['has a remark of the team', 'あとで電話', { pending: false, answered: true }, 'あとで電話'],
])('a row that %s', (_, requestState, { pending, answered }, expected) => {
  const row = written({ requestState, ...(pending ? { contact: '鈴木様' } : {}) });
  const { cells } = reconcileRow(row, account, VIEW, { isWritten: true, isAnswered: answered });
  expect(cellText(withCells(row, cells), 'requestState')).toBe(expected);
});

test('a row whose account was not read: its days are put right from its own cells, and its requests stay', () => {
  const row = written({ name: '株式会社竹', statusSince: 46200, daysInStatus: 1, contact: '鈴木様' });
  expect(reconcileUnreadRow(row, VIEW, WRITTEN)).toEqual({
    cells: { daysInStatus: 4, requestState: '未送信' },
    pending: ['contact', 'name'],
  });
  expect(reconcileUnreadRow(row, VIEW, { ...WRITTEN, discardRequests: true }).cells).toMatchObject({
    name: '株式会社松',
  });
});

describe('a request that contradicts a later change', () => {
  const later = { ...account, version: 4, contact: '田中様' };

  test('names both values', () => {
    expect(contradictionsIn(written({ contact: '鈴木様' }), later, ['contact'], VIEW)).toEqual([
      { key: 'contact', requested: '鈴木様', current: '田中様' },
    ]);
  });

  test('is none where the account has not changed, or has changed elsewhere', () => {
    const row = written({ contact: '鈴木様' });
    expect(contradictionsIn(row, account, ['contact'], VIEW)).toEqual([]);
    expect(contradictionsIn(row, { ...account, version: 4, ownerId: 'fs' }, ['contact'], VIEW)).toEqual([]);
  });

  test('is none where only the language of the sheet has changed', () => {
    const english = aSheetRow({ ...rowCells(account, aView('en')), status: '6' });
    expect(contradictionsIn(english, { ...account, version: 4 }, ['status'], VIEW)).toEqual([]);
  });
});

const options = fc.record({
  isWritten: fc.boolean(),
  discardRequests: fc.boolean(),
  isAnswered: fc.boolean(),
});

test('a second pass writes nothing and finds the same requests waiting', () => {
  return fc.assert(
    fc.property(aRandomRow, anAccountRow, options, (row, some, how) => {
      const first = reconcileRow(row, some, VIEW, how);
      const second = reconcileRow(withCells(row, first.cells), some, VIEW, { ...how, isWritten: true });
      expect(second).toEqual({ cells: {}, pending: first.pending });
      const unread = reconcileUnreadRow(row, VIEW, how);
      expect(reconcileUnreadRow(withCells(row, unread.cells), VIEW, how).cells).toEqual({});
    }),
    { numRuns: 1_000 },
  );
});

test('what the script writes after a command, the job finds right, but for a refusal that the job leaves standing', () => {
  return fc.assert(
    fc.property(aRandomRow, anAccountRow, (row, some) => {
      const script = reconcileRow(row, some, VIEW, { isWritten: true, isAnswered: true });
      const job = reconcileRow(row, some, VIEW, WRITTEN);
      expect(script.pending).toEqual(job.pending);
      expect({ ...script.cells, requestState: '' }).toEqual({ ...job.cells, requestState: '' });
      expect(reconcileRow(withCells(row, script.cells), some, VIEW, WRITTEN).cells).toEqual({});
    }),
  );
});

test('every cell shows the account, but for those that wait; those are what they were', () => {
  return fc.assert(
    fc.property(aRandomRow, anAccountRow, (row, some) => {
      const { cells, pending } = reconcileRow(row, some, VIEW, WRITTEN);
      const now = withCells(row, cells);
      const shown = rowCells(some, VIEW);
      for (const key of VALUE_KEYS)
        expect(now.cell(key)).toBe(pending.includes(key) ? row.cell(key) : shown[key]);
      expect(now.cell('quickEntry')).toBe(row.cell('quickEntry'));
      expect(pendingKeys(now)).toEqual(pending);
      expect(markOf(now.cell('requestState')) === 'unsent').toBe(pending.length > 0);
    }),
  );
});

test('the marks of earlier versions and of both languages are known', () => {
  expect(REQUEST_STATES.map(markOf)).toEqual<(RequestMark | null)[]>([
    null,
    'unsent',
    'unsent',
    'draft',
    'draft',
    'refused',
    'refused',
    'blocked',
    'blocked',
    'blocked',
    null,
    'accepted',
  ]);
});
