import { blocksOf, type EditValue } from '../../../../emulator/page/client/cell-blocks';

/** Cells by name and value: `2,0` is the first cell of the third row. */
const changed = (cells: Record<string, EditValue>) => {
  const rows = new Map<number, Map<number, EditValue>>();
  for (const [name, value] of Object.entries(cells)) {
    const [row = 0, column = 0] = name.split(',').map(Number);
    rows.set(row, (rows.get(row) ?? new Map<number, EditValue>()).set(column, value));
  }
  return rows;
};

test.each<[string, Record<string, EditValue>, [top: number, left: number, values: EditValue[][]][]]>([
  ['no cell', {}, []],
  ['one cell', { '4,2': 'x' }, [[4, 2, [['x']]]]],
  [
    'a rectangle',
    { '0,1': 1, '0,2': 2, '1,1': 3, '1,2': null },
    [
      [
        0,
        1,
        [
          [1, 2],
          [3, null],
        ],
      ],
    ],
  ],
  [
    'a gap within a row',
    { '0,0': 'a', '0,2': 'b' },
    [
      [0, 0, [['a']]],
      [0, 2, [['b']]],
    ],
  ],
  [
    'a row that is skipped',
    { '0,0': 'a', '2,0': 'b' },
    [
      [0, 0, [['a']]],
      [2, 0, [['b']]],
    ],
  ],
  [
    'rows of different widths',
    { '0,0': 'a', '1,0': 'b', '1,1': 'c' },
    [
      [0, 0, [['a']]],
      [1, 0, [['b', 'c']]],
    ],
  ],
  ['cells in any order', { '1,0': 'b', '0,0': 'a' }, [[0, 0, [['a'], ['b']]]]],
])('%s', (_, cells, expected) => {
  expect(blocksOf(7, changed(cells))).toEqual(
    expected.map(([top, left, values]) => ({ sheetId: 7, top, left, values })),
  );
});
