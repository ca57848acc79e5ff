/** Prints the whole tab as a table, fitted to the paper's width as Google does, since the grid only shows a part of it. */
import type { CellView, ChartView, TabView, UniverStyle } from '../protocol';
import type { ChartLayer } from './chart-layer';
import { element } from './element';
import { cellViewText, type SpreadsheetModel } from './spreadsheet-model';
import { COLUMN_WIDTH, ROW_HEIGHT } from './univer-workbook';

/** Pixels between the margins of A4 landscape, as set in page.css. */
const PAPER_WIDTH = 1_047;
const FONT_POINTS = 10;
const WRAPPED = 3;
const HORIZONTAL = ['', 'left', 'center', 'right'];
const VERTICAL = ['', 'top', 'middle', 'bottom'];

interface PrintedTab {
  spreadsheet: SpreadsheetModel;
  tab: TabView;
  picture: ChartLayer['picture'];
}

/** Rows and columns that are hidden or filtered away are left out; the frozen rows stand on each page, and a chart on one. */
function printTable({ spreadsheet, tab, picture }: PrintedTab): HTMLTableElement {
  const used = usedSize(spreadsheet, tab);
  const columns = shown(used.columns, tab.hiddenColumns);
  const rows = shown(used.rows, [...tab.hiddenRows, ...tab.filteredRows]);
  const widths = columns.map((column) => tab.widths[String(column)] ?? COLUMN_WIDTH);
  const width = widths.reduce((sum, each) => sum + each, 0);
  const scale = Math.min(1, PAPER_WIDTH / width);
  const columnElements = widths.map((each) => element('col', { style: `width: ${(100 * each) / width}%` }));
  const leftOf = ({ anchor }: ChartView): number =>
    widths.reduce((left, each, at) => left + ((columns[at] ?? 0) < anchor.column ? each : 0), anchor.x);
  const printRows = (from: readonly number[]): HTMLTableRowElement[] =>
    from.map((row) => {
      const printed = printRow(spreadsheet.row(tab.id, row), columns, spreadsheet.styles);
      printed.style.height = `${ROW_HEIGHT * scale}px`;
      for (const chart of tab.charts) {
        if (chart.anchor.row === row)
          printed.cells[0]?.append(...printChart(chart, leftOf(chart), scale, picture));
        if (row >= chart.anchor.row && row < lastRowOf(chart)) printed.style.breakAfter = 'avoid';
      }
      return printed;
    });
  return element(
    'table',
    { style: `width: ${width * scale}px; font-size: ${FONT_POINTS * scale}pt` },
    element('colgroup', {}, ...columnElements),
    element('thead', {}, ...printRows(rows.filter((row) => row < tab.frozenRows))),
    element('tbody', {}, ...printRows(rows.filter((row) => row >= tab.frozenRows))),
  );
}

/** Placed over the cells as on the screen; `left` is the distance from the first column in screen pixels. */
function printChart(
  chart: ChartView,
  left: number,
  scale: number,
  picture: ChartLayer['picture'],
): HTMLImageElement[] {
  const src = picture(chart);
  if (src === null) return [];
  const place = { left, top: chart.anchor.y, width: chart.width, height: chart.height };
  const style = Object.entries(place).map(([name, pixels]) => `${name}: ${pixels * scale}px`);
  return [element('img', { src, alt: chart.title, style: style.join('; ') })];
}

/** The last row under the chart, with rows of the default height. */
const lastRowOf = ({ anchor, height }: ChartView): number =>
  anchor.row + Math.ceil((anchor.y + height) / ROW_HEIGHT) - 1;

/** Rows and columns up to the last text or chart; those behind have only formats. */
function usedSize({ row, length }: SpreadsheetModel, tab: TabView): { rows: number; columns: number } {
  const used = {
    rows: Math.max(0, ...tab.charts.map((chart) => lastRowOf(chart) + 1)),
    columns: Math.max(0, ...tab.charts.map(({ anchor }) => anchor.column + 1)),
  };
  for (let index = 0; index < length(tab.id); index += 1) {
    const last = row(tab.id, index).findLastIndex((cell) => cellViewText(cell) !== '');
    if (last >= 0) used.rows = Math.max(used.rows, index + 1);
    used.columns = Math.max(used.columns, last + 1);
  }
  return used;
}

const shown = (size: number, hidden: readonly number[]): number[] => {
  const left = new Set(hidden);
  return Array.from({ length: size }, (_, index) => index).filter((index) => !left.has(index));
};

function printRow(
  cells: readonly CellView[],
  columns: readonly number[],
  styles: readonly UniverStyle[],
): HTMLTableRowElement {
  const row = element('tr');
  for (let at = 0; at < columns.length; ) {
    const cell = cells[columns[at] ?? 0];
    const style = styleOf(cell, styles);
    const isPlain = style.tb !== WRAPPED && style.bg === undefined && style.ht === undefined;
    const span = isPlain ? overflowOf(cells, columns.slice(at)) : 1;
    row.append(element('td', { colspan: String(span), style: cssOf(style) }, cellViewText(cell)));
    at += span;
  }
  return row;
}

const styleOf = (cell: CellView | undefined, styles: readonly UniverStyle[]): UniverStyle =>
  (Array.isArray(cell) ? styles[cell[1]] : undefined) ?? {};

/** How far an unwrapped text reaches over empty cells behind it. */
const overflowOf = (cells: readonly CellView[], [first = 0, ...behind]: readonly number[]): number => {
  if (cellViewText(cells[first]) === '') return 1;
  const next = behind.findIndex((column) => cellViewText(cells[column]) !== '');
  return 1 + (next < 0 ? behind.length : next);
};

const colourOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'rgb' in value ? String(value.rgb) : undefined;

function cssOf({ bg, cl, bl, fs, ht, vt }: UniverStyle): string {
  const parts = {
    background: colourOf(bg),
    color: colourOf(cl),
    // Scaled with the table.
    'font-size': typeof fs === 'number' ? `${fs / FONT_POINTS}em` : undefined,
    'font-weight': bl === 1 ? 'bold' : undefined,
    'text-align': HORIZONTAL[Number(ht ?? 0)],
    'vertical-align': VERTICAL[Number(vt ?? 0)],
  };
  return Object.entries(parts)
    .flatMap(([name, value]) => (value ? `${name}: ${value}` : []))
    .join('; ');
}

/** Fills the element while the browser prints. `current` is null before the first spreadsheet. */
export function preparePrinting(into: HTMLElement, current: () => PrintedTab | null): void {
  addEventListener('beforeprint', () => {
    const printed = current();
    into.replaceChildren(...(printed === null ? [] : [printTable(printed)]));
  });
  addEventListener('afterprint', () => into.replaceChildren());
}
