/** Values as a script enters them: as if somebody typed them. */
import { formatRect, type Rect } from '../workbook/a1';
import { normalizeCell, type SpreadsheetDraft } from '../workbook/draft';
import { writeValues } from '../workbook/values';
import { isMidnight, serialOfInstant } from './cell-dates';
import type { ScriptCellValue } from './protocol';

/** A text may be a number, date or formula, an empty text clears the cell. Dates get a format. */
export function enterTypedValues(
  draft: SpreadsheetDraft,
  sheetId: number,
  rect: Rect,
  rows: readonly (readonly ScriptCellValue[])[],
): void {
  const zone = draft.book.properties.timeZone;
  const tab = draft.grid(sheetId);
  const plain = rows.map((row) =>
    row.map((value) => (typeof value === 'object' ? serialOfInstant(value.date, zone) : value)),
  );
  writeValues(draft, { range: formatRect(tab, rect), values: plain }, 'USER_ENTERED');
  const edited = draft.edit(draft.grid(sheetId));
  rows.forEach((row, i) => {
    row.forEach((value, j) => {
      const cell = edited.rows[rect.top + i]?.[rect.left + j];
      if (typeof value !== 'object' || cell?.userEnteredFormat?.numberFormat) return;
      const type = isMidnight(value.date, zone) ? 'DATE' : 'DATE_TIME';
      const userEnteredFormat = { ...cell?.userEnteredFormat, numberFormat: { type } };
      draft.setCell(edited, rect.top + i, rect.left + j, normalizeCell({ ...cell, userEnteredFormat }));
    });
  });
}
