/** Splits the text of a list into records, each with the line where it starts. */
import { CsvError, parse } from 'csv-parse/sync';

export type Delimiter = ',' | '\t' | ';';

export interface WholeRecord {
  /** 1-based; where the record starts. */
  line: number;
  cells: string[];
}

interface BrokenRecord {
  line: number;
  broken: 'QUOTE_NOT_CLOSED' | 'QUOTE_MISPLACED';
}

export type ListRecord = WholeRecord | BrokenRecord;

const CR = 0x0d;
const LF = 0x0a;

/** The delimiter that the first line with text has most of, outside quotation marks. */
export function findDelimiter(text: string): Delimiter {
  const count: Record<Delimiter, number> = { ',': 0, '\t': 0, ';': 0 };
  let quoted = false;
  for (const character of text.replace(/^[\r\n]+/, '')) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') break;
    else if (character === ',' || character === '\t' || character === ';') count[character]++;
  }
  if (count['\t'] > count[',']) return '\t';
  return count[';'] > count[','] ? ';' : ',';
}

/**
 * Empty lines are no records. After a broken quotation mark reading goes on with the next line of the file, so
 * that one bad record does not take the good ones behind it along. Stops after `limit` records.
 */
export function readRecords(text: string, delimiter: Delimiter, limit: number): ListRecord[] {
  const bytes = Buffer.from(text);
  const lineAt = lineCounter(bytes);
  const records: ListRecord[] = [];
  let start = skipBreaks(bytes, 0);
  while (start < bytes.length && records.length < limit) {
    const base = start;
    const error = tryParse(bytes.subarray(base), delimiter, limit - records.length, (cells, end) => {
      records.push({ line: lineAt(start), cells });
      start = skipBreaks(bytes, base + end);
    });
    if (error === null) break;
    const broken = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'QUOTE_NOT_CLOSED' : 'QUOTE_MISPLACED';
    records.push({ line: lineAt(start), broken });
    start = skipBreaks(bytes, endOfLine(bytes, start));
  }
  return records;
}

/** The parser's own line count takes a CRLF inside quotation marks for two lines: its byte count is used. */
function tryParse(
  bytes: Buffer,
  delimiter: Delimiter,
  limit: number,
  onRecord: (cells: string[], end: number) => void,
): CsvError | null {
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      to: limit,
      on_record: (cells, { bytes: end }) => {
        onRecord(cells, end);
        return null;
      },
    });
    return null;
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}

function skipBreaks(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === CR || bytes[at] === LF) at++;
  return at;
}

function endOfLine(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== CR && bytes[at] !== LF) at++;
  return at;
}

/** Line of an offset; the offsets must be asked for in rising order. */
function lineCounter(bytes: Buffer): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (; at < offset; at++) {
      if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) line++;
    }
    return line;
  };
}
