/** What the page puts on `window.hachi`, for browser tests: cells of the active tab by their A1 notation. */
export interface PageHandle {
  /** Univer's facade. */
  api: unknown;
  /** The text that the cell shows. */
  text(a1: string): string;
  note(a1: string): string;
  /** The first selected row, counted from 0; null where nothing is selected. */
  selectedRow(): number | null;
  /** The cell's box in pixels of the window, after scrolling to it; null when it cannot be seen. */
  box(a1: string): { x: number; y: number; width: number; height: number } | null;
}
