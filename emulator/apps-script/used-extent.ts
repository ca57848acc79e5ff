/** How far a tab is filled. */
import type { WorkbookTab } from '../workbook/model';

/** The numbers of rows and columns up to the last value; 0 for an empty tab. */
export function usedExtent(tab: WorkbookTab): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  tab.rows.forEach((row, index) => {
    const last = row.findLastIndex((cell) => cell?.userEnteredValue !== undefined);
    if (last < 0) return;
    rows = index + 1;
    columns = Math.max(columns, last + 1);
  });
  return { rows, columns };
}
