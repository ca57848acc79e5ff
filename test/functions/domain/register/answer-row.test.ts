import * as fc from 'fast-check';
import { answeredRow, rejectedRow } from '../../../../functions/domain/register/answer-row';
import { rowCells } from '../../../../functions/domain/register/cells';
import { EDITABLE } from '../../../../functions/domain/register/column-keys';
import { reconcileRow } from '../../../../functions/domain/register/reconcile-row';
import { markOf } from '../../../../functions/domain/register/request-marks';
import { registerRow } from '../../../../functions/domain/register/row';
import { type CellValues, pendingKeys } from '../../../../functions/domain/register/sheet-row';
import { anAccount } from '../../../builders';
import { anAccountRow, aSheetRow, aView, withCells } from './random-rows';

const VIEW = aView();
const account = {
  ...registerRow(anAccount({ id: 'a_1', name: '株式会社松' })),
  version: 3,
  ownerId: 'is',
  contact: '山田様',
};
const written = (over: CellValues = {}) => aSheetRow({ ...rowCells(account, VIEW), ...over });
const sent = written({ contact: '鈴木様', requestState: '未送信' });
const accepted = { ...account, version: 4, contact: '鈴木様' };

test('accepted: the row shows the account, the mark and the note go', () => {
  const { cells, notes } = answeredRow(
    sent,
    sent,
    [{ keys: ['contact'], account: accepted, refusal: null }],
    VIEW,
  );
  expect(cells).toMatchObject({
    contact: '鈴木様',
    'mirror.contact': '鈴木様',
    'mirror.version': 4,
    requestState: '',
  });
  expect(notes).toEqual({ contact: null });
});

describe('what another person has typed in the row, and was not sent with it', () => {
  const both = written({ contact: '鈴木様', awaitedCondition: '4月の予算', requestState: '未送信' });

  test.each([
    ['accepted', null, accepted, 'v4 awaitedCondition=3'],
    ['refused', '窓口がありません。', account, 3],
    ['refused without an account', '権限', null, undefined],
  ])('%s: it waits on, with what it was based on', (_, refusal, shown, version) => {
    const { cells } = answeredRow(both, both, [{ keys: ['contact'], account: shown, refusal }], VIEW);
    expect(cells).toMatchObject({ requestState: '未送信' });
    expect(cells['mirror.version']).toBe(version);
    for (const key of ['awaitedCondition', 'mirror.awaitedCondition'] as const)
      expect(cells).not.toHaveProperty([key]);
  });

  test('it ends where the account has the same value by now', () => {
    const same = { ...accepted, awaitedCondition: '4月の予算' };
    const { cells } = answeredRow(both, both, [{ keys: ['contact'], account: same, refusal: null }], VIEW);
    expect(cells).toMatchObject({ 'mirror.awaitedCondition': '4月の予算', requestState: '' });
  });
});

test('refused: the cell is back at the account, with the reason', () => {
  const answers = [{ keys: ['contact' as const], account, refusal: '窓口がありません。\n詳しくは…' }];
  const { cells, notes } = answeredRow(sent, sent, answers, VIEW);
  expect(cells).toMatchObject({ contact: '山田様', requestState: '差し戻し: 窓口がありません。' });
  expect(notes).toEqual({ contact: '窓口がありません。\n詳しくは…' });
});

test('refused without an account to show: the cells are what Hachi wrote last', () => {
  const { cells } = answeredRow(sent, sent, [{ keys: ['contact'], account: null, refusal: '権限' }], VIEW);
  expect(cells).toEqual({
    ...Object.fromEntries(EDITABLE.map((key) => [key, written().cell(key)])),
    requestState: '差し戻し: 権限',
  });
});

describe('a line of a quick entry', () => {
  const line = written({ quickEntry: '電話 不在', 'mirror.quickEntry': '', requestState: '未送信' });
  const answered = (refusal: string | null, now = line) =>
    answeredRow(line, now, [{ keys: ['quickEntry'], account, refusal }], VIEW);

  test('accepted: its cell is free for the next one, and the state of the request says what it was', () => {
    const { cells, notes } = answered(null);
    expect(cells).toMatchObject({
      quickEntry: '',
      'mirror.quickEntry': '',
      requestState: '受付: 電話 不在',
    });
    expect(notes).toEqual({ quickEntry: null });
  });

  test.each([account, null])('refused: it stays to be mended, and asks for nothing until it is', (known) => {
    const refusal = '話せたかどうか。\n例';
    const { cells, notes } = answeredRow(
      line,
      line,
      [{ keys: ['quickEntry'], account: known, refusal }],
      VIEW,
    );
    expect(cells).toMatchObject({ quickEntry: '電話 不在', requestState: '差し戻し: 話せたかどうか。' });
    expect(notes).toEqual({ quickEntry: refusal });
    const after = withCells(line, cells);
    expect(pendingKeys(after)).toEqual([]);
    expect(pendingKeys(withCells(after, { quickEntry: '電話 話せた' }))).toEqual(['quickEntry']);
    // Cleared, it is forgotten.
    const cleared = withCells(after, { quickEntry: '' });
    expect(reconcileRow(cleared, account, VIEW, { isWritten: true })).toMatchObject({
      cells: { 'mirror.quickEntry': '' },
      pending: [],
    });
  });

  test('one that was typed meanwhile waits', () => {
    const { cells } = answered(null, withCells(line, { quickEntry: 'メール 資料' }));
    expect(cells).toMatchObject({ 'mirror.quickEntry': '', requestState: '未送信' });
    expect(cells).not.toHaveProperty('quickEntry');
  });

  test('one in a row that was no account yet waits for its own answer', () => {
    const draft = aSheetRow({ name: '下書き', quickEntry: '電話 不在', requestState: '未登録' });
    const { cells } = answeredRow(draft, draft, [{ keys: ['status'], account, refusal: null }], VIEW);
    expect(cells.requestState).toBe('未送信');
    expect(cells).not.toHaveProperty('quickEntry');
  });
});

test('a draft that was refused stays as it was typed, with the reason at its name', () => {
  const draft = aSheetRow({ name: '下書き', status: '6', requestState: '未登録' });
  const { cells, notes } = answeredRow(
    draft,
    draft,
    [{ keys: ['status'], account: null, refusal: '既存' }],
    VIEW,
  );
  expect(cells).toEqual({ requestState: '差し戻し: 既存' });
  expect(notes).toEqual({ name: '既存' });
});

test('typed while the functions decided: another request, based on what the account is now', () => {
  const now = withCells(sent, { contact: '佐藤様' });
  const { cells } = answeredRow(sent, now, [{ keys: ['contact'], account: accepted, refusal: null }], VIEW);
  expect(cells).toMatchObject({ 'mirror.contact': '鈴木様', 'mirror.version': 4, requestState: '未送信' });
  expect(cells.contact).toBeUndefined();
});

test('typed meanwhile what the account has now: nothing waits, also where it is a day', () => {
  const before = written({ nextCheck: '' });
  const now = withCells(before, { nextCheck: '2026-09-24' });
  const answers = [{ keys: [], account: { ...account, nextCheck: '2026-09-24' }, refusal: null }];
  expect(answeredRow(before, now, answers, VIEW).cells.requestState).toBe('');
});

test('a cell that the script refused meanwhile keeps its mark', () => {
  const now = withCells(sent, { requestState: '差し戻し: 空にできません。' });
  const { cells } = answeredRow(sent, now, [{ keys: ['contact'], account: accepted, refusal: null }], VIEW);
  expect(cells.requestState).toBeUndefined();
});

describe('rejected by the script', () => {
  test('the cell goes back, with the reason', () => {
    const row = written({ status: 'なにか' });
    expect(rejectedRow(row, [{ key: 'status', reason: '一覧から選んでください。' }], 'ja')).toEqual({
      cells: { status: 'コールド', requestState: '差し戻し: 一覧から選んでください。' },
      notes: { status: '一覧から選んでください。' },
    });
  });

  test('another cell goes on waiting', () => {
    const row = written({ status: 'なにか', contact: '鈴木様' });
    expect(rejectedRow(row, [{ key: 'status', reason: 'x' }], 'en').cells).toEqual({
      status: 'コールド',
      requestState: 'Not sent',
    });
  });

  test('a draft stays as it was typed', () => {
    const row = aSheetRow({ name: '下書き', status: 'なにか' });
    expect(rejectedRow(row, [{ key: 'status', reason: 'x' }], 'ja').cells).toEqual({
      requestState: '差し戻し: x',
    });
  });
});

test('what the script shows after sending, the job finds right, whatever was typed meanwhile', () => {
  const typing = fc.record(
    { contact: fc.constantFrom('佐藤様', '', '山田様'), nextCheck: fc.constantFrom('2026-09-24', 46296, '') },
    { requiredKeys: [] },
  );
  return fc.assert(
    fc.property(
      anAccountRow,
      anAccountRow,
      typing,
      typing,
      fc.boolean(),
      (was, is, typed, since, isRefused) => {
        const later = { ...is, id: was.id, name: was.name, version: was.version + 1 };
        const before = aSheetRow({ ...rowCells(was, VIEW), requestState: '', ...typed });
        const now = withCells(before, since);
        const answers = [{ keys: pendingKeys(before), account: later, refusal: isRefused ? 'なぜ' : null }];
        const after = withCells(now, answeredRow(before, now, answers, VIEW).cells);
        const job = reconcileRow(after, later, VIEW, { isWritten: true });
        // The job writes a day that was typed as text as a day.
        expect(Object.keys(job.cells).filter((key) => key !== 'nextCheck')).toEqual([]);
        expect(markOf(after.cell('requestState')) === 'unsent').toBe(job.pending.length > 0);
      },
    ),
    { numRuns: 1_000 },
  );
});

test.each([
  ['ja', '長'.repeat(40), `差し戻し: ${'長'.repeat(35)}…`],
  ['en', 'x'.repeat(80), `Sent back: ${'x'.repeat(71)}…`],
] as const)(
  'in %s a long reason leaves the row low, and stands whole in the note',
  (language, reason, shown) => {
    const { cells, notes } = rejectedRow(
      written({ contact: '鈴木様' }),
      [{ key: 'contact', reason }],
      language,
    );
    expect([cells.requestState, notes.contact]).toEqual([shown, reason]);
  },
);
