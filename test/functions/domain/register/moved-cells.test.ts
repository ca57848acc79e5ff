import * as fc from 'fast-check';
import { withOrigin } from '../../../../functions/domain/register/cell-origin';
import { classifyRows } from '../../../../functions/domain/register/classify-row';
import { waitingCellOrigins } from '../../../../functions/domain/register/moved-cells';
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
/** With the mark of what a person typed there. */
const typed = (n: number, awaitedCondition: string): SheetCells => {
  const cells = written(n, { awaitedCondition });
  return { ...cells, 'mirror.version': withOrigin(aSheetRow(cells), 'typed', ['awaitedCondition']) };
};
const ORIGINS = ['moved', 'written', 'typed'] as const;
/** Rows by the origin of what awaits in them. */
const rowsByOrigin = (rows: readonly SheetCells[], gone: readonly string[] = []) => {
  const classified = classifyRows(rows.map((cells, index) => aSheetRow(cells, FIRST + index)));
  const origins = [
    ...waitingCellOrigins(
      classified,
      ({ row }) => pendingKeys(row),
      () => gone,
    ),
  ];
  return Object.fromEntries(
    ORIGINS.flatMap((origin) => {
      const all = origins.flatMap(([row, cells]) => ([...cells.values()].includes(origin) ? row : []));
      return all.length === 0 ? [] : [[origin, all]];
    }),
  );
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
      const moved = order.flatMap((from, n) => (from === n ? [] : FIRST + n));
      expect(rowsByOrigin(rows)).toEqual(moved.length === 0 ? {} : { moved });
    }),
  );
});

test('what was typed and not sent yet is told in the row to which it was moved, and back in its own it is typed', () => {
  const first = typed(0, '入力');
  const own = [first, written(1), written(2)];
  const sorted = ['条件 1', '条件 2', '入力'].map((awaitedCondition, n) => ({ ...own[n], awaitedCondition }));
  expect(rowsByOrigin(sorted)).toEqual({ moved: [3, 4, 5] });
  expect(rowsByOrigin(own)).toEqual({ typed: [3] });
});

test('what was typed, moved, and typed over in its own row is told where it stands', () => {
  const first = { ...typed(0, '入力'), awaitedCondition: '別の入力' };
  const again = { ...first, 'mirror.version': withOrigin(aSheetRow(first), 'typed', ['awaitedCondition']) };
  expect(rowsByOrigin([again, written(1, { awaitedCondition: '入力' })])).toEqual({ typed: [3], moved: [4] });
});

test('a value of an account whose row is gone was moved', () => {
  const rows = [written(0, { awaitedCondition: '条件 9' })];
  expect(rowsByOrigin(rows, ['条件 9'])).toEqual({ moved: [3] });
  expect(rowsByOrigin(rows)).toEqual({ written: [3] });
});

test('what was told once stays so, whatever the other rows show', () => {
  for (const origin of ORIGINS) {
    const cells = written(0, { awaitedCondition: '条件 1' });
    const known = { ...cells, 'mirror.version': withOrigin(aSheetRow(cells), origin, ['awaitedCondition']) };
    for (const other of [written(1), written(1, { awaitedCondition: '' })])
      expect(rowsByOrigin([known, other])[origin]).toContain(FIRST);
  }
});

test.each<[string, SheetCells[]]>([
  ['what people have typed, were it two values exchanged', [typed(0, '条件 1'), typed(1, '条件 0')]],
  [
    'what a program has written',
    [written(0, { awaitedCondition: '新しい条件' }), written(1, { status: '失注案件' })],
  ],
  ['a value that another row has, and shows', [written(0, { awaitedCondition: '条件 1' }), written(1)]],
])('%s was not moved', (_, rows) => {
  expect(rowsByOrigin(rows)).not.toHaveProperty('moved');
});
