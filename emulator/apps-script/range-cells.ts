/** The cells of a `Range` on the host: read one by one, or changed one by one. */
import { normalizeCell } from '../workbook/draft';
import { cellPositions } from '../workbook/grid-range';
import type { WorkbookCell } from '../workbook/model';
import { refuseInTypedColumn } from '../workbook/requests/tables';
import type { Workbooks } from '../workbook/workbook';
import type { RangeAddress } from './protocol';
import { resolveRangeAddress } from './range-address';

/** What `extract` makes of each cell, row by row; `locale` and `zone` are the spreadsheet's. */
export function readEachCell<T>(
  workbooks: Workbooks,
  address: RangeAddress,
  extract: (cell: WorkbookCell, locale: string, zone: string) => T,
): T[][] {
  const { book, tab, rect } = resolveRangeAddress(workbooks, address);
  const { locale, timeZone } = book.properties;
  return Array.from({ length: rect.bottom - rect.top }, (_, i) => {
    const cells = tab.rows[rect.top + i] ?? [];
    return Array.from({ length: rect.right - rect.left }, (__, j) =>
      extract(cells[rect.left + j] ?? {}, locale, timeZone),
    );
  });
}

/** As `changeEachCell`, for what a table with types of columns keeps to itself. */
export function changeUntypedCells(...args: Parameters<typeof changeEachCell>): void {
  const { tab, rect } = resolveRangeAddress(args[0], args[1]);
  refuseInTypedColumn(tab, rect);
  changeEachCell(...args);
}

/** Puts in place of each cell what `change` makes of it; row and column count from the range's first cell, from 0. */
export function changeEachCell(
  workbooks: Workbooks,
  address: RangeAddress,
  change: (cell: WorkbookCell, row: number, column: number) => WorkbookCell,
): void {
  const { rect } = resolveRangeAddress(workbooks, address);
  workbooks.change(address.spreadsheetId, 'script', (draft) => {
    const tab = draft.edit(draft.grid(address.sheetId));
    for (const [row, column] of cellPositions(rect)) {
      const cell = tab.rows[row]?.[column] ?? {};
      draft.setCell(tab, row, column, normalizeCell(change(cell, row - rect.top, column - rect.left)));
    }
  });
}
