import * as fc from 'fast-check';
import {
  classifyRow,
  classifyRows,
  isBlocked,
  isDraftRow,
  type RowClass,
  topmostOwnRow,
} from '../../../../functions/domain/register/classify-row';
import { cellText } from '../../../../functions/domain/register/sheet-row';
import { aRandomRegister, aSheetRow, type SheetCells } from './random-rows';

const written = (id: string, over: SheetCells = {}): SheetCells => ({
  id,
  name: `会社 ${id}`,
  'mirror.id': id,
  'mirror.name': `会社 ${id}`,
  'mirror.version': 3,
  ...over,
});

const classes = (...rows: SheetCells[]): RowClass[] =>
  classifyRows(rows.map((cells, index) => aSheetRow(cells, index + 3))).map(({ as }) => as);

test.each<[string, SheetCells, RowClass]>([
  ['an account', written('a_1'), { kind: 'account', accountId: 'a_1' }],
  ['a name that was typed over', written('a_1', { name: '別名' }), { kind: 'account', accountId: 'a_1' }],
  ['a cleared name', written('a_1', { name: '' }), { kind: 'account', accountId: 'a_1' }],
  ['nothing', {}, { kind: 'empty' }],
  ['blanks', { name: ' 　' }, { kind: 'empty' }],
  ['a value without a company', { contact: '山田様' }, { kind: 'nameless', accountId: '' }],
  ['a draft', { name: '下書き商事' }, { kind: 'draft' }],
  ['a draft that was sent before', { name: '下書き', 'mirror.version': 'draft-1' }, { kind: 'draft' }],
  [
    'an ID typed over',
    written('a_1', { id: 'a_9' }),
    { kind: 'idTypedOver', accountId: 'a_1', typed: 'a_9' },
  ],
  ['an ID deleted', written('a_1', { id: '' }), { kind: 'idTypedOver', accountId: 'a_1', typed: '' }],
  [
    'an ID typed over with no ID',
    written('a_1', { id: 'x y' }),
    { kind: 'idTypedOver', accountId: 'a_1', typed: 'x y' },
  ],
  ['an ID that somebody typed', { id: 'a_1' }, { kind: 'unwritten', accountId: 'a_1' }],
  [
    'a row without a version',
    written('a_1', { 'mirror.version': '' }),
    { kind: 'unwritten', accountId: 'a_1' },
  ],
  ['a remark below the table', { id: '以上 3 社' }, { kind: 'unknown', accountId: '以上 3 社' }],
  [
    'a register whose mirrors of IDs have just been made',
    written('a_1', { 'mirror.id': undefined }),
    { kind: 'account', accountId: 'a_1' },
  ],
])('%s', (_, cells, as) => {
  expect(classes(cells)).toEqual([as]);
});

test('after a sort of some columns each row is known by what Hachi wrote there', () => {
  expect(
    classes(written('a_1', { id: 'a_2', name: '会社 a_2' }), written('a_2', { id: 'a_1', name: '会社 a_1' })),
  ).toEqual([
    { kind: 'inconsistent', accountId: 'a_1', ownCompany: '会社 a_1' },
    { kind: 'inconsistent', accountId: 'a_2', ownCompany: '会社 a_2' },
  ]);
});

test('a copy is known by the row above it, wherever it stands', () => {
  expect(classes(written('a_1'), written('a_2'), written('a_1'), written('a_1'))).toEqual([
    { kind: 'account', accountId: 'a_1' },
    { kind: 'account', accountId: 'a_2' },
    { kind: 'copied', accountId: 'a_1', above: 3 },
    { kind: 'copied', accountId: 'a_1', above: 3 },
  ]);
});

test('an ID that was typed over another one makes no copy of the account that really has it', () => {
  expect(classes(written('a_1', { id: 'a_2' }), written('a_2'))).toEqual([
    { kind: 'idTypedOver', accountId: 'a_1', typed: 'a_2' },
    { kind: 'account', accountId: 'a_2' },
  ]);
});

test('what is blocked, and what is a draft', () => {
  const kinds = classes(written('a_1'), { name: '下書き' }, {}, { id: 'a_5' }, written('a_3', { id: '' }));
  expect(kinds.map(isBlocked)).toEqual([false, false, false, false, true]);
  expect([isDraftRow(aSheetRow({ name: '下書き' })), isDraftRow(aSheetRow({}))]).toEqual([true, false]);
});

test('row by row, as the sheet is read at an edit, the classes are those of the whole register', () => {
  return fc.assert(
    fc.property(aRandomRegister, (rows) => {
      const names = new Set(rows.map((row) => cellText(row, 'mirror.name')));
      const others = {
        isMirroredName: (name: string) => names.has(name),
        topmostRow: (id: string) =>
          topmostOwnRow(
            rows.filter((row) => cellText(row, 'id') === id),
            others,
          ),
      };
      expect(rows.map((row) => classifyRow(row, others))).toEqual(classifyRows(rows).map(({ as }) => as));
    }),
    { numRuns: 1_000 },
  );
});

test('of every account one row at most is its own', () => {
  return fc.assert(
    fc.property(aRandomRegister, (rows) => {
      const own = classifyRows(rows).flatMap(({ as }) =>
        as.kind === 'account' || as.kind === 'unwritten' ? as.accountId : [],
      );
      expect(new Set(own).size).toBe(own.length);
    }),
  );
});
