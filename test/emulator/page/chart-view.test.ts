import { chartSources, chartViews } from '../../../emulator/page/chart-view';
import type { ChartView } from '../../../emulator/page/protocol';
import type { UpdateRequest } from '../../../emulator/workbook/model';
import { writeValues } from '../../../emulator/workbook/values';
import { openWorkbooks } from '../../../emulator/workbook/workbook';

const column = (index: number, startRowIndex = 0, endRowIndex = 4) => ({
  sourceRange: {
    sources: [{ sheetId: 1, startRowIndex, endRowIndex, startColumnIndex: index, endColumnIndex: index + 1 }],
  },
});
const basic = {
  chartType: 'COLUMN',
  headerCount: 1,
  domains: [{ domain: column(0) }],
  series: [{ series: column(1), colorStyle: { rgbColor: { red: 1, green: 0.5 } } }, { series: column(2) }],
};

function drawn(spec: object, ...more: UpdateRequest[]): ChartView[] {
  const workbooks = openWorkbooks({ dataDir: null });
  workbooks.create('book', { title: 'Charts' }, [
    { title: 'Data', sheetId: 1 },
    { title: 'Charts', sheetId: 2 },
  ]);
  const values = [
    ['Month', 'Cold', 'Hot'],
    ['1', 5, 2],
    ['2', 'none', '=A1'],
    ['3', 7, 4],
  ];
  workbooks.change('book', 'api', (draft) =>
    writeValues(draft, { range: 'Data!A1:C4', values }, 'USER_ENTERED'),
  );
  const position = {
    overlayPosition: { anchorCell: { sheetId: 2, rowIndex: 3, columnIndex: 1 }, offsetXPixels: 9 },
  };
  workbooks.batchUpdate('book', [{ addChart: { chart: { spec, position } } }, ...more], 'api');
  const book = workbooks.get('book');
  return book.tabs.flatMap((tab) => {
    expect(chartSources(tab).every((sheetId) => sheetId === 1)).toBe(true);
    return chartViews(book, tab);
  });
}

const hideRow: UpdateRequest = {
  updateDimensionProperties: {
    range: { sheetId: 1, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
    properties: { hiddenByUser: true },
    fields: 'hiddenByUser',
  },
};

test('a chart has its place, its names and the numbers of its cells; what is no number is a gap', () => {
  const axis = [
    {
      position: 'LEFT_AXIS',
      title: 'accounts',
      viewWindowOptions: { viewWindowMax: 100, viewWindowMode: 'EXPLICIT' },
    },
    { position: 'BOTTOM_AXIS', title: 'month' },
  ];
  expect(drawn({ title: 'Stock', basicChart: { ...basic, axis, stackedType: 'STACKED' } })).toEqual([
    {
      id: expect.any(Number),
      kind: 'COLUMN',
      stacking: 'STACKED',
      isSmooth: false,
      title: 'Stock',
      anchor: { row: 3, column: 1, x: 9, y: 0 },
      width: 600,
      height: 371,
      legend: 'right',
      labelTitle: 'month',
      valueTitle: 'accounts',
      valueMin: null,
      valueMax: 100,
      labels: ['1', '2', '3'],
      series: [
        { name: 'Cold', colour: '#ff8000', values: [5, null, 7] },
        { name: 'Hot', colour: null, values: [2, null, 4] },
      ],
    },
  ]);
});

test.each<[string, object, UpdateRequest[], object]>([
  [
    'on its side, the values are below',
    { basicChart: { ...basic, chartType: 'BAR', axis: [{ position: 'BOTTOM_AXIS', title: '%' }] } },
    [],
    { kind: 'BAR', valueTitle: '%', labelTitle: '' },
  ],
  [
    'a first cell of words is a head',
    { basicChart: { ...basic, headerCount: undefined } },
    [],
    { labels: ['1', '2', '3'] },
  ],
  [
    'without heads, each cell is a value',
    { basicChart: { ...basic, headerCount: 0, series: [{ series: column(1) }] } },
    [],
    { labels: ['Month', '1', '2', '3'], series: [{ name: '', values: [null, 5, null, 7] }] },
  ],
  ['hidden rows are left out', { basicChart: basic }, [hideRow], { labels: ['2', '3'] }],
  [
    'a pie has the pieces that have a number',
    { pieChart: { domain: column(0), series: column(2), legendPosition: 'NO_LEGEND' } },
    [],
    { kind: 'PIE', legend: 'none', labels: ['1', '3'], series: [{ values: [2, 4] }] },
  ],
  [
    'of a tab that is gone there is nothing',
    { basicChart: basic },
    [{ deleteSheet: { sheetId: 1 } }],
    { labels: [], series: [] },
  ],
])('%s', (_, spec, more, expected) => {
  expect(drawn(spec, ...more)).toMatchObject([expected]);
});
