/**
 * Splits the text of a list into records, each with the line where it starts. One pass, record by record, and never more cells of
 * a record, nor a longer cell, than a list can have: what a file of nothing but quotation marks or commas costs is what its text
 * costs.
 */

export type Delimiter = ',' | '\t' | ';' | '|';

/** Merged values beside a row by column, each with its line, counted from 1. */
export type MergedFromAbove = ReadonlyMap<number, { value: string; line: number }>;

export interface WholeRecord {
  /** 1-based; where the record starts. */
  line: number;
  cells: string[];
  /** Only in a table with merged cells. */
  merged?: MergedFromAbove;
}

interface BrokenRecord {
  line: number;
  broken: 'QUOTE_NOT_CLOSED' | 'QUOTE_MISPLACED' | 'ROW_TOO_WIDE' | 'CELL_TOO_LONG';
}

export type ListRecord = WholeRecord | BrokenRecord;

/** The widest exports of CRM systems have some hundred columns. */
const MAX_COLUMNS = 1000;
/** The longest texts of CRM systems have 131,072 characters, cells of Excel and Google Sheets far fewer. */
const MAX_CELL_LENGTH = 200_000;

const QUOTE = 0x22;
const EQUALS = 0x3d;
const CR = 0x0d;
const LF = 0x0a;

/**
 * Empty lines are no records. After a broken quotation mark reading goes on with the next line of the file, so
 * that one bad record does not take the good ones behind it along.
 */
export function* readRecords(text: string, delimiter: Delimiter): Generator<ListRecord, void, undefined> {
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === CR || code === LF) {
      at = behindBreak(text, at);
      line += 1;
      continue;
    }
    const { record, end, breaks } = readRecord(text, at, delimiter);
    yield 'cells' in record ? { line, cells: record.cells } : { line, broken: record.broken };
    line += breaks + 1;
    at = end;
  }
}

type Parsed = {
  record: { cells: string[] } | Pick<BrokenRecord, 'broken'>;
  /** Index after the line break that ends the record. */
  end: number;
  /** Number of line breaks inside it. */
  breaks: number;
};

function readRecord(text: string, start: number, delimiter: Delimiter): Parsed {
  const cells: string[] = [];
  const broken = (code: BrokenRecord['broken']): Parsed => ({
    record: { broken: code },
    end: behindBreak(text, endOfLine(text, start)),
    breaks: 0,
  });
  let at = start;
  let breaks = 0;
  while (true) {
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at);
      if (close === -1) return broken('QUOTE_NOT_CLOSED');
      const value = text.slice(at + 1, close);
      breaks += countBreaks(value);
      cells.push(value.includes('"') ? value.replaceAll('""', '"') : value);
      at = close + 1;
    } else if (text.charCodeAt(at) === EQUALS && text.charCodeAt(at + 1) === QUOTE) {
      // Programs write a number that has to stay text as ="0312345678"; the cell is the whole formula.
      const close = closingQuote(text, at + 1);
      if (close === -1) return broken('QUOTE_NOT_CLOSED');
      const formula = text.slice(at, close + 1);
      breaks += countBreaks(formula);
      cells.push(formula);
      at = close + 1;
    } else {
      const end = endOfPlainCell(text, at, delimiter);
      if (text.charCodeAt(end) === QUOTE) return broken('QUOTE_MISPLACED');
      if (end - at > MAX_CELL_LENGTH) return broken('CELL_TOO_LONG');
      cells.push(text.slice(at, end));
      at = end;
    }
    const isEnd = at >= text.length || isBreak(text.charCodeAt(at));
    if (isEnd) return { record: { cells }, end: behindBreak(text, at), breaks };
    if (text[at] !== delimiter) return broken('QUOTE_MISPLACED');
    if (cells.length >= MAX_COLUMNS) return broken('ROW_TOO_WIDE');
    at += 1;
  }
}

const isBreak = (code: number): boolean => code === CR || code === LF;

/** The index of the closing quotation mark; -1 where none follows within a cell's length. A doubled mark belongs to the value. */
function closingQuote(text: string, open: number): number {
  const last = open + MAX_CELL_LENGTH;
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && at <= last && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at <= last ? at : -1;
}

/** The index of the next delimiter, line break or quotation mark; a cell that is too long is not read to its end. */
function endOfPlainCell(text: string, start: number, delimiter: Delimiter): number {
  const separator = delimiter.charCodeAt(0);
  const last = Math.min(text.length, start + MAX_CELL_LENGTH + 1);
  let at = start;
  for (; at < last; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || code === QUOTE || isBreak(code)) break;
  }
  return at;
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBreak(text.charCodeAt(at))) at += 1;
  return at;
}

const behindBreak = (text: string, at: number): number =>
  text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;

/** CRLF counts as one line break. */
function countBreaks(value: string): number {
  let count = 0;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code === LF || (code === CR && value.charCodeAt(at + 1) !== LF)) count += 1;
  }
  return count;
}
