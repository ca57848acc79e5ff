/**
 * A person's edit of cells: typed or pasted, refused by protections and strict choices, with the values for the triggers' event.
 * Not verified against Google: the fields of the event of an edit, by the kind of gesture, and that there is one where a text
 * is typed over itself.
 */
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
  /** Only for typing into one cell; null where the cell is empty. */
  value: string | null;
  /** Likewise, before the edit. */
  oldValue: string | null;
}

const isSameValue = (a: WorkbookCell | undefined, b: WorkbookCell | undefined): boolean =>
  JSON.stringify(a?.userEnteredValue) === JSON.stringify(b?.userEnteredValue);

/** The value in the form of events: dates are serial numbers. */
function eventValue(cell: WorkbookCell | undefined, locale: string): string | null {
  const value = effectiveValue(cell);
  if (!value) return null;
  return value.numberValue != null ? String(value.numberValue) : displayText(cell, locale);
}

/** Null when nothing was typed and nothing has changed. The edit is made completely or refused, with the message that a person sees. */
export function editCells(
  workbooks: Workbooks,
  { book, tab, rect: range }: ResolvedRange,
  values: readonly (readonly TypedValue[])[],
  how: 'typed' | 'pasted',
  email: string,
): CellEdit | null {
  const { sheetId } = tab.properties;
  const rect = {
    ...range,
    bottom: range.top + values.length,
    right: range.left + Math.max(1, ...values.map((row) => row.length)),
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
  const single = cells.length === 1 && how === 'typed';
  const isSame = cells.every(([row, column]) =>
    isSameValue(tab.rows[row]?.[column], after?.rows[row]?.[column]),
  );
  // The same text typed once more is an edit.
  if (isSame && !(single && values[0]?.[0])) return null;
  const { locale } = book.properties;
  return {
    rect,
    sheetId,
    value: single ? eventValue(after?.rows[rect.top]?.[rect.left], locale) : null,
    oldValue: single ? eventValue(tab.rows[rect.top]?.[rect.left], locale) : null,
  };
}

/** A protection that only warns refuses nobody. */
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

/** Refuses what breaks a strict choice from a list. For typing only: Google marks pasted values without refusing them. */
function refuseInvalid(book: Pick<Book, 'properties'>, tab: WorkbookTab, rect: Rect): void {
  for (let row = rect.top; row < rect.bottom; row++) {
    for (let column = rect.left; column < rect.right; column++) {
      const cell = tab.rows[row]?.[column];
      const rule = cell?.dataValidation;
      if (!rule?.strict || rule.condition?.type !== 'ONE_OF_LIST' || !cell?.userEnteredValue) continue;
      const text = displayText(cell, book.properties.locale);
      if (rule.condition.values?.some(({ userEnteredValue }) => userEnteredValue === text)) continue;
      const a1 = formatRect(tab, { top: row, left: column, bottom: row + 1, right: column + 1 });
      throw new SpreadsheetRefusal(
        400,
        'INVALID_ARGUMENT',
        rule.inputMessage ||
          `The data you entered in cell ${a1.slice(a1.lastIndexOf('!') + 1)} violates the data validation rules set on this cell.`,
      );
    }
  }
}
