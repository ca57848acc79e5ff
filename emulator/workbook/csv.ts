/** A tab as a CSV file that Excel reads: UTF-8 with a byte order mark, CRLF, quotes as in RFC 4180. */

import { displayText, effectiveValue } from './cell-value';
import type { Book, WorkbookTab } from './model';

/** A text that a spreadsheet program would read as a formula: it gets an apostrophe, numbers do not. */
const FORMULA_LIKE = /^[=+\-@\t\r]/;

export function tabAsCsv(book: Book, tab: WorkbookTab): string {
  const lines = tab.rows.map((row) =>
    Array.from(row, (cell) => {
      const text = displayText(cell, book.properties.locale);
      const isNumber = effectiveValue(cell)?.numberValue != null;
      return FORMULA_LIKE.test(text) && !isNumber ? `'${text}` : text;
    }),
  );
  while (lines.length > 0 && lines[lines.length - 1]?.every((text) => text === '')) lines.pop();
  const width = Math.max(0, ...lines.map((line) => line.findLastIndex((text) => text !== '') + 1));
  const records = lines.map((line) =>
    Array.from({ length: width }, (_, column) => quoteCsv(line[column] ?? '')).join(','),
  );
  return `\uFEFF${records.map((record) => `${record}\r\n`).join('')}`;
}

const quoteCsv = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
