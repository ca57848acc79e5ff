import { openWorkbooks } from '../../../emulator/workbook/workbook';
import { cellWriteRequests, consecutiveRuns, splitIntoCalls } from '../../../functions/sheets/cell-blocks';

const SHEET = 1;
const cells = (values: Record<number, string | number>): ReadonlyMap<number, string | number> =>
  new Map(Object.entries(values).map(([column, value]) => [Number(column), value]));

/** Column 1 and 2 hold free texts; a person has set them to Automatic, to a date, or to anything else. */
const FREE_TEXTS = new Set([1, 2]);

test.each([undefined, 'DATE', 'NUMBER', 'TEXT'])(
  'free texts become text with the write, whatever the format was: %s',
  (type) => {
    const workbooks = openWorkbooks({ dataDir: null });
    workbooks.create('book', {}, [{ title: 'Register', sheetId: SHEET }]);
    const format = { userEnteredFormat: type === undefined ? {} : { numberFormat: { type } } };
    workbooks.batchUpdate(
      'book',
      [{ repeatCell: { range: { sheetId: SHEET }, cell: format, fields: 'userEnteredFormat' } }],
      'user',
    );
    const writes = [
      { index: 3, cells: cells({ 0: '=1+1', 1: '=1+1', 2: '2026/4/1', 3: 46_113 }) },
      { index: 4, cells: cells({ 0: 'x', 1: '', 2: '007', 3: '' }) },
      { index: 9, cells: cells({ 2: '=1+1' }) },
    ];
    const groups = cellWriteRequests(SHEET, writes, FREE_TEXTS);
    workbooks.batchUpdate('book', groups.flat(), 'api');
    const rows = workbooks.get('book').tabs[0]?.rows ?? [];
    const valueAt = (row: number, column: number) =>
      Object.values(rows[row]?.[column]?.userEnteredValue ?? {})[0];
    const formatAt = (row: number, column: number) =>
      rows[row]?.[column]?.userEnteredFormat?.numberFormat?.type;
    expect([3, 4].map((row) => [0, 1, 2, 3].map((column) => valueAt(row, column)))).toEqual([
      ['=1+1', '=1+1', '2026/4/1', 46_113],
      ['x', undefined, '007', undefined],
    ]);
    for (const [row, column] of [
      [3, 1],
      [3, 2],
      [4, 1],
      [4, 2],
      [9, 2],
    ] as const)
      expect(formatAt(row, column)).toBe('TEXT');
    for (const [row, column] of [
      [3, 0],
      [3, 3],
      [9, 1],
      [8, 2],
    ] as const)
      expect(formatAt(row, column)).toBe(type);
  },
);

test('neighbours share a request; what belongs to a row stays in one group', () => {
  const row = cells({ 0: 'a', 3: 'b' });
  const groups = cellWriteRequests(
    SHEET,
    [5, 6, 8].map((index) => ({ index, cells: row })),
    FREE_TEXTS,
  );
  expect(groups.map((group) => group.map(({ updateCells }) => updateCells?.rows?.length))).toEqual([
    [2, 2],
    [1, 1],
  ]);
});

test.each([
  [[], []],
  [[4], [{ from: 0, to: 1 }]],
  [
    [1, 2, 5, 6, 7],
    [
      { from: 0, to: 2 },
      { from: 2, to: 5 },
    ],
  ],
])('the runs of %j are %j', (numbers, runs) => {
  expect(consecutiveRuns(numbers)).toEqual(runs);
});

test('a group is never torn between two calls', () => {
  const group = (bytes: number) => [
    { addSheet: { properties: { title: 'x'.repeat(bytes) } } },
    { addSheet: {} },
  ];
  const parts = splitIntoCalls([group(1_500_000), [], group(400_000), group(400_000)]);
  expect(parts.map((part) => part.length)).toEqual([4, 2]);
});
