/** A tab as a CSV file that Excel reads: UTF-8 with a byte order mark, CRLF, quotes as in RFC 4180. */
import { csvField } from '../functions/domain/text/csv-field';
import { displayText, effectiveValue } from './workbook/cell-value';
import type { Book, WorkbookTab } from './workbook/model';

export function tabAsCsv(book: Book, tab: WorkbookTab): string {
  const lines = tab.rows.map((row) =>
    Array.from(row, (cell) => {
      const isNumber = effectiveValue(cell)?.numberValue != null;
      return csvField(displayText(cell, book.properties.locale), isNumber ? 'number' : 'text');
    }),
  );
  while (lines.length > 0 && lines[lines.length - 1]?.every((field) => field === '')) lines.pop();
  const width = Math.max(0, ...lines.map((line) => line.findLastIndex((field) => field !== '') + 1));
  const records = lines.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? ''));
  return `\uFEFF${records.map((record) => `${record.join(',')}\r\n`).join('')}`;
}
