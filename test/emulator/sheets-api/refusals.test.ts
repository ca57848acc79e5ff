import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { schemas } from '../../../emulator/sheets-api/schemas';
import type { UpdateRequest } from '../../../emulator/workbook/model';
import { refusalOf, type SheetsApiScene, SPREADSHEET_ID, startSheetsApiScene } from './sheets-client';

let suite: SheetsApiScene;
beforeAll(async () => {
  suite = await startSheetsApiScene();
});
afterAll(() => suite.stop());

/** What no typed program would send. */
const wrong = (body: object): UpdateRequest => body as UpdateRequest;
const cell = { userEnteredValue: { stringValue: 'x' } };
const at = (row: number, column: number, sheetId = 0): sheets_v4.Schema$GridRange => ({
  sheetId,
  startRowIndex: row,
  endRowIndex: row + 1,
  startColumnIndex: column,
  endColumnIndex: column + 1,
});
const rows = (startIndex: number, endIndex: number): sheets_v4.Schema$DimensionRange => ({
  sheetId: 0,
  dimension: 'ROWS',
  startIndex,
  endIndex,
});
const NO_FIELDS = "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)";

describe('a batch that makes no sense', () => {
  const cases: [request: UpdateRequest, message: string][] = [
    [{}, 'Invalid requests[0]: No request set.'],
    [{ repeatCell: { range: at(0, 0), cell } }, `Invalid requests[0].repeatCell: ${NO_FIELDS}`],
    [
      { updateCells: { start: {}, rows: [{ values: [cell] }] } },
      `Invalid requests[0].updateCells: ${NO_FIELDS}`,
    ],
    [
      { updateSheetProperties: { properties: { title: 'x' } } },
      `Invalid requests[0].updateSheetProperties: ${NO_FIELDS}`,
    ],
    [
      { updateDimensionProperties: { range: rows(0, 1), properties: { pixelSize: 5 } } },
      `Invalid requests[0].updateDimensionProperties: ${NO_FIELDS}`,
    ],
    [
      { repeatCell: { range: at(0, 0), cell, fields: 'userEnteredFormat.colour' } },
      'Invalid requests[0].repeatCell: Invalid field: user_entered_format.colour',
    ],
    [
      { addSheet: { properties: { title: 'Accounts' } } },
      'Invalid requests[0].addSheet: A sheet with the name "Accounts" already exists. Please enter another name.',
    ],
    [
      { updateSheetProperties: { properties: { sheetId: 7, title: '' }, fields: 'title' } },
      'Invalid requests[0].updateSheetProperties: The sheet name cannot be empty.',
    ],
    [{ deleteSheet: { sheetId: 99 } }, 'Invalid requests[0].deleteSheet: No sheet with id: 99'],
    [
      { repeatCell: { range: at(0, 0, 99), cell, fields: '*' } },
      'Invalid requests[0].repeatCell: No grid with id: 99',
    ],
    [
      {
        repeatCell: {
          range: { startRowIndex: 100, startColumnIndex: 0, endColumnIndex: 2 },
          cell,
          fields: '*',
        },
      },
      'Invalid requests[0].repeatCell: Range (Accounts!A101:B) exceeds grid limits. Max rows: 100, max columns: 10',
    ],
    [
      { repeatCell: { range: at(0, 5, 7), cell, fields: '*' } },
      "Invalid requests[0].repeatCell: Range ('My queue'!F1) exceeds grid limits. Max rows: 50, max columns: 5",
    ],
    [
      { updateCells: { start: { columnIndex: 9 }, rows: [{ values: [cell, cell] }], fields: '*' } },
      'Invalid requests[0].updateCells: Attempting to write column: 10, beyond the last requested column of: 9',
    ],
    [
      { updateCells: { range: at(3, 0), rows: [{ values: [cell] }, {}], fields: '*' } },
      'Invalid requests[0].updateCells: Attempting to write row: 4, beyond the last requested row of: 3',
    ],
    [
      {
        updateCells: {
          start: {},
          rows: [{ values: [{ userEnteredValue: { stringValue: 'x'.repeat(50_001) } }] }],
          fields: '*',
        },
      },
      'Invalid requests[0].updateCells: Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
    [
      { deleteDimension: { range: rows(100, 101) } },
      "Invalid requests[0].deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 100 but there are only 100 rows.",
    ],
    [
      { insertDimension: { range: rows(101, 102) } },
      'Invalid requests[0].insertDimension: range.startIndex is larger than current grid size (100)',
    ],
    [
      { insertDimension: { range: rows(100, 101) } },
      'Invalid requests[0].insertDimension: range.startIndex must be less than the grid size (100) if inheritFromBefore is false.',
    ],
    [
      { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 1_000_000 } },
      'Invalid requests[0].appendDimension: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
    [
      { deleteConditionalFormatRule: { sheetId: 7, index: 0 } },
      'Invalid requests[0].deleteConditionalFormatRule: No conditional format on sheet: 7 at index: 0',
    ],
    [
      { deleteProtectedRange: { protectedRangeId: 404 } },
      'Invalid requests[0].deleteProtectedRange: No protected range with id: 404',
    ],
    [
      { setDataValidation: { range: at(0, 0), rule: { condition: { type: 'ONE_OF_LIST' } } } },
      "Invalid requests[0].setDataValidation: ConditionType 'ONE_OF_LIST' requires at least one ConditionValue.",
    ],
    [
      {
        createDeveloperMetadata: { developerMetadata: { metadataKey: 'k', location: { spreadsheet: true } } },
      },
      'Invalid requests[0].createDeveloperMetadata: Developer metadata must always have visibility specified.',
    ],
    [
      { updateSheetProperties: { properties: { sheetId: 7, hidden: true }, fields: 'hidden,nope' } },
      'Invalid requests[0].updateSheetProperties: Invalid field: nope',
    ],
  ];
  test.each(cases)('%j', async (request, message) => {
    const before = suite.workbooks.get(SPREADSHEET_ID);
    const error = await refusalOf(suite.update(request));
    expect(error).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT', message });
    expect(suite.workbooks.get(SPREADSHEET_ID)).toBe(before);
  });

  test('no request at all', async () => {
    const call = suite.client.spreadsheets.batchUpdate({ spreadsheetId: SPREADSHEET_ID, requestBody: {} });
    expect(await refusalOf(call)).toMatchObject({ code: 400, message: 'Must specify at least one request.' });
  });
});

describe('values that are refused', () => {
  const write = (range: string, values: unknown, more: object = {}): Promise<unknown> =>
    suite.client.spreadsheets.values.update({
      spreadsheetId: SPREADSHEET_ID,
      range,
      valueInputOption: 'RAW',
      requestBody: { values: values as unknown[][] },
      ...more,
    });
  const cases: [name: string, call: () => Promise<unknown>, message: string][] = [
    ['an unknown tab', () => write("'No such'!A1", [[1]]), "Unable to parse range: 'No such'!A1"],
    ['garbage', () => write('A1:B2:C3', [[1]]), 'Unable to parse range: A1:B2:C3'],
    [
      'a start beyond the grid',
      () => write('Accounts!K1', [[1]]),
      'Range (Accounts!K1) exceeds grid limits. Max rows: 100, max columns: 10',
    ],
    [
      'more columns than asked for',
      () => write('Accounts!A1:B1', [[1, 2, 3]]),
      'Requested writing within range [Accounts!A1:B1], but tried writing to column [C]',
    ],
    [
      'more rows than asked for',
      () => write('Accounts!A1:B1', [[1], [2]]),
      'Requested writing within range [Accounts!A1:B1], but tried writing to row [2]',
    ],
    [
      'more rows than the grid has',
      () => write("'My queue'!A50", [[1], [2]]),
      "Requested writing within range ['My queue'!A50], but tried writing to row [51]",
    ],
    [
      'a flat list',
      () => write('A1', ['x']),
      `Invalid value at 'data.values[0]' (type.googleapis.com/google.protobuf.ListValue), "x"`,
    ],
    ['a list in a cell', () => write('A1', [[['x']]]), 'Invalid values[0][0]: ["x"]'],
    [
      'no input option',
      () => write('A1', [[1]], { valueInputOption: undefined }),
      "'valueInputOption' is required but not specified",
    ],
    [
      'another input option',
      () => write('A1', [[1]], { valueInputOption: 'TYPED' }),
      `Invalid value at 'value_input_option' (type.googleapis.com/google.apps.sheets.v4.ValueInputOption), "TYPED"`,
    ],
    [
      'two ranges that differ',
      () => write('A1', [[1]], { requestBody: { range: 'A2', values: [[1]] } }),
      "Request range[A1] does not match value's range[A2]",
    ],
    [
      'an unknown parameter',
      () => write('A1', [[1]], { colour: 'red' }),
      `Invalid JSON payload received. Unknown name "colour": Cannot bind query parameter. Field 'colour' could not be found in request message.`,
    ],
    [
      'a cell too long, second of a batch',
      () =>
        suite.client.spreadsheets.values.batchUpdate({
          spreadsheetId: SPREADSHEET_ID,
          requestBody: {
            valueInputOption: 'RAW',
            data: [
              { range: 'A1', values: [['kept back']] },
              { range: 'A2', values: [['x'.repeat(50_001)]] },
            ],
          },
        }),
      'Invalid data[1]: Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
  ];
  test.each(cases)('%s', async (_, call, message) => {
    const before = suite.workbooks.get(SPREADSHEET_ID);
    expect(await refusalOf(call())).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT', message });
    expect(suite.workbooks.get(SPREADSHEET_ID)).toBe(before);
  });

  test('a mask of fields that the answer does not have', async () => {
    const call = suite.client.spreadsheets.get({
      spreadsheetId: SPREADSHEET_ID,
      fields: 'sheets(properties(colour))',
    });
    const error = await refusalOf(call);
    expect(error.message).toBe('Request contains an invalid argument.');
    expect(error.details?.[0]?.fieldViolations?.[0]?.description).toBe(
      "Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets.properties.colour'.",
    );
  });

  test('a spreadsheet that is not there', async () => {
    const error = await refusalOf(suite.client.spreadsheets.get({ spreadsheetId: 'nope' }));
    expect(error).toMatchObject({
      code: 404,
      status: 'NOT_FOUND',
      message: 'Requested entity was not found.',
    });
  });
});

describe('what is not emulated', () => {
  const EMULATED = new Set(
    `addBanding addChart addConditionalFormatRule addNamedRange addProtectedRange addSheet appendCells
    appendDimension autoResizeDimensions clearBasicFilter copyPaste createDeveloperMetadata cutPaste deleteBanding
    deleteConditionalFormatRule deleteDeveloperMetadata deleteDimension deleteEmbeddedObject deleteNamedRange
    deleteProtectedRange deleteSheet insertDimension mergeCells moveDimension repeatCell setBasicFilter
    setDataValidation sortRange unmergeCells updateBorders updateCells updateChartSpec updateConditionalFormatRule
    updateDeveloperMetadata updateDimensionProperties updateProtectedRange updateSheetProperties
    updateSpreadsheetProperties`.split(/\s+/),
  );
  const kinds = [...(schemas().message('Request')?.keys() ?? [])];

  test('the client knows all kinds that are emulated, and more', () => {
    expect(kinds).toEqual(expect.arrayContaining([...EMULATED]));
    expect(kinds.length).toBeGreaterThan(EMULATED.size);
  });

  test.each(kinds.filter((kind) => !EMULATED.has(kind)))(
    '%s answers 501 with its name, and nothing is applied',
    async (kind) => {
      const before = suite.workbooks.get(SPREADSHEET_ID);
      const error = await refusalOf(suite.update({ addSheet: {} }, wrong({ [kind]: {} })));
      expect(error).toMatchObject({ code: 501, status: 'UNIMPLEMENTED' });
      expect(error.message).toContain(kind);
      expect(suite.workbooks.get(SPREADSHEET_ID)).toBe(before);
    },
  );

  const parts: [what: string, request: UpdateRequest][] = [
    ['CellData.chipRuns', { repeatCell: { range: at(0, 0), cell: { chipRuns: [] }, fields: '*' } }],
    ['CellData.pivotTable', { repeatCell: { range: at(0, 0), cell: {}, fields: 'pivotTable' } }],
    ['addSheet of type OBJECT', { addSheet: { properties: { sheetType: 'OBJECT' } } }],
    ['appendCells.tableId', { appendCells: { tableId: 't', rows: [], fields: '*' } }],
    ['ProtectedRange.tableId', { addProtectedRange: { protectedRange: { tableId: 't' } } }],
    [
      'copyPaste.pasteOrientation TRANSPOSE',
      { copyPaste: { source: at(0, 0), destination: at(1, 1), pasteOrientation: 'TRANSPOSE' } },
    ],
    [
      'SortSpec.backgroundColor',
      { sortRange: { range: at(0, 0), sortSpecs: [{ sortOrder: 'ASCENDING', backgroundColor: {} }] } },
    ],
    [
      'DataFilter.a1Range and DataFilter.gridRange',
      { deleteDeveloperMetadata: { dataFilter: { a1Range: 'A1' } } },
    ],
  ];
  test.each(parts)('%s, a part of a kind that is', async (what, request) => {
    expect(await refusalOf(suite.update(request))).toMatchObject({
      code: 501,
      message: `Not emulated: ${what}`,
    });
  });

  test('a spreadsheet created with more than its properties and tabs', async () => {
    const requestBody = { namedRanges: [{ name: 'x' }] };
    const error = await refusalOf(suite.client.spreadsheets.create({ requestBody }));
    expect(error).toMatchObject({ code: 501, message: 'Not emulated: spreadsheets.create with namedRanges' });
  });

  test('methods by data filter', async () => {
    const call = suite.client.spreadsheets.values.batchGetByDataFilter({
      spreadsheetId: SPREADSHEET_ID,
      requestBody: {},
    });
    expect(await refusalOf(call)).toMatchObject({
      code: 501,
      message: 'Not emulated: Spreadsheets$Values$Batchgetbydatafilter',
    });
  });
});
