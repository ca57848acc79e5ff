/** The import of a list: rehearsed, imported in slices, stopped, gone on with, taken back. */

import { startImport, updateImport } from '../../../../apps-script/windows/lists/import';
import type { ImportMessage, ImportState } from '../../../../apps-script/windows/lists/import-state';
import { isRunning, isSetupShown } from '../../../../apps-script/windows/lists/import-state';
import type { ImportAnswer } from '../../../../functions/contract/import';
import { effectOf, offline } from '../window-scene';

const answer = (over: Partial<ImportAnswer> = {}): ImportAnswer => ({
  batch: 'b-1',
  list: '取引先',
  encoding: 'utf-8',
  sheets: [],
  sheet: null,
  headerLine: 1,
  writtenBy: null,
  dryRun: true,
  mode: 'add',
  total: 3,
  done: 0,
  next: null,
  counts: { created: 3, filled: 0, unchanged: 0, refused: 0, withDebts: 0, undecided: 0 },
  changes: null,
  columns: [],
  fields: [],
  problems: [],
  problemCount: 0,
  notes: [],
  noteCount: 0,
  undecided: [],
  undecidedCount: 0,
  similar: [],
  similarCount: 0,
  decided: [],
  decidedCount: 0,
  statuses: [],
  statusCount: 0,
  ...{ words: [], wordCount: 0, members: [], twice: 0 },
  ...over,
});

const apply = (state: ImportState, ...messages: readonly ImportMessage[]): ImportState =>
  messages.reduce((now, message) => updateImport(now, message).state, state);

const fromTab = apply(
  startImport().state,
  { type: 'tabsRead', result: { value: ['取引先'] } },
  { type: 'chooseSource', fromTab: true },
  { type: 'chooseTab', tab: '取引先' },
);

/** Answers the one call of a step. */
const answered = (
  { effects, state }: ReturnType<typeof updateImport>,
  value: unknown,
): ReturnType<typeof updateImport> => updateImport(state, effectOf(effects, 'call').reply({ value }));

/** What the import is asked for. */
const queryOf = ({ effects }: ReturnType<typeof updateImport>): unknown => {
  const [name, method, input] = effectOf(effects, 'call').args;
  expect([name, method]).toEqual(['import', 'POST']);
  return typeof input === 'object' && input !== null && 'query' in input ? input.query : null;
};

const rehearsed = answered(updateImport(fromTab, { type: 'rehearse' }), answer()).state;

test('the name of the tab is proposed, unless one was typed', () => {
  expect(fromTab.list).toBe('取引先');
  const typed = apply(fromTab, { type: 'nameList', list: '展示会' }, { type: 'chooseTab', tab: '別' });
  expect(typed.list).toBe('展示会');
});

test.each<[string, ImportState, string]>([
  ['no file', startImport().state, 'file'],
  ['no tab', apply(fromTab, { type: 'chooseTab', tab: '' }), 'tab'],
  ['no name', apply(fromTab, { type: 'nameList', list: ' ' }), 'list'],
  ['clients of no product', apply(fromTab, { type: 'setClients', areClients: true }), 'product'],
])('%s: the field is named and focused, and nothing is read', (_, state, field) => {
  const { state: after, effects } = updateImport(state, { type: 'rehearse' });
  expect(after.phase).toMatchObject({ kind: 'problem', field });
  expect(effects).toEqual([{ kind: 'focus', selector: `#import-${field}` }]);
});

test('a rehearsal writes nothing; what it read is imported exactly so', () => {
  const { effects } = updateImport(fromTab, { type: 'rehearse' });
  expect(effectOf(effects, 'call').args).toEqual([
    'import',
    'POST',
    {
      query: {
        ...{ list: '取引先', tab: '取引先', noHeader: false, base64: false, statuses: 'keep' },
        ...{ dryRun: true, from: 0, skipProblems: false },
      },
      csv: '',
    },
  ]);
  const started = updateImport(rehearsed, { type: 'start' });
  expect(queryOf(started)).toMatchObject({
    list: '取引先',
    mode: 'add',
    dryRun: false,
    from: 0,
    skipProblems: false,
  });
});

test.each<[string, Partial<ImportAnswer>, boolean]>([
  ['no row could be read', { total: 0 }, true],
  ['its words wait for their meaning', { total: 0, wordCount: 2 }, false],
  ['it was read', {}, false],
])('the columns open by themselves where that may help: %s', (_, over, isOpen) => {
  const { state } = answered(updateImport(fromTab, { type: 'rehearse' }), answer(over));
  expect(state.columns.isOpen).toBe(isOpen);
});

test('a long list is rehearsed part by part, as it was read at first, and shown as a whole', () => {
  const counts = { created: 2, filled: 1, unchanged: 0, refused: 0, withDebts: 0, undecided: 0 };
  const first = answered(
    updateImport(fromTab, { type: 'rehearse' }),
    answer({ next: 400, counts, mode: 'changes', problemCount: 1 }),
  );
  expect(first.state.phase.kind).toBe('rehearsing');
  expect(queryOf(first)).toMatchObject({ dryRun: true, from: 400, mode: 'changes' });
  const { state } = answered(first, answer({ counts, mode: 'changes', problemCount: 2 }));
  expect(state.phase).toMatchObject({
    kind: 'rehearsed',
    answer: { next: null, counts: { created: 4, filled: 2 }, problemCount: 3 },
  });
});

test('a long list that a call brings no answer for is rehearsed on from there', () => {
  const begun = answered(
    updateImport(fromTab, { type: 'rehearse' }),
    answer({ next: 400, mode: 'changes', problemCount: 1 }),
  );
  const failed = updateImport(begun.state, effectOf(begun.effects, 'call').reply(offline)).state;
  expect(failed.phase).toMatchObject({ kind: 'failed', begun: { before: { next: 400 } } });
  const again = updateImport(failed, { type: 'rehearse' });
  expect(queryOf(again)).toMatchObject({ dryRun: true, from: 400, mode: 'changes' });
  expect(answered(again, answer({ problemCount: 2 })).state.phase).toMatchObject({
    kind: 'rehearsed',
    answer: { problemCount: 3 },
  });
  const renamed = apply(failed, { type: 'nameList', list: '別' });
  expect(queryOf(updateImport(renamed, { type: 'rehearse' }))).toMatchObject({ from: 0 });
});

test('what is changed afterwards has to be rehearsed again', () =>
  expect(apply(rehearsed, { type: 'nameList', list: '別' }).phase).toEqual({ kind: 'setup' }));

test('an import goes slice by slice to its end', () => {
  const first = answered(updateImport(rehearsed, { type: 'start' }), answer({ done: 2, next: 2 }));
  expect(queryOf(first)).toMatchObject({ from: 2 });
  const refreshing = answered(first, answer({ done: 3 }));
  expect([effectOf(refreshing.effects, 'call').name, isRunning(refreshing.state)]).toEqual([
    'refreshRows',
    true,
  ]);
  const last = answered(refreshing, {}).state;
  expect(last.phase).toMatchObject({ kind: 'imported', next: null, last: { done: 3 } });
  expect(isSetupShown(last)).toBe(false);
});

test('stopped after the slice that is on its way, and gone on with', () => {
  const started = updateImport(rehearsed, { type: 'start' });
  const stopping = { ...started, state: apply(started.state, { type: 'stop' }) };
  const stopped = answered(stopping, answer({ done: 2, next: 2 })).state;
  expect(stopped.phase).toMatchObject({ kind: 'imported', next: 2, error: null });
  expect(queryOf(updateImport(stopped, { type: 'goOn' }))).toMatchObject({ from: 2 });
});

test('without an answer it goes on where it was', () => {
  const first = answered(updateImport(rehearsed, { type: 'start' }), answer({ done: 2, next: 2 }));
  const failed = updateImport(first.state, effectOf(first.effects, 'call').reply(offline)).state;
  expect(failed.phase).toMatchObject({ kind: 'imported', next: 2, error: offline.error });
  expect(queryOf(updateImport(failed, { type: 'goOn' }))).toMatchObject({ from: 2 });
});

test('it is taken back, part by part, and counted', () => {
  const imported = answered(
    answered(updateImport(rehearsed, { type: 'start' }), answer({ done: 3 })),
    {},
  ).state;
  const first = answered(updateImport(imported, { type: 'undo' }), { undone: 2, finished: false });
  expect(first.state.phase).toMatchObject({ undo: { kind: 'undoing', count: 2 } });
  const refreshing = answered(first, { undone: 1, finished: true });
  expect(effectOf(refreshing.effects, 'call').name).toBe('refreshRows');
  expect(answered(refreshing, {}).state.phase).toEqual({ kind: 'undone', count: 3 });
});

describe('Escape', () => {
  const pressed: ImportMessage = { type: 'keyPressed', escape: true };
  const effects = (state: ImportState) => updateImport(state, pressed).effects;

  test('closes a window in which nothing would be lost', () =>
    expect(effects(rehearsed)).toEqual([{ kind: 'close' }]));

  test('closes no window while the import runs', () => {
    const { state } = updateImport(rehearsed, { type: 'start' });
    expect(effects(state)).toEqual([]);
    expect(apply(state, pressed, pressed).notice).toBe('stopFirst');
  });

  test('asks once where an import is unfinished', () => {
    const first = updateImport(rehearsed, { type: 'start' });
    const stopped = answered(
      { ...first, state: apply(first.state, { type: 'stop' }) },
      answer({ next: 2 }),
    ).state;
    const warned = apply(stopped, pressed);
    expect(warned.notice).toBe('unfinishedEscape');
    expect(apply(warned, { type: 'keyPressed', escape: false }).notice).toBeNull();
    expect(effects(warned)).toEqual([{ kind: 'close' }]);
  });
});

test('how the dates are written is said once, for the rehearsal and for the import', () => {
  const dates = { dateOrder: 'mdy', dateSystem: null } as const;
  const again = updateImport(rehearsed, { type: 'chooseDates', dates });
  expect(queryOf(again)).toMatchObject({ dryRun: true, dateOrder: 'mdy' });
  const imported = updateImport(answered(again, answer()).state, { type: 'start' });
  expect(queryOf(imported)).toMatchObject({ dryRun: false, dateOrder: 'mdy' });
  const other = apply(again.state, { type: 'chooseTab', tab: '別' });
  expect(other.dates.dateOrder).toBeNull();
});

describe('rows that may be companies of the register', () => {
  const waiting = (line: number): ImportAnswer['undecided'][number] => ({
    line,
    name: '日産自動車',
    row: `row-${line}`,
    group: 'otherSpelling',
    groupText: { ja: '', en: '' },
    earlierLine: null,
    accounts: [],
    accountCount: 1,
  });
  const asked = answered(
    updateImport(fromTab, { type: 'rehearse' }),
    answer({ undecided: [waiting(2), waiting(3)], undecidedCount: 2 }),
  ).state;
  const decided = apply(
    asked,
    { type: 'choices', message: { type: 'chooseRow', row: 'row-2', choice: 'a_1' } },
    { type: 'choices', message: { type: 'chooseRow', row: 'row-3', choice: 'another' } },
    { type: 'choices', message: { type: 'chooseRule', group: 'twice', rule: 'same' } },
    { type: 'choices', message: { type: 'applyStatuses', apply: true } },
    ...(
      [
        { kind: 'status', word: '休眠', means: 'DEAD_OPPORTUNITY' },
        { kind: 'status', word: 'アポ', means: 'empty' },
        { kind: 'owner', word: '営業一課', means: 'sato' },
        { kind: 'owner', word: '未定', means: 'undecided' },
      ] as const
    ).map((word) => ({ type: 'choices' as const, message: { type: 'chooseWord' as const, word } })),
  );

  test('what is decided is kept by the functions, and rehearsed anew before it is imported', () => {
    expect(decided.phase).toMatchObject({ kind: 'rehearsed', isStale: true });
    const saving = updateImport(decided, { type: 'rehearse' });
    expect(effectOf(saving.effects, 'call').args).toEqual([
      'rows',
      'POST',
      {
        body: {
          list: '取引先',
          rows: [
            { row: 'row-2', is: 'account', accountId: 'a_1' },
            { row: 'row-3', is: 'another' },
          ],
          words: [
            { kind: 'status', word: '休眠', is: 'status', status: 'DEAD_OPPORTUNITY' },
            { kind: 'status', word: 'アポ', is: 'empty' },
            { kind: 'owner', word: '営業一課', is: 'member', memberId: 'sato' },
            { kind: 'owner', word: '未定', is: 'undecided' },
          ],
        },
      },
    ]);
    const again = answered(saving, { decided: 2 });
    expect(queryOf(again)).toMatchObject({ rules: 'twice:same', statuses: 'apply', dryRun: true });
    const { state } = answered(again, answer());
    expect(state.phase).toMatchObject({ kind: 'rehearsed', isStale: false });
    expect(queryOf(updateImport(state, { type: 'start' }))).toMatchObject({
      rules: 'twice:same',
      statuses: 'apply',
      dryRun: false,
    });
  });

  test('where they cannot be kept nothing is lost: the next rehearsal sends them again', () => {
    const saving = updateImport(decided, { type: 'rehearse' });
    const failed = updateImport(saving.state, effectOf(saving.effects, 'call').reply(offline));
    expect(failed.state.phase.kind).toBe('failed');
    const [name] = effectOf(updateImport(failed.state, { type: 'rehearse' }).effects, 'call').args;
    expect(name).toBe('rows');
  });

  test('another list knows nothing of them', () => {
    expect(apply(decided, { type: 'nameList', list: '別のリスト' }).choices.rules).toEqual({});
  });
});

test.each([
  [{ type: 'setHeaderLine', headerLine: 4 }, 4],
  [{ type: 'setHeaderLine', headerLine: null }, undefined],
] as const)('the line of the headers is the one that a person says: %j', (message, line) => {
  const chosen = apply(fromTab, { type: 'columns', message });
  expect(queryOf(updateImport(chosen, { type: 'rehearse' }))).toMatchObject({ dryRun: true });
  expect(Object(queryOf(updateImport(chosen, { type: 'rehearse' }))).headerLine).toBe(line);
});

test('a list without headers has no line of them; another sheet has its own', () => {
  const chosen = apply(fromTab, { type: 'columns', message: { type: 'setHeaderLine', headerLine: 4 } });
  const without = apply(chosen, { type: 'columns', message: { type: 'setNoHeader', noHeader: true } });
  expect(Object(queryOf(updateImport(without, { type: 'rehearse' }))).headerLine).toBeUndefined();
  expect(
    apply(chosen, { type: 'columns', message: { type: 'setSheet', sheet: 'B' } }).columns.headerLine,
  ).toBe(null);
});
