/** A CSV file that Excel reads: UTF-8 with a byte order mark, CRLF, quotes as in RFC 4180, no formula. */
import { csvField } from './csv-field';

export const csvFile = (records: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${records
    .map((record) =>
      record.map((field) => csvField(String(field), typeof field === 'number' ? 'number' : 'text')),
    )
    .map((fields) => `${fields.join(',')}\r\n`)
    .join('')}`;
