/** Where cells are in the browser's window, and scrolling them into sight. */
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from '@univerjs/preset-sheets-core';
import type { GridContext } from './grid-context';

/** Pixels that frozen rows and the scroll bar may cover at the upper and lower edge. */
const COVERED_ABOVE = 90;
const COVERED_BELOW = 60;

/** The cell's box in pixels of the window; null when it is not on the screen. */
export function cellBox(context: GridContext, row: number, column: number): DOMRect | null {
  const box = cellPlace(context, row, column);
  const { left, top, right, bottom } = context.container.getBoundingClientRect();
  const isSeen =
    box !== null && box.left >= left && box.left < right - 10 && box.top >= top && box.top < bottom - 10;
  return isSeen ? box : null;
}

/** The canvas of the cells and headings, which is the widest one. */
export const gridCanvas = ({ container }: GridContext): HTMLCanvasElement | undefined =>
  [...container.querySelectorAll('canvas')].sort((a, b) => b.width - a.width)[0];

/** The cell's box, even where it lies outside the window; null before anything is drawn. */
export function cellPlace(context: GridContext, row: number, column: number): DOMRect | null {
  const sheet = context.activeSheet();
  const offset = gridCanvas(context)?.getBoundingClientRect();
  if (!sheet || !offset) return null;
  const zoom = sheet.getZoom();
  const { x, y, width, height } = sheet.getRange(row, column).getCellRect();
  const scroll = paneScroll(context, row, column);
  return new DOMRect(
    offset.x + (x - scroll.x) * zoom,
    offset.y + (y - scroll.y) * zoom,
    width * zoom,
    height * zoom,
  );
}

/** How far the pane of the cell is scrolled, in pixels; frozen rows and columns do not scroll. */
function paneScroll(context: GridContext, row: number, column: number): { x: number; y: number } {
  const tab = context.activeTab();
  const renderer = context.univer.__getInjector().get(IRenderManagerService).getRenderById(context.unitId);
  const pane = renderer?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  return {
    x: column < (tab?.frozenColumns ?? 0) ? 0 : (pane?.viewportScrollX ?? 0),
    y: row < (tab?.frozenRows ?? 0) ? 0 : (pane?.viewportScrollY ?? 0),
  };
}

/** Scrolls only when the cell cannot be seen. */
export function scrollToCell(context: GridContext, row: number, column: number): void {
  const box = cellBox(context, row, column);
  const { left, top, right, bottom } = context.container.getBoundingClientRect();
  const tab = context.activeTab();
  const seesRow =
    row < (tab?.frozenRows ?? 0) ||
    (box !== null && box.top >= top + COVERED_ABOVE && box.bottom <= bottom - COVERED_BELOW);
  const seesColumn =
    column < (tab?.frozenColumns ?? 0) || (box !== null && box.left >= left && box.right <= right);
  if (!seesRow || !seesColumn) context.activeSheet()?.scrollToCell(row, column, 0);
}
