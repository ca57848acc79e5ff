import { tabChanges } from '../../../emulator/workbook/changes';
import type { Book, WorkbookRow } from '../../../emulator/workbook/model';
import { openWorkbooks } from '../../../emulator/workbook/workbook';

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map(
  (stringValue): WorkbookRow => [{ userEnteredValue: { stringValue } }],
);
const rowsOf = (...rows: (WorkbookRow | undefined)[]): WorkbookRow[] =>
  rows.flatMap((row) => (row ? [row] : []));

const EMPTY = openWorkbooks({ dataDir: null }).create('x', {});
const [BLANK] = EMPTY.tabs;
if (!BLANK) throw new Error('No tab.');
const book = (...rows: WorkbookRow[]): Book => ({ ...EMPTY, tabs: [{ ...BLANK, rows }] });

test.each([
  ['rows put between others', rowsOf(A, B), rowsOf(A, C, D, B), { at: 1, removed: 0, inserted: 2 }],
  ['rows put at the end', rowsOf(A), rowsOf(A, B), { at: 1, removed: 0, inserted: 1 }],
  ['rows taken out', rowsOf(A, B, C), rowsOf(A, C), { at: 1, removed: 1, inserted: 0 }],
  ['one of several equal rows taken out', rowsOf(A, A, A), rowsOf(A, A), { at: 2, removed: 1, inserted: 0 }],
  ['two rows replaced by one', rowsOf(A, B, C), rowsOf(A, D), { at: 1, removed: 2, inserted: 1 }],
  ['everything taken out', rowsOf(A, B), [], { at: 0, removed: 2, inserted: 0 }],
])('%s', (_, before, after, splice) => {
  expect(tabChanges(book(...before), book(...after))).toMatchObject([{ settings: false, splice, rows: [] }]);
});

test('rows that change in place are named by their indexes', () => {
  const changes = tabChanges(book(...rowsOf(A, B, C)), book(...rowsOf(A, D, C)));
  expect(changes).toMatchObject([{ settings: false, rows: [1] }]);
  expect(changes[0]).not.toHaveProperty('splice');
});

test('nothing has changed where tabs are equal in all their parts', () => {
  expect(tabChanges(book(...rowsOf(A)), book(...rowsOf(A)))).toEqual([]);
});

test('a new tab, a changed one and a deleted one', () => {
  const named = (sheetId: number, title: string) => ({
    ...BLANK,
    properties: { ...BLANK.properties, sheetId, title },
  });
  const [kept, deleted, renamed, added] = [
    named(1, 'kept'),
    named(2, 'gone'),
    named(3, 'new name'),
    named(4, 'new'),
  ];
  const before = { ...EMPTY, tabs: [kept, deleted, named(3, 'old name')] };
  const after = { ...EMPTY, tabs: [added, kept, renamed] };
  const changes = tabChanges(before, after).map((change) => [
    change.sheetId,
    change.before?.properties.title,
    change.after?.properties.title,
    change.settings,
  ]);
  expect(changes).toEqual([
    [4, undefined, 'new', true],
    [3, 'old name', 'new name', true],
    [2, 'gone', undefined, true],
  ]);
});
