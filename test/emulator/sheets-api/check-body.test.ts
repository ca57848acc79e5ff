import { checkAnswer } from '../../../emulator/sheets-api/check-body';
import type { UpdateRequest } from '../../../emulator/workbook/model';
import { cellAt } from '../workbook/requests/request-parts';
import { refusalOf, type SheetsApiScene, startSheetsApiScene } from './sheets-client';

let suite: SheetsApiScene;
beforeAll(async () => {
  suite = await startSheetsApiScene();
});
afterAll(() => suite.stop());

/** What no typed program would send. */
const wrong = (body: object): UpdateRequest => body as UpdateRequest;
const cases: [name: string, request: UpdateRequest, field: string, message: string][] = [
  [
    'an unknown kind',
    wrong({ frobnicate: {} }),
    'requests[0]',
    `Invalid JSON payload received. Unknown name "frobnicate" at 'requests[0]': Cannot find field.`,
  ],
  [
    'an unknown field',
    wrong({ addSheet: { properties: { titel: 'x' } } }),
    'requests[0].add_sheet.properties',
    `Invalid JSON payload received. Unknown name "titel" at 'requests[0].add_sheet.properties': Cannot find field.`,
  ],
  [
    'a text for a number',
    wrong({ deleteSheet: { sheetId: 'seven' } }),
    'requests[0].delete_sheet.sheet_id',
    `Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), "seven"`,
  ],
  [
    'a fraction for a whole number',
    { deleteSheet: { sheetId: 1.5 } },
    'requests[0].delete_sheet.sheet_id',
    "Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), 1.5",
  ],
  [
    'a number of more than 32 bits',
    { deleteSheet: { sheetId: 2 ** 31 } },
    'requests[0].delete_sheet.sheet_id',
    "Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), 2147483648",
  ],
  [
    'a number for a text',
    wrong({ addSheet: { properties: { title: 5 } } }),
    'requests[0].add_sheet.properties.title',
    "Invalid value at 'requests[0].add_sheet.properties.title' (TYPE_STRING), 5",
  ],
  [
    'a text for a boolean',
    wrong({ addSheet: { properties: { hidden: 'yes' } } }),
    'requests[0].add_sheet.properties.hidden',
    `Invalid value at 'requests[0].add_sheet.properties.hidden' (TYPE_BOOL), "yes"`,
  ],
  [
    'a list for one',
    wrong({ addSheet: { properties: [] } }),
    'requests[0].add_sheet',
    `Invalid JSON payload received. Unknown name "properties" at 'requests[0].add_sheet': Proto field is not repeating, cannot start list.`,
  ],
  [
    'an object for a text',
    wrong({ addSheet: { properties: { title: {} } } }),
    'requests[0].add_sheet.properties.title',
    "Invalid value at 'requests[0].add_sheet.properties.title' (title), Starting an object on a scalar field",
  ],
  [
    'a text for an object',
    wrong({ updateCells: { rows: [{ values: ['x'] }], fields: '*' } }),
    'requests[0].update_cells.rows[0].values[0]',
    `Invalid value at 'requests[0].update_cells.rows[0].values[0]' (type.googleapis.com/google.apps.sheets.v4.CellData), "x"`,
  ],
  [
    'a bad enumeration',
    { mergeCells: { range: cellAt(0, 0), mergeType: 'ALL' } },
    'requests[0].merge_cells.merge_type',
    `Invalid value at 'requests[0].merge_cells.merge_type' (type.googleapis.com/google.apps.sheets.v4.MergeType), "ALL"`,
  ],
  [
    'two kinds in one request',
    { deleteSheet: { sheetId: 7 }, addSheet: {} },
    'requests[0]',
    "Invalid value at 'requests[0]' (oneof), oneof field 'kind' is already set. Cannot set 'addSheet'",
  ],
  [
    'two values in one cell',
    {
      repeatCell: {
        range: cellAt(0, 0),
        cell: { userEnteredValue: { stringValue: 'x', numberValue: 1 } },
        fields: '*',
      },
    },
    'requests[0].repeat_cell.cell.user_entered_value',
    "Invalid value at 'requests[0].repeat_cell.cell.user_entered_value' (oneof), oneof field 'value' is already set. Cannot set 'stringValue'",
  ],
];
test.each(cases)('%s', async (_, request, field, message) => {
  const error = await refusalOf(suite.update(request));
  expect(error).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT', message });
  expect(error.details?.[0]?.fieldViolations).toEqual([{ field, description: message }]);
});

test('a number or a boolean may be a text, and an unspecified value says nothing', async () => {
  const [reply] = await suite.update(
    wrong({
      addSheet: {
        properties: {
          title: 'Text',
          rightToLeft: 'true',
          sheetType: 'SHEET_TYPE_UNSPECIFIED',
          gridProperties: { rowCount: '12', columnCount: 3 },
        },
      },
    }),
  );
  expect(reply?.addSheet?.properties).toMatchObject({
    rightToLeft: true,
    sheetType: 'GRID',
    gridProperties: { rowCount: 12, columnCount: 3 },
  });
});

test('an answer that is none of the API is a fault', () => {
  const tab = (properties: object): object => ({ sheets: [{ properties }] });
  expect(() => checkAnswer(tab({ sheetId: 0, sheetType: 'GRID' }), 'Spreadsheet')).not.toThrow();
  expect(() => checkAnswer(tab({ sheetId: 'zero' }), 'Spreadsheet')).toThrow('sheets[0].properties.sheet_id');
  expect(() => checkAnswer(tab({ sheetType: 'ROUND' }), 'Spreadsheet')).toThrow('SheetType');
});

test('all violations are listed at once', async () => {
  const error = await refusalOf(suite.update(wrong({ nope: 1 }), wrong({ neither: 2 })));
  expect(error.details?.[0]?.fieldViolations?.map(({ field }) => field)).toEqual([
    'requests[0]',
    'requests[1]',
  ]);
});
