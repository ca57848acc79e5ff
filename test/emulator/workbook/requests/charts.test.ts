import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import {
  refusalOf,
  type SheetsApiScene,
  SPREADSHEET_ID,
  startSheetsApiScene,
} from '../../sheets-api/sheets-client';
import { area, span } from './request-parts';

let suite: SheetsApiScene;
beforeEach(async () => {
  suite = await startSheetsApiScene();
});
afterEach(() => suite.stop());

type BasicChart = sheets_v4.Schema$BasicChartSpec;
const data = (range: sheets_v4.Schema$GridRange): sheets_v4.Schema$ChartData => ({
  sourceRange: { sources: [range] },
});
const basic = (over: BasicChart = {}): sheets_v4.Schema$ChartSpec => ({
  title: 'By status',
  basicChart: {
    chartType: 'COLUMN',
    stackedType: 'STACKED',
    headerCount: 1,
    domains: [{ domain: data(area(0, 9, 0, 1)) }],
    series: [{ series: data(area(0, 9, 1, 2)) }, { series: data(area(0, 9, 2, 3)) }],
    ...over,
  },
});
const at = (rowIndex: number, columnIndex: number): sheets_v4.Schema$EmbeddedObjectPosition => ({
  overlayPosition: { anchorCell: { rowIndex, columnIndex } },
});
const add = (chart: sheets_v4.Schema$EmbeddedChart): sheets_v4.Schema$Request => ({
  addChart: { chart: { spec: basic(), position: at(2, 4), ...chart } },
});
const chart = async (): Promise<sheets_v4.Schema$EmbeddedChart | undefined> =>
  (await suite.tab())?.charts?.[0];

test('a chart is answered with its default size, axes and font, and a mask picks of it', async () => {
  await suite.update(add({ chartId: 77 }));
  expect(await chart()).toMatchObject({
    chartId: 77,
    position: { overlayPosition: { ...at(2, 4).overlayPosition, widthPixels: 600, heightPixels: 371 } },
    spec: {
      title: 'By status',
      hiddenDimensionStrategy: 'SKIP_HIDDEN_ROWS_AND_COLUMNS',
      basicChart: { series: [{ targetAxis: 'LEFT_AXIS' }, { targetAxis: 'LEFT_AXIS' }] },
    },
  });
  const picked = await suite.client.spreadsheets.get({
    spreadsheetId: SPREADSHEET_ID,
    fields: 'sheets.charts(chartId,spec.title)',
  });
  expect(picked.data.sheets?.[0]).toEqual({ charts: [{ chartId: 77, spec: { title: 'By status' } }] });
});

test('a chart is moved and resized by the fields of its place, and nothing else of it changes', async () => {
  await suite.update(add({ chartId: 77 }));
  const [reply] = await suite.update({
    updateEmbeddedObjectPosition: {
      objectId: 77,
      newPosition: { overlayPosition: { widthPixels: 300, heightPixels: 100 } },
      fields: 'widthPixels',
    },
  });
  const position = { overlayPosition: { ...at(2, 4).overlayPosition, widthPixels: 300, heightPixels: 371 } };
  expect(reply?.updateEmbeddedObjectPosition?.position).toEqual(position);
  expect(await chart()).toMatchObject({ chartId: 77, position, spec: basic() });
});

const REFUSED: [string, sheets_v4.Schema$Request, string][] = [
  ['no specification', { addChart: { chart: { position: at(0, 0) } } }, 'no chart spec'],
  ['no kind', add({ spec: { title: 'x' } }), 'One of basicChart, pieChart'],
  ['no place', add({ position: {} }), 'One of EmbeddedObjectPosition.overlayPosition'],
  ['an ID twice', add({ chartId: 5 }), 'An embedded object with id: 5 already exists.'],
  [
    'a block as series',
    add({ spec: basic({ series: [{ series: data(area(0, 9, 1, 3)) }] }) }),
    'ChartSourceRange',
  ],
  [
    'two domains',
    add({
      spec: basic({ domains: [{ domain: data(area(0, 9, 0, 1)) }, { domain: data(area(0, 9, 1, 2)) }] }),
    }),
    'Only a single domain',
  ],
  [
    'a value axis of another type',
    add({ spec: basic({ series: [{ series: data(area(0, 9, 1, 2)), targetAxis: 'BOTTOM_AXIS' }] }) }),
    'BOTTOM_AXIS is not a valid minor axis',
  ],
  [
    'an unknown sheet',
    add({ spec: basic({ domains: [{ domain: data({ sheetId: 404 }) }] }) }),
    'No grid with id: 404',
  ],
  ['an unknown chart', { updateChartSpec: { chartId: 9, spec: basic() } }, 'No chart with id: 9'],
  ['an unknown object', { deleteEmbeddedObject: { objectId: 9 } }, 'No embedded object with id: 9'],
  [
    'a move without fields',
    { updateEmbeddedObjectPosition: { objectId: 5, newPosition: at(0, 0) } },
    'At least one field must be listed',
  ],
  [
    'a move with the root in its mask',
    { updateEmbeddedObjectPosition: { objectId: 5, newPosition: at(0, 0), fields: 'overlayPosition' } },
    'Invalid field: overlay_position',
  ],
];

test.each(REFUSED)('refused: %s', async (_, request, message) => {
  await suite.update(add({ chartId: 5 }));
  const before = suite.workbooks.get(SPREADSHEET_ID);
  const error = await refusalOf(suite.update(request));
  expect(error).toMatchObject({ code: 400, message: expect.stringContaining(message) });
  expect(suite.workbooks.get(SPREADSHEET_ID)).toBe(before);
});

test.each([
  ['BasicChartSpec.chartType SCATTER', add({ spec: basic({ chartType: 'SCATTER' }) })],
  ['ChartSpec.orgChart', add({ spec: { orgChart: {} } })],
  ['a chart on a sheet of its own', add({ position: { newSheet: true } })],
])('not emulated, and refused by its name: %s', async (name, request) => {
  expect(await refusalOf(suite.update(request))).toMatchObject({
    code: 501,
    message: expect.stringContaining(name),
  });
});

test('a chart without data is an internal error, as in Google', async () => {
  const error = await refusalOf(suite.update(add({ spec: { basicChart: { chartType: 'LINE' } } })));
  expect(error).toMatchObject({ code: 500 });
});

test('deleted columns take their series along, and a smaller grid moves the chart into it', async () => {
  await suite.update(add({ chartId: 77 }), { deleteDimension: { range: span('COLUMNS', 1, 2) } });
  expect((await chart())?.spec?.basicChart?.series).toMatchObject([{ series: data(area(0, 9, 1, 2)) }]);
  await suite.update({
    updateSheetProperties: {
      properties: { sheetId: 0, gridProperties: { rowCount: 2, columnCount: 3 } },
      fields: 'gridProperties(rowCount,columnCount)',
    },
  });
  expect(await chart()).toMatchObject({
    position: { overlayPosition: { anchorCell: { rowIndex: 1, columnIndex: 2 } } },
    spec: { basicChart: { domains: [{ domain: data(area(0, 2, 0, 1)) }] } },
  });
});

test('a deleted tab takes its charts along, and their data out of the charts of others', async () => {
  const elsewhere = { overlayPosition: { anchorCell: { sheetId: 7, rowIndex: 0, columnIndex: 0 } } };
  await suite.update(add({ chartId: 1 }), add({ chartId: 2, position: elsewhere }), {
    deleteSheet: { sheetId: 0 },
  });
  const { data: book } = await suite.client.spreadsheets.get({ spreadsheetId: SPREADSHEET_ID });
  const charts = book.sheets?.flatMap((sheet) => sheet.charts ?? []);
  expect(charts).toMatchObject([{ chartId: 2, spec: { basicChart: { chartType: 'COLUMN' } } }]);
  expect(Object.keys(charts?.[0]?.spec?.basicChart ?? {})).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/domains|series/)]),
  );
});
