/** The person's actions that the grid reports. */
import type { Rect } from '../../workbook/a1';
import type { SheetEdit } from './edits';

export interface GridListener {
  edited(edit: SheetEdit): void;
  /** On the active tab. */
  selected(sheetId: number, rects: readonly Rect[]): void;
  /** The pointer is over a cell. */
  hovered(sheetId: number, row: number, column: number, box: DOMRect): void;
  /** The values of a filter's column that are to be shown; null stands for all. */
  filtered(sheetId: number, column: number, shown: readonly string[] | null): void;
  /** `count` columns from `column` on; the width is in pixels. */
  resized(sheetId: number, column: number, width: number, count: number): void;
  /** The person has tried something that only Google's own page can do. */
  refused(): void;
}
