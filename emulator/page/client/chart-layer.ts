/** The charts of the active tab above its cells; they follow scrolling, zooming, resizing and changes. */
import type { ChartView } from '../protocol';
import { cellPlace, gridCanvas } from './cell-position';
import { type ChartDrawing, drawChart } from './chart-drawing';
import { element } from './element';
import type { GridContext } from './grid-context';
import { HEADINGS } from './univer-workbook';

interface DrawnChart {
  box: HTMLElement;
  /** A description of what is drawn, for comparison. */
  content: string;
  drawing: ChartDrawing;
}

export interface ChartLayer {
  /** Draws the present spreadsheet in the next frame. */
  redraw: () => void;
  /** The data URL of the drawn chart; null where it is not drawn. */
  picture: (chart: ChartView) => string | null;
}

export function openChartLayer(context: GridContext): ChartLayer {
  const layer = element('div', { id: 'charts' });
  context.container.after(layer);
  const drawn = new Map<string, DrawnChart>();
  let isWaiting = false;

  const keyOf = ({ id }: ChartView): string => `${context.unitId} ${id}`;

  const redraw = (): void => {
    isWaiting = false;
    const charts = new Map((context.activeTab()?.charts ?? []).map((chart) => [keyOf(chart), chart]));
    for (const key of [...drawn.keys()]) if (!charts.has(key)) remove(key);
    if (charts.size === 0) return;
    placeLayer(context, layer);
    for (const [key, chart] of charts) placeChart(context, layer, drawnChart(key, chart).box, chart);
  };
  const remove = (key: string): void => {
    drawn.get(key)?.drawing.destroy();
    drawn.get(key)?.box.remove();
    drawn.delete(key);
  };
  const drawnChart = (key: string, chart: ChartView): DrawnChart => {
    const { anchor: _, ...shown } = chart;
    const content = JSON.stringify(shown);
    const before = drawn.get(key);
    if (before?.content === content) return before;
    remove(key);
    const canvas = element('canvas');
    const box = element('div', { class: 'chart' }, canvas);
    box.style.width = `${chart.width}px`;
    box.style.height = `${chart.height}px`;
    layer.append(box);
    const next = { box, content, drawing: drawChart(canvas, chart) };
    drawn.set(key, next);
    return next;
  };
  const redrawSoon = (): void => {
    if (!isWaiting) requestAnimationFrame(redraw);
    isWaiting = true;
  };
  // Cells move on the screen only by a command of Univer or a change of its size.
  context.commands.onCommandExecuted(redrawSoon);
  new ResizeObserver(redrawSoon).observe(context.container);
  return {
    redraw: redrawSoon,
    picture: (chart) => drawn.get(keyOf(chart))?.box.querySelector('canvas')?.toDataURL() ?? null,
  };
}

/** Covers the scrolling cells and clips what reaches beyond them. */
function placeLayer(context: GridContext, layer: HTMLElement): void {
  const tab = context.activeTab();
  const canvas = gridCanvas(context)?.getBoundingClientRect();
  if (!tab || !canvas) return;
  const { frozenRows, frozenColumns } = tab;
  const zoom = context.activeSheet()?.getZoom() ?? 1;
  const frozen = cellPlace(context, Math.max(0, frozenRows - 1), Math.max(0, frozenColumns - 1));
  const left = frozen && frozenColumns > 0 ? frozen.right : canvas.left + HEADINGS.width * zoom;
  const top = frozen && frozenRows > 0 ? frozen.bottom : canvas.top + HEADINGS.height * zoom;
  layer.style.left = `${left}px`;
  layer.style.top = `${top}px`;
  layer.style.width = `${Math.max(0, canvas.right - left)}px`;
  layer.style.height = `${Math.max(0, canvas.bottom - top)}px`;
}

/** Scales the chart as a picture, so that its text keeps its size relative to the cells. */
function placeChart(context: GridContext, layer: HTMLElement, box: HTMLElement, { anchor }: ChartView): void {
  const cell = cellPlace(context, anchor.row, anchor.column);
  if (!cell) return;
  const zoom = context.activeSheet()?.getZoom() ?? 1;
  const { left, top } = layer.getBoundingClientRect();
  const [x, y] = [cell.left - left + anchor.x * zoom, cell.top - top + anchor.y * zoom];
  box.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
}
