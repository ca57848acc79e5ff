/** A tab as a CSV file that Excel opens well: UTF-8 with a byte order mark, CRLF, quotes as in RFC 4180. */
import type { Book, Tab } from './model';
import { effectiveValue, shownText } from './shown-value';

/** A text that a spreadsheet program would take for a formula; numbers are left as they are. */
const RISKY = /^[=+\-@\t\r]/;

export function tabAsCsv(book: Book, tab: Tab): string {
  const lines = tab.rows.map((row) =>
    Array.from(row, (cell) => {
      const text = shownText(cell, book.properties.locale);
      const isNumber = effectiveValue(cell)?.numberValue != null;
      return RISKY.test(text) && !isNumber ? `'${text}` : text;
    }),
  );
  while (lines.length > 0 && lines[lines.length - 1]?.every((text) => text === '')) lines.pop();
  const width = Math.max(0, ...lines.map((line) => line.findLastIndex((text) => text !== '') + 1));
  const records = lines.map((line) =>
    Array.from({ length: width }, (_, column) => quoted(line[column] ?? '')).join(','),
  );
  return `\uFEFF${records.map((record) => `${record}\r\n`).join('')}`;
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
