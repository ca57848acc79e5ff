/** What the grid reports of the person's doings. */
import type { Rect } from '../../workbook/a1';
import type { SheetEdit } from './edits';

export interface GridListener {
  edited(edit: SheetEdit): void;
  /** Of the active tab. */
  selected(sheetId: number, rects: readonly Rect[]): void;
  /** The pointer is over a cell. */
  hovered(sheetId: number, row: number, column: number, box: DOMRect): void;
  filtered(sheetId: number, column: number, shown: readonly string[] | null): void;
  resized(sheetId: number, column: number, width: number, count: number): void;
  /** Something that only Google's own page can do. */
  refused(): void;
}
