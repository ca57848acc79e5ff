import type { UpdateRequest } from '../../../emulator/workbook/model';
import { cellAt, fill, span } from '../workbook/requests/request-parts';
import { refusalOf, type SheetsApiScene, SPREADSHEET_ID, startSheetsApiScene } from './sheets-client';

let suite: SheetsApiScene;
beforeAll(async () => {
  suite = await startSheetsApiScene();
});
afterAll(() => suite.stop());

const cell = { userEnteredValue: { stringValue: 'x' } };

const NO_FIELDS = "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)";

describe('a batch that makes no sense', () => {
  const cases: [request: UpdateRequest, message: string][] = [
    [{}, 'Invalid requests[0]: No request set.'],
    [{ repeatCell: { range: cellAt(0, 0), cell } }, `Invalid requests[0].repeatCell: ${NO_FIELDS}`],
    [
      { updateCells: { start: {}, rows: [{ values: [cell] }] } },
      `Invalid requests[0].updateCells: ${NO_FIELDS}`,
    ],
    [
      { updateSheetProperties: { properties: { title: 'x' } } },
      `Invalid requests[0].updateSheetProperties: ${NO_FIELDS}`,
    ],
    [
      { updateDimensionProperties: { range: span('ROWS', 0, 1), properties: { pixelSize: 5 } } },
      `Invalid requests[0].updateDimensionProperties: ${NO_FIELDS}`,
    ],
    [
      { repeatCell: { range: cellAt(0, 0), cell, fields: 'userEnteredFormat.colour' } },
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
      { repeatCell: { range: cellAt(0, 0, 99), cell, fields: '*' } },
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
      { repeatCell: { range: cellAt(0, 5, 7), cell, fields: '*' } },
      "Invalid requests[0].repeatCell: Range ('My queue'!F1) exceeds grid limits. Max rows: 50, max columns: 5",
    ],
    [
      { updateCells: { start: { columnIndex: 9 }, rows: [{ values: [cell, cell] }], fields: '*' } },
      'Invalid requests[0].updateCells: Attempting to write column: 10, beyond the last requested column of: 9',
    ],
    [
      { updateCells: { range: cellAt(3, 0), rows: [{ values: [cell] }, {}], fields: '*' } },
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
      { deleteDimension: { range: span('ROWS', 100, 101) } },
      "Invalid requests[0].deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 100 but there are only 100 rows.",
    ],
    [
      { insertDimension: { range: span('ROWS', 101, 102) } },
      'Invalid requests[0].insertDimension: range.startIndex is larger than current grid size (100)',
    ],
    [
      { insertDimension: { range: span('ROWS', 100, 101) } },
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
      { setDataValidation: { range: cellAt(0, 0), rule: { condition: { type: 'ONE_OF_LIST' } } } },
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

test('a batch is applied whole or not at all', async () => {
  const before = suite.workbooks.get(SPREADSHEET_ID);
  const good: UpdateRequest[] = [
    fill([['a']]),
    { addSheet: { properties: { title: 'New' } } },
    { deleteSheet: { sheetId: 7 } },
    { insertDimension: { range: span('ROWS', 0, 1) } },
  ];
  const error = await refusalOf(suite.update(...good, { deleteSheet: { sheetId: 7 } }));
  expect(error.message).toBe('Invalid requests[4].deleteSheet: No sheet with id: 7');
  expect(suite.workbooks.get(SPREADSHEET_ID)).toBe(before);
  await suite.update(...good);
  expect(suite.workbooks.get(SPREADSHEET_ID)).not.toBe(before);
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
