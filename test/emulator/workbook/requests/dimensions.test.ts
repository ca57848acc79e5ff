import type { UpdateRequest } from '../../../../emulator/workbook/model';
import {
  refusalOf,
  type SheetsApiScene,
  SPREADSHEET_ID,
  startSheetsApiScene,
} from '../../sheets-api/sheets-client';
import { area, fill, span } from './request-parts';

let suite: SheetsApiScene;
beforeEach(async () => {
  suite = await startSheetsApiScene();
});
afterEach(() => suite.stop());

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

test('what a filter asks of a column goes along with it, and away with it', async () => {
  const filterSpecs = [1, 2].map((columnIndex) => ({
    columnIndex,
    filterCriteria: { hiddenValues: [`${columnIndex}`] },
  }));
  const filter = { range: area(0, 4, 0, 3), filterSpecs };
  await suite.update(
    fill([['a', 'b', 'c']]),
    { setBasicFilter: { filter } },
    { addFilterView: { filter: { ...filter, filterViewId: 7, title: 'mine' } } },
    { insertDimension: { range: span('COLUMNS', 2, 3) } },
  );
  const columns = async () => {
    const tab = await suite.tab();
    return [tab?.basicFilter, tab?.filterViews?.[0]].map((one) =>
      one?.filterSpecs?.map(({ columnIndex, filterCriteria }) => [columnIndex, filterCriteria?.hiddenValues]),
    );
  };
  const moved = [
    [1, ['1']],
    [3, ['2']],
  ];
  expect(await columns()).toEqual([moved, moved]);
  await suite.update({ deleteDimension: { range: span('COLUMNS', 1, 2) } });
  expect(await columns()).toEqual([[[2, ['2']]], [[2, ['2']]]]);
});

test.each<[UpdateRequest, 'hiddenByUser' | 'hiddenByFilter']>([
  [
    {
      updateDimensionProperties: {
        range: span('ROWS', 1, 2),
        properties: { hiddenByUser: true },
        fields: 'hiddenByUser',
      },
    },
    'hiddenByUser',
  ],
  [
    { setBasicFilter: { filter: { range: area(0, 4, 0, 1), criteria: { 0: { hiddenValues: ['b'] } } } } },
    'hiddenByFilter',
  ],
])('rows that %j hides are marked, and stay put in a sort', async (request, mark) => {
  await suite.update(request, {
    sortRange: { range: area(0, 4, 0, 1), sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] },
  });
  expect(await suite.values('A1:A4')).toEqual([['d'], ['b'], ['c'], ['a']]);
  const { data } = await suite.client.spreadsheets.get({
    spreadsheetId: SPREADSHEET_ID,
    fields: 'sheets(data(rowMetadata(hiddenByUser,hiddenByFilter)))',
  });
  expect(data.sheets?.[0]?.data?.[0]?.rowMetadata?.slice(0, 3)).toEqual([{}, { [mark]: true }, {}]);
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

test('columns fit their texts, and stay without any; rows lose a height of their own', async () => {
  const size = (dimension: string, pixelSize: number): UpdateRequest => ({
    updateDimensionProperties: {
      range: span(dimension, 0, 2),
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  });
  const fitted = (dimension: string): UpdateRequest => ({
    autoResizeDimensions: { dimensions: span(dimension, 0, 2) },
  });
  await suite.update(
    fill([['AAAA']]),
    size('COLUMNS', 50),
    size('ROWS', 90),
    fitted('COLUMNS'),
    fitted('ROWS'),
  );
  const { data } = await suite.client.spreadsheets.get({
    spreadsheetId: SPREADSHEET_ID,
    includeGridData: true,
  });
  const { columnMetadata, rowMetadata } = data.sheets?.[0]?.data?.[0] ?? {};
  expect(columnMetadata?.slice(0, 3).map(({ pixelSize }) => pixelSize)).toEqual([41, 50, 100]);
  expect(rowMetadata?.slice(0, 2).map(({ pixelSize }) => pixelSize)).toEqual([21, 21]);
});
