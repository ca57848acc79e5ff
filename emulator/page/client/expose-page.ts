/** Puts the page's handle on `window.hachi`. */
import type { PageHandle } from '../page-handle';
import type { Grid } from './grid';

export function exposePage(grid: Grid): void {
  const hachi: PageHandle = {
    api: grid.api,
    text(a1) {
      const value = grid.api.getActiveWorkbook()?.getActiveSheet().getRange(a1).getValue();
      return value == null ? '' : String(value);
    },
    note(a1) {
      const { top, left } = grid.rectOf(a1);
      return grid.spreadsheet?.extras(grid.activeTab?.id ?? -1, top, left)?.note ?? '';
    },
    selectedRow: () => grid.selection[0]?.top ?? null,
    box(a1) {
      const { top, left } = grid.rectOf(a1);
      grid.scrollToCell(top, left);
      return grid.cellBox(top, left)?.toJSON() ?? null;
    },
  };
  Object.assign(window, { hachi });
}
