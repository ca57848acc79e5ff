/** What the page puts on `window.hachi`, for tests and the curious: cells of the active tab by their A1 notation. */
export interface PageHandle {
  /** Univer's facade. */
  api: unknown;
  /** As the cell shows it. */
  text(a1: string): string;
  note(a1: string): string;
  /** Where the cell is in the window, brought into sight first; null when it cannot be seen. */
  box(a1: string): { x: number; y: number; width: number; height: number } | null;
}
