/** Borders of cells. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { normalizeCell, type SpreadsheetDraft } from '../draft';
import { cellPositions, rectOf } from '../grid-range';

export function updateBorders(draft: SpreadsheetDraft, body: sheets_v4.Schema$UpdateBordersRequest): void {
  const before = draft.grid(body.range?.sheetId);
  const rect = rectOf(before, body.range ?? {});
  const tab = draft.edit(before);
  for (const [row, column] of cellPositions(rect)) {
    const sides = {
      top: row === rect.top ? body.top : body.innerHorizontal,
      bottom: row === rect.bottom - 1 ? body.bottom : body.innerHorizontal,
      left: column === rect.left ? body.left : body.innerVertical,
      right: column === rect.right - 1 ? body.right : body.innerVertical,
    };
    const cell = tab.rows[row]?.[column];
    const borders = { ...cell?.userEnteredFormat?.borders };
    for (const side of ['top', 'bottom', 'left', 'right'] as const) {
      const border = sides[side];
      if (border?.style === 'NONE') delete borders[side];
      else if (border) borders[side] = border;
    }
    const { borders: _, ...format } = cell?.userEnteredFormat ?? {};
    const userEnteredFormat = Object.keys(borders).length > 0 ? { ...format, borders } : format;
    draft.setCell(tab, row, column, normalizeCell({ ...cell, userEnteredFormat }));
  }
}
