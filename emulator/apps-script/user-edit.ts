/** A person's edit of cells: what is typed or pasted, kept out where it may not be, and what a trigger is told of it. */
import { formatRect, type Rect } from '../workbook/a1';
import { displayText, effectiveValue } from '../workbook/cell-value';
import { contains, overlaps, rectOf } from '../workbook/grid-range';
import type { Book, WorkbookCell, WorkbookTab } from '../workbook/model';
import { SpreadsheetRefusal } from '../workbook/refusal';
import { writeValues } from '../workbook/values';
import type { Workbooks } from '../workbook/workbook';
import type { ResolvedRange } from './range-address';

/** Null and the empty text clear a cell. */
export type TypedValue = string | number | boolean | null;

interface CellEdit {
  rect: Rect;
  sheetId: number;
  /** For one cell that was typed into; null where the cell was or is empty. */
  value: string | null;
  oldValue: string | null;
}

const isSameValue = (a: WorkbookCell | undefined, b: WorkbookCell | undefined): boolean =>
  JSON.stringify(a?.userEnteredValue) === JSON.stringify(b?.userEnteredValue);

/** As events give values: dates as their serial number. */
function eventValue(cell: WorkbookCell | undefined, locale: string): string | null {
  const value = effectiveValue(cell);
  if (!value) return null;
  return value.numberValue != null ? String(value.numberValue) : displayText(cell, locale);
}

/** Null when nothing is other than before. Refused whole, in the words that a person sees, or done whole. */
export function editCells(
  workbooks: Workbooks,
  { book, tab, rect: asked }: ResolvedRange,
  values: readonly (readonly TypedValue[])[],
  how: 'typed' | 'pasted',
  email: string,
): CellEdit | null {
  const { sheetId } = tab.properties;
  const rect = {
    ...asked,
    bottom: asked.top + values.length,
    right: asked.left + Math.max(1, ...values.map((row) => row.length)),
  };
  refuseProtected(book, tab, rect, email);
  workbooks.change(book.spreadsheetId, 'user', (draft) => {
    writeValues(
      draft,
      { range: formatRect(tab, rect), values: values.map((row) => row.map((value) => value ?? '')) },
      'USER_ENTERED',
    );
    if (how === 'typed') refuseInvalid(draft.book, draft.grid(sheetId), rect);
  });
  const after = workbooks.get(book.spreadsheetId).tabs.find((each) => each.properties.sheetId === sheetId);
  const cells = values.flatMap((row, i) => row.map((_, j) => [rect.top + i, rect.left + j] as const));
  if (cells.every(([row, column]) => isSameValue(tab.rows[row]?.[column], after?.rows[row]?.[column])))
    return null;
  const single = cells.length === 1 && how === 'typed';
  const { locale } = book.properties;
  return {
    rect,
    sheetId,
    value: single ? eventValue(after?.rows[rect.top]?.[rect.left], locale) : null,
    oldValue: single ? eventValue(tab.rows[rect.top]?.[rect.left], locale) : null,
  };
}

/** A protection that only warns lets everybody through. */
function refuseProtected(book: Book, tab: WorkbookTab, rect: Rect, email: string): void {
  for (const protection of tab.protectedRanges) {
    const range =
      protection.range ??
      book.namedRanges.find(({ namedRangeId }) => namedRangeId === protection.namedRangeId)?.range;
    if (!range || protection.warningOnly || !overlaps(rectOf(tab, range), rect)) continue;
    const open = protection.unprotectedRanges ?? [];
    if (open.some((each) => contains(rectOf(tab, each), rect))) continue;
    if (protection.editors?.users?.includes(email)) continue;
    throw new SpreadsheetRefusal(
      403,
      'PERMISSION_DENIED',
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
  }
}

/** Strict choices from a list; what is pasted is only flagged by Google, not refused. */
function refuseInvalid(book: Pick<Book, 'properties'>, tab: WorkbookTab, rect: Rect): void {
  for (let row = rect.top; row < rect.bottom; row++) {
    for (let column = rect.left; column < rect.right; column++) {
      const cell = tab.rows[row]?.[column];
      const rule = cell?.dataValidation;
      if (!rule?.strict || rule.condition?.type !== 'ONE_OF_LIST' || !cell?.userEnteredValue) continue;
      const text = displayText(cell, book.properties.locale);
      if (rule.condition.values?.some(({ userEnteredValue }) => userEnteredValue === text)) continue;
      const where = formatRect(tab, { top: row, left: column, bottom: row + 1, right: column + 1 });
      throw new SpreadsheetRefusal(
        400,
        'INVALID_ARGUMENT',
        rule.inputMessage ||
          `The data you entered in cell ${where.slice(where.lastIndexOf('!') + 1)} violates the data validation rules set on this cell.`,
      );
    }
  }
}
