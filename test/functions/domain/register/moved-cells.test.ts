import * as fc from 'fast-check';
import { classifyRows } from '../../../../functions/domain/register/classify-row';
import { movedCells } from '../../../../functions/domain/register/moved-cells';
import { markText } from '../../../../functions/domain/register/request-marks';
import { pendingKeys } from '../../../../functions/domain/register/sheet-row';
import { aSheetRow, type SheetCells } from './random-rows';

const FIRST = 3;
/** Each awaits something else. */
const written = (n: number, over: SheetCells = {}): SheetCells => ({
  ...{
    id: `a_${n}`,
    'mirror.id': `a_${n}`,
    name: `会社 ${n}`,
    'mirror.name': `会社 ${n}`,
    'mirror.version': 1,
  },
  ...{ status: 'コールド', 'mirror.status': 'コールド', requestState: '' },
  ...{ awaitedCondition: `条件 ${n}`, 'mirror.awaitedCondition': `条件 ${n}` },
  ...over,
});
const UNSENT = { requestState: markText('unsent', 'ja') };
const moved = (rows: readonly SheetCells[]) => {
  const classified = classifyRows(rows.map((cells, index) => aSheetRow(cells, FIRST + index)));
  return Object.fromEntries(movedCells(classified, ({ row }) => pendingKeys(row)));
};

const aPermutation = fc.integer({ min: 2, max: 12 }).chain((rows) =>
  fc.shuffledSubarray(
    Array.from({ length: rows }, (_, n) => n),
    { minLength: rows, maxLength: rows },
  ),
);

test('however one column was sorted alone, every row that shows another one’s value is told', () => {
  return fc.assert(
    fc.property(aPermutation, (order) => {
      const rows = order.map((from, n) => written(n, { awaitedCondition: `条件 ${from}` }));
      const expected = order.flatMap((from, n) =>
        from === n ? [] : [[String(FIRST + n), ['awaitedCondition']]],
      );
      expect(moved(rows)).toEqual(Object.fromEntries(expected));
    }),
  );
});

test('what was typed and not sent yet is told in the row to which it was moved', () => {
  // Typed in the first row; then the second row's went to the first, the third's to the second, and it to the third.
  const rows = ['条件 1', '条件 2', '入力'].map((awaitedCondition, n) =>
    written(n, { awaitedCondition, ...(n === 0 ? UNSENT : {}) }),
  );
  expect(moved(rows)).toEqual({ 4: ['awaitedCondition'], 5: ['awaitedCondition'] });
});

test.each<[string, SheetCells[]]>([
  [
    'what people have typed, were it two values exchanged',
    [
      { awaitedCondition: '条件 1', ...UNSENT },
      { awaitedCondition: '条件 0', ...UNSENT },
    ],
  ],
  ['what a program has written', [{ awaitedCondition: '新しい条件' }, { status: '失注案件' }]],
  ['a value that another row has, and shows', [{ awaitedCondition: '条件 1' }, {}]],
])('%s was not moved', (_, cells) => {
  expect(moved(cells.map((over, n) => written(n, over)))).toEqual({});
});
