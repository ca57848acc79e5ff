/** Reads a list of companies (CSV or TSV, as a person exports it) into rows with known fields, and names what is wrong. */
import {
  findMisplacedColumns,
  type ListMapping,
  looksLikeData,
  type MappedColumn,
  mapColumns,
} from './columns';
import { type Delimiter, findDelimiter, type ListRecord, readRecords, type WholeRecord } from './csv-records';
import { decodeList, type ListEncoding } from './decode-list';
import type { ListField } from './list-headers';
import { type ListProblem, listProblem } from './list-problems';

export interface ListRow {
  /** 1-based line of the file where the record starts. */
  line: number;
  /** Without the fields that are empty; spaces around a value are gone, the rest is as it stands in the file. */
  values: Partial<Record<ListField, string>>;
}

export interface ReadColumn extends MappedColumn {
  /** Its first values, so that a person sees what it is. */
  samples: string[];
}

export interface CompanyList {
  /** `sheet`: a tab of a spreadsheet. */
  encoding: ListEncoding | 'mixed' | 'unknown' | 'sheet';
  delimiter: Delimiter;
  header: string[];
  columns: ReadColumn[];
  /** The good rows; a row with a problem is not among them. */
  rows: ListRow[];
  /** Those of the whole file first, then by line. */
  problems: ListProblem[];
}

const MAX_ROWS = 100_000;

export interface ListReadOptions {
  mapping?: ListMapping;
  /** The first row is a company already: the columns are known by position only. */
  noHeader?: boolean;
}

/** A pure function of its input. What is wrong is in `problems`, whatever the bytes: it throws nothing. */
export function readCompanyList(bytes: Uint8Array, options: ListReadOptions = {}): CompanyList {
  const decoded = decodeList(bytes);
  if ('problem' in decoded) {
    return { ...emptyList(decoded.encoding, ','), problems: [decoded.problem] };
  }
  const { encoding, text, cut } = decoded;
  const list = emptyList(encoding, findDelimiter(text));
  const records = readRecords(text, list.delimiter, MAX_ROWS + 2);
  const isCut = (last: ListRecord): boolean => cut || endsInside(last, list, text);
  return fillList(list, records, options, isCut);
}

/** A table of cells, as a tab of a spreadsheet has it: rows may lack the empty cells at their end. */
export function readTable(rows: readonly (readonly string[])[], options: ListReadOptions = {}): CompanyList {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const records = rows
    .map(
      (row, index): WholeRecord => ({
        line: index + 1,
        cells: Array.from({ length: width }, (_, column) => row[column] ?? ''),
      }),
    )
    .filter((record) => !isBlank(record))
    .slice(0, MAX_ROWS + 2);
  return fillList(emptyList('sheet', '\t'), records, options, () => false);
}

function fillList(
  list: CompanyList,
  records: readonly ListRecord[],
  { mapping = {}, noHeader = false }: ListReadOptions,
  isCut: (last: ListRecord) => boolean,
): CompanyList {
  const isTooLong = records.length > MAX_ROWS + 1;
  const whole = records.filter((record) => !isBlank(record));
  const [first] = whole;
  if (!first || 'broken' in first) {
    list.problems.push(first ? listProblem(first.line, first.broken) : listProblem(null, 'LIST_EMPTY'));
    return list;
  }
  const rest = noHeader ? whole : whole.slice(1);
  readHeader(list, noHeader ? { ...first, cells: first.cells.map(() => '') } : first, mapping);
  readSamples(list, rest);
  if (!list.columns.some(({ field }) => field === 'name')) {
    const code = !noHeader && looksLikeData(first.cells) ? 'LIST_HEADER_MISSING' : 'LIST_NO_NAME_COLUMN';
    list.problems.push(listProblem(first.line, code, list.header.join(' / ')));
    return list;
  }
  if (isTooLong) list.problems.push(listProblem(null, 'LIST_TOO_LONG'));
  else if (rest.length === 0) list.problems.push(listProblem(null, 'LIST_EMPTY'));

  const last = isTooLong ? undefined : rest.at(-1);
  for (const record of rest.slice(0, MAX_ROWS)) readRow(list, record, record === last && isCut(record));
  const values = list.rows.map((row) => row.values);
  list.problems.push(...findMisplacedColumns(list.columns, values, first.line));
  list.problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return list;
}

const MAX_SAMPLES = 3;
const MAX_SAMPLE_LENGTH = 60;

/** The first values of each column, one of a kind. */
function readSamples(list: CompanyList, records: readonly ListRecord[]): void {
  for (const record of records.slice(0, 200)) {
    if ('broken' in record) continue;
    list.columns.forEach(({ samples }, index) => {
      const value = trim(record.cells[index] ?? '').slice(0, MAX_SAMPLE_LENGTH);
      if (value !== '' && samples.length < MAX_SAMPLES && !samples.includes(value)) samples.push(value);
    });
  }
}

const emptyList = (encoding: CompanyList['encoding'], delimiter: Delimiter): CompanyList => ({
  encoding,
  delimiter,
  header: [],
  columns: [],
  rows: [],
  problems: [],
});

function readHeader(list: CompanyList, { line, cells }: WholeRecord, mapping: ListMapping): void {
  list.header = cells.map(trim);
  const { columns, problems } = mapColumns(list.header, mapping, line);
  list.columns = columns.map((column) => ({ ...column, samples: [] }));
  list.problems.push(...problems, ...badCharacters(line, cells, list.header));
}

function readRow(list: CompanyList, record: ListRecord, isCut: boolean): void {
  const { line } = record;
  if (isCut) list.problems.push(listProblem(line, 'CUT'));
  else if ('broken' in record) list.problems.push(listProblem(line, record.broken));
  else if (record.cells.length !== list.header.length) {
    list.problems.push(listProblem(line, 'ROW_TORN', `${record.cells.length} / ${list.header.length}`));
  } else {
    const values = valuesOf(record.cells, list.columns);
    const found = badCharacters(line, record.cells, list.header);
    if (values.name === undefined) found.push(listProblem(line, 'ROW_NO_NAME'));
    else if (list.encoding === 'sheet' && SHEET_ERROR.test(values.name))
      found.push(listProblem(line, 'SHEET_ERROR', values.name));
    if (found.length === 0) list.rows.push({ line, values });
    list.problems.push(...found);
  }
}

/** Spreadsheets export the formatted but empty rows below a table: no company, and no problem. */
const isBlank = (record: ListRecord): boolean =>
  'cells' in record && record.cells.every((cell) => trim(cell) === '');

/** Whether the text ends inside its last record: without a line break, and with something of the record lacking. */
function endsInside(last: ListRecord, { header, delimiter }: CompanyList, text: string): boolean {
  if (/[\r\n]$/.test(text)) return false;
  if ('broken' in last) return last.broken === 'QUOTE_NOT_CLOSED';
  // Who puts the last header in quotation marks does so with an empty last value too.
  const lacksLastValue = text.endsWith(delimiter) && /^[\r\n]*[^\r\n]*"[\r\n]/.test(text);
  return lacksLastValue || last.cells.length < header.length;
}

/** What Google Sheets shows instead of a value. */
const SHEET_ERROR = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!)$/;

const BAD_CHARACTERS = [
  { code: 'CONTROL_CHARACTER', pattern: /[^\P{Cc}\t\r\n]/u },
  { code: 'ENCODING_BROKEN', pattern: /\ufffd/u },
  { code: 'PRIVATE_CHARACTER', pattern: /\p{Co}/u },
] as const;

/** Every cell is looked at, read or not: such a character says that the whole row has been through something. */
const badCharacters = (line: number, cells: readonly string[], header: readonly string[]): ListProblem[] =>
  BAD_CHARACTERS.flatMap(({ code, pattern }) => {
    const where = header.filter((_, index) => pattern.test(cells[index] ?? ''));
    return where.length === 0 ? [] : [listProblem(line, code, where.join(', '))];
  });

function valuesOf(cells: readonly string[], columns: readonly MappedColumn[]): ListRow['values'] {
  const values: ListRow['values'] = {};
  columns.forEach(({ field }, index) => {
    const value = trim(cells[index] ?? '');
    if (field && value !== '') values[field] = value;
  });
  return values;
}

/** Outer ASCII and ideographic spaces only; a pattern would be slow on a long run of spaces inside. */
function trim(value: string): string {
  const isSpace = (at: number): boolean => value[at] === ' ' || value[at] === '\u3000';
  let start = 0;
  let end = value.length;
  while (start < end && isSpace(start)) start++;
  while (end > start && isSpace(end - 1)) end--;
  return value.slice(start, end);
}
