import { schemas } from '../../../emulator/sheets-api/schemas';
import type { UpdateRequest } from '../../../emulator/workbook/model';
import { cellAt } from '../workbook/requests/request-parts';
import { refusalOf, type SheetsApiScene, SPREADSHEET_ID, startSheetsApiScene } from './sheets-client';

let suite: SheetsApiScene;
beforeAll(async () => {
  suite = await startSheetsApiScene();
});
afterAll(() => suite.stop());

/** What no typed program would send. */
const wrong = (body: object): UpdateRequest => body as UpdateRequest;

describe('what is not emulated', () => {
  const EMULATED = new Set(
    `addBanding addChart addConditionalFormatRule addDimensionGroup addFilterView addNamedRange addProtectedRange addSheet addTable appendCells
    appendDimension autoResizeDimensions clearBasicFilter copyPaste createDeveloperMetadata cutPaste deleteBanding
    deleteConditionalFormatRule deleteDeveloperMetadata deleteDimension deleteDimensionGroup deleteEmbeddedObject deleteFilterView deleteNamedRange
    deleteProtectedRange deleteSheet deleteTable duplicateSheet insertDimension mergeCells moveDimension repeatCell setBasicFilter
    setDataValidation sortRange unmergeCells updateBorders updateCells updateChartSpec updateConditionalFormatRule
    updateDeveloperMetadata updateDimensionGroup updateDimensionProperties updateEmbeddedObjectPosition
    updateFilterView updateNamedRange updateProtectedRange
    updateSheetProperties updateSpreadsheetProperties`.split(/\s+/),
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
      expect(error).toMatchObject({
        code: 501,
        status: 'UNIMPLEMENTED',
        details: [{ reason: 'NOT_EMULATED' }],
      });
      expect(error.message).toContain(kind);
      expect(suite.workbooks.get(SPREADSHEET_ID)).toBe(before);
    },
  );

  const parts: [what: string, request: UpdateRequest][] = [
    ['CellData.chipRuns', { repeatCell: { range: cellAt(0, 0), cell: { chipRuns: [] }, fields: '*' } }],
    ['CellData.pivotTable', { repeatCell: { range: cellAt(0, 0), cell: {}, fields: 'pivotTable' } }],
    ['addSheet of type OBJECT', { addSheet: { properties: { sheetType: 'OBJECT' } } }],
    ['appendCells.tableId', { appendCells: { tableId: 't', rows: [], fields: '*' } }],
    ['ProtectedRange.tableId', { addProtectedRange: { protectedRange: { tableId: 't' } } }],
    [
      'SortSpec.backgroundColor',
      { sortRange: { range: cellAt(0, 0), sortSpecs: [{ sortOrder: 'ASCENDING', backgroundColor: {} }] } },
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
