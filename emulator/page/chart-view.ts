/** The charts of a tab as the page receives them: with the values of the cells that they show. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { displayText, effectiveValue } from '../workbook/cell-value';
import { cellPositions, rectOf } from '../workbook/grid-range';
import type { Book, GridRange, WorkbookCell, WorkbookTab } from '../workbook/model';
import type { ChartSeriesView, ChartView } from './protocol';
import { hexColour } from './styles';

type ChartData = sheets_v4.Schema$ChartData;
type BasicChart = sheets_v4.Schema$BasicChartSpec;
type PieChart = sheets_v4.Schema$PieChartSpec;
type Drawn = Omit<ChartView, 'id' | 'title' | 'anchor' | 'width' | 'height'>;

const LEGENDS: Readonly<Record<string, ChartView['legend']>> = {
  TOP_LEGEND: 'top',
  BOTTOM_LEGEND: 'bottom',
  LEFT_LEGEND: 'left',
  NO_LEGEND: 'none',
};
const KINDS: Readonly<Record<string, ChartView['kind']>> = {
  COLUMN: 'COLUMN',
  BAR: 'BAR',
  LINE: 'LINE',
  AREA: 'AREA',
};
const STACKINGS: Readonly<Record<string, ChartView['stacking']>> = {
  STACKED: 'STACKED',
  PERCENT_STACKED: 'PERCENT',
};

/** The IDs of the tabs whose cells its charts show. */
export const chartSources = ({ charts }: WorkbookTab): number[] =>
  charts.flatMap(({ spec }) =>
    dataOf(spec).flatMap((data) => (data?.sourceRange?.sources ?? []).map(({ sheetId }) => sheetId ?? 0)),
  );

const dataOf = (spec: sheets_v4.Schema$ChartSpec | undefined): (ChartData | undefined)[] => [
  ...(spec?.basicChart?.domains ?? []).map(({ domain }) => domain),
  ...(spec?.basicChart?.series ?? []).map(({ series }) => series),
  spec?.pieChart?.domain,
  spec?.pieChart?.series,
];

export const chartViews = (book: Book, tab: WorkbookTab): ChartView[] =>
  tab.charts.flatMap(({ chartId, spec, position }) => {
    const drawn = spec?.basicChart
      ? basicView(book, spec.basicChart)
      : spec?.pieChart && pieView(book, spec.pieChart);
    if (!drawn) return [];
    const { anchorCell, offsetXPixels, offsetYPixels, widthPixels, heightPixels } =
      position?.overlayPosition ?? {};
    return {
      id: chartId ?? 0,
      title: spec?.title ?? '',
      anchor: {
        row: anchorCell?.rowIndex ?? 0,
        column: anchorCell?.columnIndex ?? 0,
        x: offsetXPixels ?? 0,
        y: offsetYPixels ?? 0,
      },
      width: widthPixels ?? 0,
      height: heightPixels ?? 0,
      ...drawn,
    };
  });

function basicView(book: Book, chart: BasicChart): Drawn {
  const cells = (data: ChartData | undefined) => shownCells(book, data);
  const domain = cells(chart.domains?.[0]?.domain);
  const all = (chart.series ?? []).map((each) => ({ ...each, cells: cells(each.series) }));
  const heads = chart.headerCount ?? (all.some((each) => isText(each.cells[0])) ? 1 : 0);
  const length = Math.max(0, ...all.map((each) => each.cells.length)) - heads;
  const axis = (position: string) => chart.axis?.find((each) => each.position === position);
  const isLying = chart.chartType === 'BAR';
  const valueAxis = axis(isLying ? 'BOTTOM_AXIS' : 'LEFT_AXIS');
  return {
    kind: KINDS[chart.chartType ?? ''] ?? 'COLUMN',
    stacking: STACKINGS[chart.stackedType ?? ''] ?? 'NONE',
    isSmooth: chart.lineSmoothing === true,
    legend: LEGENDS[chart.legendPosition ?? ''] ?? 'right',
    labelTitle: axis(isLying ? 'LEFT_AXIS' : 'BOTTOM_AXIS')?.title ?? '',
    valueTitle: valueAxis?.title ?? '',
    valueMin: valueAxis?.viewWindowOptions?.viewWindowMin ?? null,
    valueMax: valueAxis?.viewWindowOptions?.viewWindowMax ?? null,
    labels: Array.from({ length }, (_, index) => textOf(book, domain[heads + index])),
    series: all.map(
      (each): ChartSeriesView => ({
        name: heads > 0 ? textOf(book, each.cells[heads - 1]) : '',
        colour: hexColour(each.colorStyle?.rgbColor ?? each.color) ?? null,
        values: Array.from({ length }, (_, index) => numberOf(each.cells[heads + index])),
      }),
    ),
  };
}

/** Values that are no number are left out, such as the heading of the column. */
function pieView(book: Book, chart: PieChart): Drawn {
  const labels = shownCells(book, chart.domain);
  const pieces = shownCells(book, chart.series).flatMap((cell, index) => {
    const value = numberOf(cell);
    return value === null ? [] : { label: textOf(book, labels[index]), value };
  });
  return {
    ...{ kind: 'PIE', stacking: 'NONE', isSmooth: false },
    ...{ labelTitle: '', valueTitle: '', valueMin: null, valueMax: null },
    legend: LEGENDS[chart.legendPosition ?? ''] ?? 'right',
    labels: pieces.map(({ label }) => label),
    series: [{ name: '', colour: null, values: pieces.map(({ value }) => value) }],
  };
}

/** Leaves out hidden rows and columns, as Google does; empty where the tab no longer exists. */
const shownCells = (book: Book, data: ChartData | undefined): (WorkbookCell | undefined)[] =>
  (data?.sourceRange?.sources ?? []).flatMap((source) => {
    const tab = book.tabs.find(({ properties }) => properties.sheetId === (source.sheetId ?? 0));
    return tab ? cellsWithin(tab, source) : [];
  });

function cellsWithin(tab: WorkbookTab, source: GridRange): (WorkbookCell | undefined)[] {
  const isShown = ([row, column]: readonly [number, number]): boolean =>
    !tab.rowProperties[row]?.hiddenByUser && !tab.columnProperties[column]?.hiddenByUser;
  return [...cellPositions(rectOf(tab, source))]
    .filter(isShown)
    .map(([row, column]) => tab.rows[row]?.[column]);
}

const textOf = (book: Book, cell: WorkbookCell | undefined): string =>
  displayText(cell, book.properties.locale);
const numberOf = (cell: WorkbookCell | undefined): number | null => effectiveValue(cell)?.numberValue ?? null;
const isText = (cell: WorkbookCell | undefined): boolean => effectiveValue(cell)?.stringValue != null;
