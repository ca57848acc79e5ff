import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { GridRange, UpdateRequest } from '../../../emulator/workbook/model';
import { refusalOf, type SheetsApiScene, SPREADSHEET_ID, startSheetsApiScene } from './sheets-client';

let suite: SheetsApiScene;
beforeEach(async () => {
  suite = await startSheetsApiScene();
});
afterEach(() => suite.stop());

const area = (top: number, bottom: number, left: number, right: number, sheetId = 0): GridRange => ({
  sheetId,
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});
const span = (dimension: string, startIndex: number, endIndex: number): sheets_v4.Schema$DimensionRange => ({
  sheetId: 0,
  dimension,
  startIndex,
  endIndex,
});
const text = (stringValue: string): sheets_v4.Schema$CellData => ({ userEnteredValue: { stringValue } });
const fill = (rows: string[][], rowIndex = 0, columnIndex = 0): UpdateRequest => ({
  updateCells: {
    start: { sheetId: 0, rowIndex, columnIndex },
    rows: rows.map((row) => ({ values: row.map(text) })),
    fields: 'userEnteredValue',
  },
});
async function cells(range: string): Promise<sheets_v4.Schema$CellData[][]> {
  const { data } = await suite.client.spreadsheets.get({
    spreadsheetId: SPREADSHEET_ID,
    ranges: [range],
    includeGridData: true,
  });
  return data.sheets?.[0]?.data?.[0]?.rowData?.map(({ values }) => values ?? []) ?? [];
}

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

describe('tabs', () => {
  const titles = async (): Promise<unknown[]> => {
    const { data } = await suite.client.spreadsheets.get({
      spreadsheetId: SPREADSHEET_ID,
      fields: 'sheets.properties.title',
    });
    return data.sheets?.map(({ properties }) => properties?.title) ?? [];
  };

  test('are added, named, moved and deleted', async () => {
    const [reply] = await suite.update({ addSheet: { properties: { title: 'First', index: 0 } } });
    const sheetId = reply?.addSheet?.properties?.sheetId;
    expect(reply?.addSheet?.properties).toMatchObject({ title: 'First', index: 0, sheetType: 'GRID' });
    expect(await titles()).toEqual(['First', 'Accounts', 'My queue']);
    await suite.update({
      updateSheetProperties: { properties: { sheetId, title: 'Last', index: 3 }, fields: 'title,index' },
    });
    expect(await titles()).toEqual(['Accounts', 'My queue', 'Last']);
    await suite.update({ deleteSheet: { sheetId: 7 } });
    expect(await titles()).toEqual(['Accounts', 'Last']);
    const error = await refusalOf(
      suite.update({ deleteSheet: { sheetId } }, { deleteSheet: { sheetId: 0 } }),
    );
    expect(error.message).toBe(
      "Invalid requests[1].deleteSheet: You can't remove all the sheets in a document.",
    );
  });

  test('freeze, hide and shrink; what lies outside the smaller grid is gone', async () => {
    await suite.update(
      fill([
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ]),
      {
        updateSheetProperties: {
          properties: { sheetId: 0, gridProperties: { frozenRowCount: 1, rowCount: 2, columnCount: 1 } },
          fields: 'gridProperties(frozenRowCount,rowCount,columnCount)',
        },
      },
    );
    expect((await suite.tab())?.properties?.gridProperties).toEqual({
      rowCount: 2,
      columnCount: 1,
      frozenRowCount: 1,
    });
    expect(await suite.values('Accounts')).toEqual([['a'], ['c']]);
    const hide: UpdateRequest = { updateSheetProperties: { properties: { hidden: true }, fields: 'hidden' } };
    await suite.update(hide);
    expect((await suite.tab())?.properties?.hidden).toBe(true);
  });

  test('the spreadsheet is renamed', async () => {
    await suite.update({ updateSpreadsheetProperties: { properties: { title: 'New' }, fields: 'title' } });
    const { data } = await suite.client.spreadsheets.get({ spreadsheetId: SPREADSHEET_ID });
    expect(data.properties).toMatchObject({ title: 'New', locale: 'ja_JP', timeZone: 'Asia/Tokyo' });
  });
});

describe('cells', () => {
  const bold = { textFormat: { bold: true } };

  test('only masked fields are written, and cleared when left out', async () => {
    await suite.update(
      fill([['a']]),
      {
        repeatCell: {
          range: area(0, 1, 0, 1),
          cell: { note: 'n', userEnteredFormat: bold },
          fields: 'note,userEnteredFormat',
        },
      },
      {
        repeatCell: {
          range: area(0, 1, 0, 1),
          cell: { note: 'ignored' },
          fields: 'userEnteredFormat.horizontalAlignment',
        },
      },
    );
    expect((await cells('A1'))[0]?.[0]).toMatchObject({
      formattedValue: 'a',
      note: 'n',
      userEnteredFormat: bold,
    });
    await suite.update({
      repeatCell: { range: area(0, 1, 0, 1), cell: {}, fields: 'note,userEnteredFormat' },
    });
    const [cell] = (await cells('A1'))[0] ?? [];
    expect(cell).toMatchObject({ formattedValue: 'a' });
    expect(cell).not.toHaveProperty('note');
    expect(cell).not.toHaveProperty('userEnteredFormat');
  });

  test('updateCells with a range clears the rest of the range', async () => {
    await suite.update(
      fill([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    );
    const rows = [{ values: [text('A')] }];
    await suite.update({ updateCells: { range: area(0, 2, 0, 2), rows, fields: 'userEnteredValue' } });
    expect(await suite.values('A1:B2')).toEqual([['A']]);
  });

  test('appendCells goes below the last value and makes room', async () => {
    await suite.update(fill([['last']], 99));
    await suite.update({
      appendCells: { sheetId: 0, rows: [{ values: [text('new')] }], fields: 'userEnteredValue' },
    });
    expect(await suite.values('A100:A101')).toEqual([['last'], ['new']]);
  });

  test('dates are serial numbers shown by their format', async () => {
    const userEnteredFormat = { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } };
    const cell = { userEnteredValue: { numberValue: 46027 }, userEnteredFormat };
    await suite.update({ updateCells: { start: {}, rows: [{ values: [cell] }], fields: '*' } });
    expect((await cells('A1'))[0]?.[0]).toMatchObject({
      formattedValue: '2026-01-05',
      effectiveValue: { numberValue: 46027 },
    });
  });

  test('a formula is kept and shows #NAME?', async () => {
    await suite.update({
      repeatCell: {
        range: area(0, 1, 0, 1),
        cell: { userEnteredValue: { formulaValue: '=QUERY(A1)' } },
        fields: '*',
      },
    });
    expect((await cells('A1'))[0]?.[0]).toMatchObject({
      userEnteredValue: { formulaValue: '=QUERY(A1)' },
      effectiveValue: { errorValue: { type: 'NAME' } },
      formattedValue: '#NAME?',
    });
  });

  test('a link of literals is computed', async () => {
    const formulaValue = '=HYPERLINK("https://example.com/1","Row 1")';
    await suite.update({
      repeatCell: { range: area(0, 1, 0, 1), cell: { userEnteredValue: { formulaValue } }, fields: '*' },
    });
    expect((await cells('A1'))[0]?.[0]).toMatchObject({
      formattedValue: 'Row 1',
      hyperlink: 'https://example.com/1',
    });
  });

  test('validation is set and taken away', async () => {
    const rule = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '1' }] }, strict: true };
    await suite.update({ setDataValidation: { range: area(0, 2, 0, 1), rule } });
    expect((await cells('A1:A2')).map(([cell]) => cell?.dataValidation)).toEqual([rule, rule]);
    await suite.update({ setDataValidation: { range: area(0, 1, 0, 1) } });
    expect((await cells('A1:A2')).map(([cell]) => cell?.dataValidation)).toEqual([undefined, rule]);
  });

  test('borders go around and inside', async () => {
    const thin = { style: 'SOLID' };
    await suite.update({ updateBorders: { range: area(0, 2, 0, 2), top: thin, innerVertical: thin } });
    const borders = (await cells('A1:B2')).map((row) =>
      row.map((cell) => Object.keys(cell.userEnteredFormat?.borders ?? {}).sort()),
    );
    expect(borders).toEqual([
      [
        ['right', 'top'],
        ['left', 'top'],
      ],
      [['right'], ['left']],
    ]);
  });

  test('merging keeps the top left value; a part of a merge cannot be unmerged', async () => {
    await suite.update(
      fill([
        ['a', 'b'],
        ['c', 'd'],
      ]),
      { mergeCells: { range: area(0, 2, 0, 2), mergeType: 'MERGE_ROWS' } },
    );
    expect(await suite.values('A1:B2')).toEqual([['a'], ['c']]);
    expect((await suite.tab())?.merges).toEqual([area(0, 1, 0, 2), area(1, 2, 0, 2)]);
    const error = await refusalOf(suite.update({ unmergeCells: { range: area(0, 1, 0, 1) } }));
    expect(error.message).toContain('You must select all cells in a merged range to merge or unmerge them.');
    await suite.update({ unmergeCells: { range: area(0, 5, 0, 5) } });
    expect((await suite.tab())?.merges).toBeUndefined();
  });

  test('copy fills the destination, cut empties the source', async () => {
    await suite.update(fill([['a', 'b']]), {
      copyPaste: { source: area(0, 1, 0, 2), destination: area(1, 3, 0, 4) },
    });
    expect(await suite.values('A2:D3')).toEqual([
      ['a', 'b', 'a', 'b'],
      ['a', 'b', 'a', 'b'],
    ]);
    await suite.update({ cutPaste: { source: area(0, 1, 0, 2), destination: { sheetId: 7 } } });
    expect(await suite.values('Accounts!A1:B1')).toBeUndefined();
    expect(await suite.values("'My queue'!A1:B1")).toEqual([['a', 'b']]);
  });
});

describe('rows and columns', () => {
  const letters = [['a'], ['b'], ['c'], ['d']];
  beforeEach(() => suite.update(fill(letters)));

  test.each([
    ['insertDimension', { insertDimension: { range: span('ROWS', 1, 3) } }, ['a', '', '', 'b', 'c', 'd']],
    ['deleteDimension', { deleteDimension: { range: span('ROWS', 1, 3) } }, ['a', 'd']],
    [
      'moveDimension down',
      { moveDimension: { source: span('ROWS', 0, 1), destinationIndex: 3 } },
      ['b', 'c', 'a', 'd'],
    ],
    [
      'moveDimension up',
      { moveDimension: { source: span('ROWS', 2, 4), destinationIndex: 0 } },
      ['c', 'd', 'a', 'b'],
    ],
  ])('%s', async (_, request, expected) => {
    await suite.update(request);
    expect((await suite.values('Accounts!A:A'))?.map(([value]) => value ?? '')).toEqual(expected);
  });

  test('columns too, with widths', async () => {
    const wide: UpdateRequest = {
      updateDimensionProperties: {
        range: span('COLUMNS', 0, 1),
        properties: { pixelSize: 250 },
        fields: 'pixelSize',
      },
    };
    await suite.update(wide, { insertDimension: { range: span('COLUMNS', 0, 1) } });
    expect(await suite.values('Accounts!1:1')).toEqual([['', 'a']]);
    const { data } = await suite.client.spreadsheets.get({
      spreadsheetId: SPREADSHEET_ID,
      ranges: ['A1:C1'],
      includeGridData: true,
    });
    expect(data.sheets?.[0]?.data?.[0]?.columnMetadata).toEqual([
      { pixelSize: 100 },
      { pixelSize: 250 },
      { pixelSize: 100 },
    ]);
    await suite.update({ moveDimension: { source: span('COLUMNS', 1, 2), destinationIndex: 4 } });
    expect(await suite.values('Accounts!1:1')).toEqual([['', '', '', 'a']]);
    await suite.update({ deleteDimension: { range: span('COLUMNS', 0, 3) } });
    expect(await suite.values('Accounts!1:1')).toEqual([['a']]);
  });

  test('everything that lies on them moves along', async () => {
    const row: UpdateRequest = {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: 'row',
          metadataId: 5,
          visibility: 'DOCUMENT',
          location: { dimensionRange: span('ROWS', 2, 3) },
        },
      },
    };
    const red = {
      booleanRule: { condition: { type: 'NOT_BLANK' }, format: { backgroundColor: { red: 1 } } },
    };
    await suite.update(
      row,
      { addProtectedRange: { protectedRange: { range: area(2, 4, 0, 1) } } },
      { addConditionalFormatRule: { rule: { ranges: [area(2, 3, 0, 1)], ...red } } },
      { setBasicFilter: { filter: { range: area(0, 4, 0, 1) } } },
      { addNamedRange: { namedRange: { name: 'letters', range: area(0, 4, 0, 1) } } },
      { mergeCells: { range: area(2, 3, 0, 2), mergeType: 'MERGE_ALL' } },
      { insertDimension: { range: span('ROWS', 1, 3) } },
    );
    const tab = await suite.tab();
    expect(tab?.protectedRanges?.[0]?.range).toEqual(area(4, 6, 0, 1));
    expect(tab?.conditionalFormats?.[0]?.ranges).toEqual([area(4, 5, 0, 1)]);
    expect(tab?.basicFilter?.range).toEqual(area(0, 6, 0, 1));
    expect(tab?.merges).toEqual([area(4, 5, 0, 2)]);
    expect(await suite.values('letters')).toEqual([['a'], [], [], ['b'], ['c'], ['d']]);
    const at = async (): Promise<unknown> => {
      const { data } = await suite.client.spreadsheets.developerMetadata.get({
        spreadsheetId: SPREADSHEET_ID,
        metadataId: 5,
      });
      return data.location?.dimensionRange;
    };
    expect(await at()).toEqual(span('ROWS', 4, 5));
    await suite.update({ moveDimension: { source: span('ROWS', 4, 5), destinationIndex: 0 } });
    expect(await at()).toEqual(span('ROWS', 0, 1));
    await suite.update({ deleteDimension: { range: span('ROWS', 0, 1) } });
    expect(await refusalOf(at())).toMatchObject({ code: 404 });
    const after = await suite.tab();
    expect(after?.conditionalFormats).toBeUndefined();
    expect(after?.merges).toBeUndefined();
  });

  test('hidden rows are told, and stay put in a sort', async () => {
    await suite.update(
      {
        updateDimensionProperties: {
          range: span('ROWS', 1, 2),
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
      { sortRange: { range: area(0, 4, 0, 1), sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } },
    );
    expect(await suite.values('A1:A4')).toEqual([['d'], ['b'], ['c'], ['a']]);
    const { data } = await suite.client.spreadsheets.get({
      spreadsheetId: SPREADSHEET_ID,
      fields: 'sheets(data(rowMetadata(hiddenByUser)))',
    });
    expect(data.sheets?.[0]?.data?.[0]?.rowMetadata?.slice(0, 3)).toEqual([{}, { hiddenByUser: true }, {}]);
  });

  test('a sort puts numbers before text before booleans, blanks last', async () => {
    const values = [
      ['x', 'b'],
      ['x', ''],
      ['x', true],
      ['x', 2],
      ['x', 'a'],
      ['x', 1],
    ];
    await suite.client.spreadsheets.values.update({
      spreadsheetId: SPREADSHEET_ID,
      range: 'C1',
      valueInputOption: 'RAW',
      requestBody: { values },
    });
    await suite.update({
      sortRange: { range: area(0, 6, 2, 4), sortSpecs: [{ dimensionIndex: 3, sortOrder: 'ASCENDING' }] },
    });
    expect(await suite.values('D1:D6')).toEqual([[1], [2], ['a'], ['b'], [true]]);
  });
});

describe('rules over the cells', () => {
  test('protections are added, changed and deleted', async () => {
    const [reply] = await suite.update({
      addProtectedRange: {
        protectedRange: {
          range: { sheetId: 0 },
          editors: { users: ['m@example.com'] },
          description: 'computed',
        },
      },
    });
    const protectedRangeId = reply?.addProtectedRange?.protectedRange?.protectedRangeId;
    expect(protectedRangeId).toEqual(expect.any(Number));
    await suite.update({
      updateProtectedRange: {
        protectedRange: { protectedRangeId, warningOnly: true },
        fields: 'warningOnly',
      },
    });
    expect((await suite.tab())?.protectedRanges).toEqual([
      expect.objectContaining({ protectedRangeId, warningOnly: true, description: 'computed' }),
    ]);
    await suite.update({ deleteProtectedRange: { protectedRangeId } });
    expect((await suite.tab())?.protectedRanges).toBeUndefined();
  });

  test('conditional formats keep their order', async () => {
    const rule = (bg: number): sheets_v4.Schema$ConditionalFormatRule => ({
      ranges: [area(0, 5, 0, 1)],
      booleanRule: { condition: { type: 'NOT_BLANK' }, format: { backgroundColor: { red: bg } } },
    });
    const reds = async (): Promise<unknown[] | undefined> =>
      (await suite.tab())?.conditionalFormats?.map((each) => each.booleanRule?.format?.backgroundColor?.red);
    await suite.update(
      { addConditionalFormatRule: { rule: rule(0.1), index: 0 } },
      { addConditionalFormatRule: { rule: rule(0.2), index: 1 } },
      { addConditionalFormatRule: { rule: rule(0.3), index: 0 } },
    );
    expect(await reds()).toEqual([0.3, 0.1, 0.2]);
    await suite.update({ updateConditionalFormatRule: { sheetId: 0, index: 0, newIndex: 2 } });
    expect(await reds()).toEqual([0.1, 0.2, 0.3]);
    await suite.update({ updateConditionalFormatRule: { index: 1, rule: rule(0.9) } });
    const [reply] = await suite.update({ deleteConditionalFormatRule: { sheetId: 0, index: 0 } });
    expect(reply?.deleteConditionalFormatRule?.rule).toEqual(rule(0.1));
    expect(await reds()).toEqual([0.9, 0.3]);
  });

  test('metadata is found by key, changed and deleted', async () => {
    const mark = (
      metadataKey: string,
      location: sheets_v4.Schema$DeveloperMetadataLocation,
    ): UpdateRequest => ({
      createDeveloperMetadata: {
        developerMetadata: { metadataKey, metadataValue: 'v', visibility: 'DOCUMENT', location },
      },
    });
    await suite.update(
      mark('schema', { spreadsheet: true }),
      mark('tab', { sheetId: 7 }),
      mark('col', { dimensionRange: span('COLUMNS', 1, 2) }),
    );
    const search = async (
      developerMetadataLookup: sheets_v4.Schema$DeveloperMetadataLookup,
    ): Promise<unknown[]> => {
      const requestBody = { dataFilters: [{ developerMetadataLookup }] };
      const { data } = await suite.client.spreadsheets.developerMetadata.search({
        spreadsheetId: SPREADSHEET_ID,
        requestBody,
      });
      return data.matchedDeveloperMetadata?.map((each) => each.developerMetadata?.metadataKey) ?? [];
    };
    expect(await search({ metadataKey: 'col' })).toEqual(['col']);
    expect(await search({ locationType: 'SHEET' })).toEqual(['tab']);
    expect(await search({ visibility: 'DOCUMENT' })).toEqual(['schema', 'tab', 'col']);
    const dataFilter = { developerMetadataLookup: { metadataKey: 'schema' } };
    await suite.update({
      updateDeveloperMetadata: {
        dataFilters: [dataFilter],
        developerMetadata: { metadataValue: '2' },
        fields: 'metadataValue',
      },
    });
    const { data } = await suite.client.spreadsheets.get({ spreadsheetId: SPREADSHEET_ID });
    expect(data.developerMetadata).toMatchObject([{ metadataKey: 'schema', metadataValue: '2' }]);
    expect(data.sheets?.[1]?.developerMetadata).toMatchObject([{ metadataKey: 'tab' }]);
    const [reply] = await suite.update({ deleteDeveloperMetadata: { dataFilter } });
    expect(reply?.deleteDeveloperMetadata?.deletedDeveloperMetadata).toHaveLength(1);
    expect(await search({ metadataKey: 'schema' })).toEqual([]);
  });

  test('charts, bandings and filters are kept as given', async () => {
    const spec = {
      title: 'By status',
      basicChart: {
        chartType: 'COLUMN',
        series: [{ series: { sourceRange: { sources: [area(0, 9, 0, 1)] } } }],
      },
    };
    const position = { overlayPosition: { anchorCell: { sheetId: 7, rowIndex: 2, columnIndex: 1 } } };
    const [chart, band] = await suite.update(
      { addChart: { chart: { spec, position } } },
      {
        addBanding: {
          bandedRange: { range: area(0, 5, 0, 2), rowProperties: { firstBandColor: { red: 1 } } },
        },
      },
      { setBasicFilter: { filter: { range: area(0, 5, 0, 2), criteria: { 0: { hiddenValues: ['x'] } } } } },
      { insertDimension: { range: span('ROWS', 0, 1) } },
    );
    const chartId = chart?.addChart?.chart?.chartId;
    const sources = (await suite.tab(7))?.charts?.[0]?.spec?.basicChart?.series?.[0]?.series?.sourceRange
      ?.sources;
    expect(sources).toEqual([area(1, 10, 0, 1)]);
    await suite.update({ updateChartSpec: { chartId, spec: { ...spec, title: 'New' } } });
    expect((await suite.tab(7))?.charts).toMatchObject([{ chartId, position, spec: { title: 'New' } }]);
    expect((await suite.tab())?.basicFilter?.criteria).toEqual({ 0: { hiddenValues: ['x'] } });
    await suite.update(
      { deleteEmbeddedObject: { objectId: chartId } },
      { deleteBanding: { bandedRangeId: band?.addBanding?.bandedRange?.bandedRangeId } },
      { clearBasicFilter: { sheetId: 0 } },
    );
    expect((await suite.tab(7))?.charts).toBeUndefined();
    expect(await suite.tab()).not.toHaveProperty('bandedRanges');
    expect(await suite.tab()).not.toHaveProperty('basicFilter');
  });

  test('named ranges are added and deleted', async () => {
    const [reply] = await suite.update(fill([['a']]), {
      addNamedRange: { namedRange: { name: 'first', range: area(0, 1, 0, 1) } },
    });
    expect(reply).toEqual({});
    expect(await suite.values('first')).toEqual([['a']]);
    const { data } = await suite.client.spreadsheets.get({ spreadsheetId: SPREADSHEET_ID });
    const namedRangeId = data.namedRanges?.[0]?.namedRangeId;
    await suite.update({ deleteNamedRange: { namedRangeId } });
    expect((await refusalOf(suite.values('first'))).message).toBe('Unable to parse range: first');
  });
});
