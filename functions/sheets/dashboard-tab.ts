/** The tab of the dashboard: each figure with what it counts, its table, and its chart beside it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { DASHBOARD_TAB } from '../domain/register/tabs';
import type {
  Dashboard,
  Figure,
  FigureChart,
  FigureKey,
  FigureRow,
  FigureUnit,
} from '../domain/statistics/dashboard';
import type { Text } from '../domain/text/text';
import {
  colorStyle,
  differsFromCells,
  HEADER_FORMAT,
  numberCell,
  type SheetCell,
  type SheetsRequest,
  textCell,
} from './cells';
import { chartRequests, type FigurePlace, isDrawn, lacksCharts } from './dashboard-charts';
import { BREAKDOWN_LINK, dashboardStamp, dashboardSummary, NOTHING_TO_COUNT } from './dashboard-tab-texts';
import type { TabContent } from './register-spreadsheet';
import type { TabPlace } from './replace-tab';
import { textLines } from './text-lines';
import { tabPageRequests } from './whole-tab';

export interface DashboardPage {
  dashboard: Dashboard;
  language: keyof Text;
  /** Links to the accounts of each figure that has some. */
  links: ReadonlyMap<FigureKey, string>;
}

/** Pixels: all of it fits a screen of 1440, and a page of A4 on its side. */
const WIDTHS = { label: 250, values: 693, gap: 12, chart: 400 };
/** A table of fewer columns keeps the width of its numbers. */
const MIN_VALUE_COLUMNS = 11;
const ROW_HEIGHT = 21;
/** Rows of the tab that a chart is high; one of bars on their sides grows with them. */
const CHART_ROWS = 14;
const LEGEND_ROWS = 3;
const BAR_MARGIN_ROWS = 6;
/** Letters of a heading in a line of its column: Sheets would break a Japanese one within its words. */
const HEADING_WIDTH = 10;
/** Letters of the explanation in a line beside the chart. */
const LINE_WIDTH = 146;

const BOLD: SheetCell['userEnteredFormat'] = { textFormat: { bold: true } };
const TITLE: SheetCell['userEnteredFormat'] = { textFormat: { bold: true, fontSize: 12 } };
const SMALL: SheetCell['userEnteredFormat'] = {
  textFormat: { fontSize: 9, foregroundColorStyle: colorStyle('#5f6368') },
};
const COLUMN_HEAD: SheetCell['userEnteredFormat'] = {
  ...HEADER_FORMAT,
  textFormat: { bold: true, fontSize: 8 },
  horizontalAlignment: 'RIGHT',
};
const PATTERNS: Readonly<Record<Exclude<FigureUnit, 'text'>, string>> = {
  accounts: '#,##0',
  checks: '#,##0',
  times: '#,##0',
  percent: '0.0"%"',
  days: '#,##0.0',
  yen: '"¥"#,##0',
};

const styled = (value: string, userEnteredFormat: sheets_v4.Schema$CellFormat | undefined): SheetCell => ({
  ...textCell(value),
  ...(userEnteredFormat && { userEnteredFormat }),
});

/** The cell of a value in its unit; empty where there is no value. */
export const unitCell = (value: number | string | null, unit: FigureUnit): SheetCell => {
  if (value === null) return {};
  if (typeof value === 'string' || unit === 'text') return textCell(String(value));
  return {
    ...numberCell(value),
    userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: PATTERNS[unit] } },
  };
};

/** A figure with its rows of the tab; the next one follows behind them. */
interface Block {
  figure: Figure;
  cells: SheetCell[][];
  /** Index of the row of headings, within the block. */
  headRow: number;
  chartRows: number;
}

const tableRow = ({ columns }: Figure, { label, values }: FigureRow, language: keyof Text): SheetCell[] => [
  styled(label[language], { wrapStrategy: 'WRAP' }),
  ...columns.map(({ unit }, index) => unitCell(values[index] ?? null, unit)),
];

const rowsOfChart = ({ type, columns }: FigureChart, rows: number): number =>
  type === 'BAR'
    ? Math.max(CHART_ROWS, rows + BAR_MARGIN_ROWS)
    : CHART_ROWS + (columns.length > 1 ? LEGEND_ROWS : 0);

const heading = (title: string): string => textLines(title, HEADING_WIDTH).join('\n');

const blockOf = (figure: Figure, { language, links }: DashboardPage): Block => {
  const { title, explanation, columns, rows, chart } = figure;
  const uri = links.get(figure.key);
  const head = [
    [styled(title[language], TITLE)],
    ...textLines(explanation[language], LINE_WIDTH).map((line) => [styled(line, SMALL)]),
    ...(uri === undefined
      ? []
      : [[styled(BREAKDOWN_LINK[language], { textFormat: { fontSize: 9, link: { uri } } })]]),
  ];
  const table =
    rows.length === 0
      ? [[styled(NOTHING_TO_COUNT[language], SMALL)]]
      : [
          [
            styled('', COLUMN_HEAD),
            ...columns.map((column) => styled(heading(column.title[language]), COLUMN_HEAD)),
          ],
          ...rows.map((row) => tableRow(figure, row, language)),
        ];
  const chartRows = chart !== null && isDrawn(figure) ? rowsOfChart(chart, rows.length) : 0;
  const cells = [...head, ...table];
  const padding = Math.max(1, chartRows + 1 - cells.length);
  return {
    figure,
    cells: [...cells, ...Array.from({ length: padding }, () => [])],
    headRow: head.length,
    chartRows,
  };
};

/** Marks the rows of each figure in a hidden column, and the one behind them: it begins where its first row that is left stands. */
const MARK = 'figure:';
const END = `${MARK}end`;

interface Start {
  mark: string;
  /** Index of its first row. */
  row: number;
}

const layoutOf = (page: DashboardPage) => {
  const { dashboard, language } = page;
  const { figures, today, since, madeAt } = dashboard;
  const valueColumns = Math.max(MIN_VALUE_COLUMNS, ...figures.map(({ columns }) => columns.length));
  const chartColumn = valueColumns + 2;
  const markColumn = chartColumn + 1;
  const head = [
    [styled(dashboardSummary(today, since)[language], BOLD)],
    [styled(dashboardStamp(madeAt)[language], SMALL)],
    [],
  ];
  const blocks = figures.map((figure) => blockOf(figure, page));
  const cells: SheetCell[][] = [...head];
  const starts: Start[] = [];
  const places: FigurePlace[] = [];
  for (const { figure, cells: rows, headRow, chartRows } of blocks) {
    const start = cells.length;
    const mark = MARK + figure.key;
    starts.push({ mark, row: start });
    places.push({
      headRow: start + headRow,
      chart: {
        row: start,
        column: chartColumn,
        width: WIDTHS.chart - 8,
        height: chartRows * ROW_HEIGHT - 6,
      },
    });
    cells.push(...rows.map((row) => withCell(row, markColumn, textCell(mark))));
  }
  starts.push({ mark: END, row: cells.length });
  cells.push(withCell([], markColumn, textCell(END)));
  const columns = [
    { width: WIDTHS.label },
    ...Array.from({ length: valueColumns }, () => ({ width: Math.floor(WIDTHS.values / valueColumns) })),
    { width: WIDTHS.gap },
    { width: WIDTHS.chart },
    { width: WIDTHS.label, isHidden: true },
  ];
  return { cells, columns, starts, places };
};

const withCell = (row: readonly SheetCell[], column: number, cell: SheetCell): SheetCell[] => [
  ...Array.from({ length: column }, (_, index) => row[index] ?? {}),
  cell,
];

/** Where the figures begin in the tab as it stands. */
const startsIn = ({ values }: TabContent): Start[] =>
  values
    .map((cells, row) => ({
      mark: String(cells.find((cell) => typeof cell === 'string' && cell.startsWith(MARK)) ?? ''),
      row,
    }))
    .filter(({ mark }, row, all) => mark !== '' && all.findIndex((other) => other.mark === mark) === row);

/**
 * Rows that a figure has more or fewer than before come and go at its end: so the charts of those below stay beside them, and one that
 * people have moved stays where they have put it. Also where somebody has inserted or deleted rows; none where figures have changed places.
 */
const shiftRequests = (before: readonly Start[], after: readonly Start[]): SheetsRequest[] => {
  const hasMark =
    (starts: readonly Start[]) =>
    ({ mark }: Start): boolean =>
      starts.some((start) => start.mark === mark);
  const [from, to] = [before.filter(hasMark(after)), after.filter(hasMark(before))];
  if (from.some(({ mark }, index) => mark !== to[index]?.mark)) return [];
  const gap = (starts: readonly Start[], index: number): number =>
    (starts[index]?.row ?? 0) - (starts[index - 1]?.row ?? 0);
  const shifts = from.map(({ row: end }, index) => ({ end, by: gap(to, index) - gap(from, index) }));
  return shifts.reverse().flatMap(({ end, by }): SheetsRequest[] => {
    const rows = { sheetId: DASHBOARD_TAB, dimension: 'ROWS' };
    if (by > 0) return [{ insertDimension: { range: { ...rows, startIndex: end, endIndex: end + by } } }];
    if (by < 0) return [{ deleteDimension: { range: { ...rows, startIndex: end + by, endIndex: end } } }];
    return [];
  });
};

/** The requests that write the tab; none where it says all of it already. `newTab` is for a missing tab; `charts` are those of the spreadsheet. */
export const dashboardTabRequests = (
  tab: TabContent | null,
  newTab: TabPlace,
  charts: ReadonlySet<number>,
  page: DashboardPage,
): SheetsRequest[] => {
  const { figures } = page.dashboard;
  const { cells, columns, starts, places } = layoutOf(page);
  if (tab !== null && !lacksCharts(figures, charts) && !differsFromCells(tab.values, cells)) return [];
  return [
    ...(tab === null ? [] : shiftRequests(startsIn(tab), starts)),
    ...tabPageRequests(
      { sheetId: DASHBOARD_TAB, add: tab === null ? newTab : null, renameTo: null },
      { cells, columns, frozenRows: 2, frozenColumns: 0, hiddenRow: null },
    ),
    ...figures.flatMap((figure, index) => {
      const place = places[index];
      return place === undefined ? [] : chartRequests(figure, place, charts, page.language);
    }),
  ];
};
