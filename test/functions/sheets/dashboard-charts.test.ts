import { chartRequests, isDrawn, lacksCharts } from '../../../functions/sheets/dashboard-charts';
import { aFigure, aFigureRow } from './a-dashboard';

const place = { headRow: 4, chart: { row: 2, column: 9, width: 400, height: 200 } };

test.each([
  ['COLUMN', [0], { chartType: 'COLUMN', legendPosition: 'NO_LEGEND' }, 'LEFT_AXIS'],
  ['STACKED_COLUMN', [0, 1], { chartType: 'COLUMN', stackedType: 'STACKED' }, 'LEFT_AXIS'],
  ['BAR', [1], { chartType: 'BAR' }, 'BOTTOM_AXIS'],
  ['LINE', [0, 1], { chartType: 'LINE', legendPosition: 'BOTTOM_LEGEND' }, 'LEFT_AXIS'],
] as const)('%s', (type, columns, expected, position) => {
  const [request] = chartRequests(aFigure({ chart: { type, columns } }), place, new Set(), 'ja');
  const chart = request?.addChart?.chart?.spec?.basicChart;
  expect(chart).toMatchObject({ ...expected, headerCount: 1, axis: [{ position }] });
  expect(chart?.series?.map(({ series }) => series?.sourceRange?.sources?.[0]?.startColumnIndex)).toEqual(
    columns.map((column) => column + 1),
  );
});

test('percents are drawn on an axis of a hundred', () => {
  const axisOf = (column: number) => {
    const figure = aFigure({ chart: { type: 'BAR', columns: [column] } });
    const [request] = chartRequests(figure, place, new Set(), 'ja');
    return request?.addChart?.chart?.spec?.basicChart?.axis;
  };
  expect(axisOf(0)).toMatchObject([{ title: '%', viewWindowOptions: { viewWindowMax: 100 } }]);
  expect(axisOf(1)).toEqual([{ position: 'BOTTOM_AXIS', title: '円' }]);
});

test.each([
  [aFigure(), true],
  [aFigure({ chart: null }), false],
  [aFigure({ rows: [] }), false],
  [aFigure({ rows: [aFigureRow('a', [null, 4])] }), false],
  [aFigure({ rows: [aFigureRow('a', [0, 4])] }), true],
])('a chart is drawn where one of its numbers is known: case %#', (figure, expected) => {
  expect(isDrawn(figure)).toBe(expected);
  expect(lacksCharts([figure], new Set())).toBe(expected);
  expect(chartRequests(figure, place, new Set(), 'en')).toHaveLength(expected ? 1 : 0);
});
