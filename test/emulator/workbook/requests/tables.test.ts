import type { UpdateRequest } from '../../../../emulator/workbook/model';
import { refusalOf, type SheetsApiScene, startSheetsApiScene } from '../../sheets-api/sheets-client';
import { area, fill, readCells, span } from './request-parts';

let suite: SheetsApiScene;
beforeEach(async () => {
  suite = await startSheetsApiScene();
  await suite.update(
    fill([
      ['会社', '日'],
      ['松', '1'],
    ]),
  );
});
afterEach(() => suite.stop());

/** Over the first two columns and rows; the second column is of days. */
const TABLE: UpdateRequest = {
  addTable: {
    table: {
      name: '表1',
      range: area(0, 2, 0, 2),
      columnProperties: [{ columnIndex: 0 }, { columnIndex: 1, columnType: 'DATE' }],
    },
  },
};

test('a table is told with its tab, moves with rows that are inserted, and goes with its contents', async () => {
  const [reply] = await suite.update(TABLE);
  const tableId = reply?.addTable?.table?.tableId ?? '';
  await suite.update({ insertDimension: { range: span('ROWS', 0, 1) } });
  expect((await suite.tab())?.tables).toEqual([
    expect.objectContaining({ tableId, name: '表1', range: area(1, 3, 0, 2) }),
  ]);
  await suite.update({ deleteTable: { tableId } });
  expect((await suite.tab())?.tables).toBeUndefined();
  expect(JSON.stringify(await readCells(suite, 'A1:B3'))).not.toContain('松');
});

test.each<[string, UpdateRequest, message: RegExp]>([
  ['another table over it', { addTable: { table: { name: '表2', range: area(1, 3, 1, 3) } } }, /overlap/],
  ['another one of its name', { addTable: { table: { name: '表1', range: area(5, 7, 0, 2) } } }, /already/],
  ['a table without a range', { addTable: { table: { name: '表3' } } }, /range/],
  ['a table that is none', { deleteTable: { tableId: 'x' } }, /No table/],
  ['a basic filter over it', { setBasicFilter: { filter: { range: { sheetId: 0 } } } }, /filter/],
  [
    'choices in a column with a type',
    {
      setDataValidation: {
        range: area(1, 2, 1, 2),
        rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '松' }] } },
      },
    },
    /typed columns/,
  ],
  [
    'a number format in a column with a type',
    {
      repeatCell: {
        range: area(1, 2, 0, 2),
        cell: { userEnteredFormat: { numberFormat: { type: 'TEXT' } } },
        fields: 'userEnteredFormat.numberFormat',
      },
    },
    /typed columns/,
  ],
])('%s is refused', async (_, request, message) => {
  await suite.update(TABLE);
  expect(await refusalOf(suite.update(request))).toMatchObject({
    code: 400,
    message: expect.stringMatching(message),
  });
});

test('what lies beside the table, and columns without a type, are as ever', async () => {
  await suite.update(TABLE);
  await suite.update(
    { setBasicFilter: { filter: { range: area(0, 2, 2, 4) } } },
    {
      repeatCell: {
        range: area(1, 2, 0, 1),
        cell: { userEnteredFormat: { numberFormat: { type: 'TEXT' } } },
        fields: 'userEnteredFormat.numberFormat',
      },
    },
  );
  expect((await suite.tab())?.basicFilter?.range).toEqual(area(0, 2, 2, 4));
});
