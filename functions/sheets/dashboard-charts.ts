/**
 * The charts of the dashboard: real ones, which people may move, and which draw what stands in the cells.
 * Not verified against Google: how the charts look.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { DASHBOARD_TAB } from '../domain/register/tabs';
import type { Figure, FigureChart, FigureKey } from '../domain/statistics/dashboard';
import type { Text } from '../domain/text/text';
import type { SheetsRequest } from './cells';
import { UNIT_WORDS } from './dashboard-tab-texts';

/** Fixed, so that the next run finds the chart wherever people have moved it. */
const CHART_IDS: Readonly<Record<FigureKey, number>> = {
  statuses: 802501,
  flow: 802502,
  timeInStatus: 802503,
  conversion: 802504,
  nurturedWins: 802505,
  checksOnTime: 802506,
  overdueTrend: 802507,
  awaitedConditions: 802508,
  reacquired: 802509,
};

const CHART_TYPES_OF_SHEETS: Readonly<
  Record<FigureChart['type'], { chartType: string; stackedType?: string }>
> = {
  COLUMN: { chartType: 'COLUMN' },
  STACKED_COLUMN: { chartType: 'COLUMN', stackedType: 'STACKED' },
  BAR: { chartType: 'BAR' },
  LINE: { chartType: 'LINE' },
};

/** Percents are compared with all that there is, not with the largest of them. */
const HUNDRED: sheets_v4.Schema$ChartAxisViewWindowOptions = {
  viewWindowMin: 0,
  viewWindowMax: 100,
  viewWindowMode: 'EXPLICIT',
};

/** Where a figure's table stands, and where its chart does until somebody moves it. */
export interface FigurePlace {
  /** Index of the row of the table's headings; that of its labels is the first column. */
  headRow: number;
  chart: { row: number; column: number; width: number; height: number };
}

/** What a chart can be drawn of: a chart without a number is an empty frame. */
export const isDrawn = ({ chart, rows }: Figure): boolean =>
  chart !== null &&
  rows.some(({ values }) => chart.columns.some((column) => typeof values[column] === 'number'));

/** Whether the tab's charts are others than the figures want: one is missing, or one too many. */
export const lacksCharts = (figures: readonly Figure[], charts: ReadonlySet<number>): boolean =>
  figures.some((figure) => isDrawn(figure) !== charts.has(CHART_IDS[figure.key]));

/** `charts` are those that there are. One that is there keeps its place and its size. */
export const chartRequests = (
  figure: Figure,
  place: FigurePlace,
  charts: ReadonlySet<number>,
  language: keyof Text,
): SheetsRequest[] => {
  const chartId = CHART_IDS[figure.key];
  const isThere = charts.has(chartId);
  if (figure.chart === null || !isDrawn(figure))
    return isThere ? [{ deleteEmbeddedObject: { objectId: chartId } }] : [];
  const spec = chartSpec(figure, figure.chart, place.headRow, language);
  if (isThere) return [{ updateChartSpec: { chartId, spec } }];
  const { row: rowIndex, column: columnIndex, width: widthPixels, height: heightPixels } = place.chart;
  const overlayPosition = {
    anchorCell: { sheetId: DASHBOARD_TAB, rowIndex, columnIndex },
    widthPixels,
    heightPixels,
  };
  return [{ addChart: { chart: { chartId, spec, position: { overlayPosition } } } }];
};

const chartSpec = (
  { title, explanation, columns, rows }: Figure,
  { type, columns: drawn }: FigureChart,
  headRow: number,
  language: keyof Text,
): sheets_v4.Schema$ChartSpec => {
  const cellsOf = (column: number): sheets_v4.Schema$ChartData => ({
    sourceRange: {
      sources: [
        {
          sheetId: DASHBOARD_TAB,
          startRowIndex: headRow,
          endRowIndex: headRow + 1 + rows.length,
          startColumnIndex: column,
          endColumnIndex: column + 1,
        },
      ],
    },
  });
  const valueAxis = type === 'BAR' ? 'BOTTOM_AXIS' : 'LEFT_AXIS';
  const unit = columns[drawn[0] ?? 0]?.unit ?? 'text';
  return {
    title: title[language],
    altText: explanation[language],
    basicChart: {
      ...CHART_TYPES_OF_SHEETS[type],
      headerCount: 1,
      legendPosition: drawn.length > 1 ? 'BOTTOM_LEGEND' : 'NO_LEGEND',
      axis: [
        {
          position: valueAxis,
          title: UNIT_WORDS[unit][language],
          ...(unit === 'percent' ? { viewWindowOptions: HUNDRED } : {}),
        },
      ],
      domains: [{ domain: cellsOf(0) }],
      series: drawn.map((column) => ({ series: cellsOf(column + 1), targetAxis: valueAxis })),
    },
  };
};
