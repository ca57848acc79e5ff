import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
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
  const protectedRangeId = reply?.addProtectedRange?.protectedRange?.protectedRangeId ?? null;
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
    { addConditionalFormatRule: { rule: rule(0.2), index: 0 } },
    { addConditionalFormatRule: { rule: rule(0.4), index: 1 } },
    { addConditionalFormatRule: { rule: rule(0.6), index: 0 } },
  );
  expect(await reds()).toEqual([0.6, 0.2, 0.4]);
  await suite.update({ updateConditionalFormatRule: { sheetId: 0, index: 0, newIndex: 2 } });
  expect(await reds()).toEqual([0.2, 0.4, 0.6]);
  await suite.update({ updateConditionalFormatRule: { index: 1, rule: rule(0.8) } });
  const [reply] = await suite.update({ deleteConditionalFormatRule: { sheetId: 0, index: 0 } });
  expect(reply?.deleteConditionalFormatRule?.rule).toMatchObject(rule(0.2));
  expect(await reds()).toEqual([0.8, 0.6]);
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
  const chartId = chart?.addChart?.chart?.chartId ?? null;
  const sources = (await suite.tab(7))?.charts?.[0]?.spec?.basicChart?.series?.[0]?.series?.sourceRange
    ?.sources;
  expect(sources).toEqual([area(1, 10, 0, 1)]);
  await suite.update({ updateChartSpec: { chartId, spec: { ...spec, title: 'New' } } });
  expect((await suite.tab(7))?.charts).toMatchObject([{ chartId, position, spec: { title: 'New' } }]);
  expect((await suite.tab())?.basicFilter?.criteria).toEqual({ 0: { hiddenValues: ['x'] } });
  await suite.update(
    { deleteEmbeddedObject: { objectId: chartId } },
    { deleteBanding: { bandedRangeId: band?.addBanding?.bandedRange?.bandedRangeId ?? null } },
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
  const namedRangeId = data.namedRanges?.[0]?.namedRangeId ?? null;
  await suite.update({ deleteNamedRange: { namedRangeId } });
  expect((await refusalOf(suite.values('first'))).message).toBe('Unable to parse range: first');
});
