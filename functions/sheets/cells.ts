/** Cells, colours and names of tabs as the Sheets API takes them. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';

export type SheetCell = sheets_v4.Schema$CellData;
export type SheetsRequest = sheets_v4.Schema$Request;

/** A cell that is always text, also where the value begins with "=". */
export const textCell = (value: string): SheetCell =>
  value === '' ? {} : { userEnteredValue: { stringValue: value } };
export const numberCell = (value: number): SheetCell => ({ userEnteredValue: { numberValue: value } });

/** The format with which texts that are entered by hand or by the script stay texts, too. */
export const TEXT_FORMAT: sheets_v4.Schema$NumberFormat = { type: 'TEXT' };

const enteredValue = ({ userEnteredValue }: SheetCell): string | number =>
  userEnteredValue?.stringValue ?? userEnteredValue?.numberValue ?? '';

/** Whether what stands in a tab, read as it was entered, is anything else than these cells. */
export const differsFromCells = (
  values: readonly (readonly unknown[])[],
  cells: readonly (readonly SheetCell[])[],
): boolean =>
  values.length !== cells.length ||
  cells.some((row, index) =>
    Array.from({ length: Math.max(row.length, values[index]?.length ?? 0) }).some(
      (_, column) => (values[index]?.[column] ?? '') !== enteredValue(row[column] ?? {}),
    ),
  );

/** `#rrggbb` */
export const colorStyle = (hex: string): sheets_v4.Schema$ColorStyle => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255,
  );
  return { rgbColor: { red, green, blue } };
};

export const HEADER_FORMAT: sheets_v4.Schema$CellFormat = {
  textFormat: { bold: true },
  backgroundColorStyle: { rgbColor: { red: 0.91, green: 0.94, blue: 0.98 } },
  wrapStrategy: 'WRAP',
};

/** The title, with an addition where another tab has it: Sheets takes no two titles that differ in their case alone. */
export const uniqueTitle = (title: string, otherTitles: readonly string[]): string =>
  otherTitles.some((other) => other.toLowerCase() === title.toLowerCase())
    ? uniqueTitle(`${title} (Hachi)`, otherTitles)
    : title;

/** A title as A1 notation takes it. */
export const quotedTitle = (title: string): string => `'${title.replaceAll("'", "''")}'`;

export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
