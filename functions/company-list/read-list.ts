/** Reads a list of companies, from a file or a table of cells, into rows with known fields, and reports what is wrong. */
import { cleanCell } from './clean-cell';
import { findMisplacedColumns, type ListMapping, mapColumns } from './columns';
import type { CompanyList } from './company-list';
import { type Delimiter, type ListRecord, readRecords, type WholeRecord } from './csv-records';
import { areMostlyDays } from './date-writing';
import { decodeList } from './decode-list';
import { findDelimiter, takeSeparatorLine } from './find-delimiter';
import { readGroups } from './grouped-rows';
import { maySayWhatToDo, meaningOfHeader } from './header-fields';
import { findHeaderRow, HEAD_RECORDS, type HeaderRow } from './header-row';
import { type ListLayout, recogniseLayout } from './headerless-list';
import { recogniseExport } from './known-exports';
import { readLabelBlocks } from './label-blocks';
import { leftOutNote, leftOutOf } from './left-out-lines';
import { type ListProblem, listProblem } from './list-problems';
import { badCharacters } from './list-row';
import { isBlank, readListRows } from './list-rows';
import { type MergedBlock, mergedIntoRows } from './merged-cells';
import { isOtherLine } from './other-lines';
import { statusLineNotes } from './status-lines';
import { findStatusMarks } from './status-marks';
import type { NamedEncoding } from './strict-decoding';
import { unreadColumnNotes } from './unread-columns';
import { westernWordsOf } from './western-words';

export interface ListReadOptions {
  mapping?: ListMapping;
  /** The first row is a company, so the columns are known by position only. */
  noHeader?: boolean;
  /** A person's choice of the header line. */
  headerLine?: number;
  /** A person's choice of the encoding. */
  encoding?: NamedEncoding;
  /** Title of the workbook's sheet that is read. */
  sheet?: string;
}

/** A pure function that never throws: whatever the bytes, what is wrong is in `problems`. */
export function readCompanyList(bytes: Uint8Array, options: ListReadOptions = {}): CompanyList {
  const decoded = decodeList(bytes, options.encoding);
  if ('problem' in decoded) return { ...emptyList(decoded.encoding, ','), problems: [decoded.problem] };
  const { encoding, cut } = decoded;
  const { text, delimiter } = takeSeparatorLine(withoutQuoteMarks(decoded.text));
  const blocks = isReadAsWritten(options) ? readLabelBlocks(text) : null;
  if (blocks !== null) {
    const inBlocks = emptyList(encoding, ',');
    inBlocks.leftOut.push(...blocks.leftOut);
    inBlocks.notes.push(listProblem(blocks.records[0]?.line ?? null, 'BLOCKS_READ'));
    return fillList(inBlocks, blocks.records.values(), options, () => cut);
  }
  const list = emptyList(encoding, delimiter ?? findDelimiter(text));
  if (encoding === 'windows-1252' && options.encoding === undefined)
    list.notes.push(listProblem(null, 'ENCODING_WESTERN', westernWordsOf(text).join(' / ')));
  const isCut = (last: ListRecord): boolean => cut || endsInside(last, list, text);
  return fillList(list, readRecords(text, list.delimiter), options, isCut);
}

/** Nobody has said where the headers stand. */
const isReadAsWritten = ({ noHeader = false, headerLine }: ListReadOptions): boolean =>
  !noHeader && headerLine === undefined;

/** A list that is quoted in a mail has a mark before each line. */
const withoutQuoteMarks = (text: string): string =>
  /^(?:> ?[^\r\n]*(?:\r\n|\r|\n|$))+$/.test(text.slice(0, LONGEST_MAIL)) && text.length <= LONGEST_MAIL
    ? text.replace(/^(?:> ?)+/gm, '')
    : text;
const LONGEST_MAIL = 100_000;

/** A table of cells, as in a tab of a spreadsheet; rows may lack empty cells at their end. */
export function readTable({ rows, merged = [] }: CellTable, options: ListReadOptions = {}): CompanyList {
  return fillList(emptyList('sheet', '\t'), tableRecords(rows, merged), options, () => false);
}

export interface CellTable {
  rows: readonly (readonly string[])[];
  merged?: readonly MergedBlock[];
}

function* tableRecords(
  rows: CellTable['rows'],
  blocks: readonly MergedBlock[],
): Generator<WholeRecord, void, undefined> {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const mergedRows = mergedIntoRows(rows, blocks);
  for (const [index, row] of rows.entries()) {
    const cells = Array.from({ length: width }, (_, column) => row[column] ?? '');
    const merged = mergedRows.get(index);
    yield { line: index + 1, cells, ...(merged === undefined ? {} : { merged }) };
  }
}

function fillList(
  list: CompanyList,
  records: Iterator<ListRecord, void>,
  options: ListReadOptions,
  isCut: (last: ListRecord) => boolean,
): CompanyList {
  const head = takeHead(records);
  const found = options.noHeader ? noHeaderRow(head) : findHeaderRow(head, options.headerLine);
  const broken = head.slice(0, found?.start ?? head.length).find((record) => 'broken' in record);
  if (found === null || broken !== undefined) {
    list.problems.push(headerProblem(head, broken, options));
    return list;
  }
  const shape = found.isData ? layoutByShape(head.slice(found.start), options) : null;
  const headerRow = shape === null ? found : { ...found, line: null, cells: shape.header, end: found.start };
  const line = head[found.start]?.line ?? 1;
  if (shape !== null) list.notes.push(listProblem(line, 'HEADER_BY_SHAPE'));
  list.leftOut.push(...head.slice(0, found.start).flatMap(leftOutOf));
  readHeader(list, headerRow, line, shape === null ? options.mapping : { columns: shape.fields });
  const rest = head.slice(headerRow.end);
  readSamples(list, rest);
  if (!list.columns.some(({ field }) => field === 'name')) {
    const code = found.isData ? 'LIST_HEADER_MISSING' : 'LIST_NO_NAME_COLUMN';
    list.problems.push(listProblem(line, code, list.header.join(' / ')));
    return list;
  }
  lookBesideHeaders(list, rest, options.mapping?.columns ?? {}, line);
  readListRows(list, rest, records, isCut);
  list.leftOut.sort((a, b) => a.line - b.line);
  readGroups(list);
  list.notes.push(...statusLineNotes(list));
  list.notes.push(...leftOutNote(list.leftOut));
  const values = list.rows.map((row) => row.values);
  list.problems.push(...findMisplacedColumns(list.columns, values, line));
  if (isSideways(list)) {
    list.problems.push(listProblem(line, 'LIST_IS_SIDEWAYS', list.header.join(' / ')));
    // Its fields are no companies, also where somebody leaves rows with problems out.
    list.rows = [];
  }
  list.problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return list;
}

/** A form, as 会社名 | 株式会社甲, 住所 | 東京都: beside the only header that is one stands a value, and below it stand the others. */
const isSideways = ({ columns, rows }: CompanyList): boolean => {
  const isOnlyName = columns.every(({ field }, index) => field === (index === 0 ? 'name' : null));
  if (!isOnlyName || columns.length < 2 || rows.length < 2) return false;
  const below = rows.flatMap(({ values }) => meaningOfHeader(values.name ?? '')?.field ?? []);
  // Further headers of a form, as 代表者, may mean nothing to us.
  return new Set(below).size >= 2 && below.length * 2 >= rows.length;
};

const headerProblem = (
  head: readonly ListRecord[],
  broken: ListRecord | undefined,
  { headerLine }: ListReadOptions,
): ListProblem => {
  const record = broken ?? head.find(({ line }) => line === headerLine) ?? head[0];
  if (record === undefined) return listProblem(null, 'LIST_EMPTY');
  return 'broken' in record
    ? listProblem(record.line, record.broken)
    : listProblem(headerLine ?? record.line, 'HEADER_LINE_WRONG');
};

/** Where a list has no headers, and its columns tell what they are. What a person says of them comes first. */
const layoutByShape = (records: readonly ListRecord[], { mapping }: ListReadOptions): ListLayout | null =>
  mapping?.columns === undefined || Object.keys(mapping.columns).length === 0
    ? recogniseLayout(records.flatMap((record) => ('cells' in record ? [record.cells.map(cleanCell)] : [])))
    : null;

function readHeader(
  list: CompanyList,
  { line: headerLine, cells }: HeaderRow,
  line: number,
  mapping: ListMapping = {},
): void {
  const known = recogniseExport(cells);
  const { columns, problems, notes } = mapColumns(cells, mapping, line, known.columns);
  list.headerLine = headerLine;
  list.header = cells;
  list.writtenBy = known.name;
  list.columns = columns.map((column) => ({ ...column, samples: [] }));
  list.problems.push(...problems, ...badCharacters(line, cells, cells));
  list.notes.push(...notes);
}

/** Where the statuses stand in columns that no header tells, and what is not read. Who has said what every column is has seen it. */
function lookBesideHeaders(
  list: CompanyList,
  records: readonly ListRecord[],
  said: NonNullable<ListMapping['columns']>,
  line: number,
): void {
  const open = list.columns.map((column, index) => (index in said ? { ...column, header: '' } : column));
  const rows = records.flatMap((record) =>
    'cells' in record && !isOtherLine(record.cells) ? [record.cells.map(cleanCell)] : [],
  );
  const below = list.columns.map((_, index) => rows.map((cells) => cells[index] ?? ''));
  if (!list.columns.some(({ field }) => field === 'status'))
    for (const index of findStatusMarks(open, below)) {
      const column = list.columns[index];
      if (column !== undefined) column.field = 'statusMark';
    }
  const isSaid = (index: number): boolean => index in said;
  for (const [index, column] of list.columns.entries())
    if (!isSaid(index) && maySayWhatToDo(column.header, column.field) && !areMostlyDays(below[index] ?? []))
      column.field = null;
  list.notes.push(...unreadColumnNotes({ columns: list.columns, below, isSaid, line }));
}

/** The first records that are not blank. */
function takeHead(records: Iterator<ListRecord, void>): ListRecord[] {
  const head: ListRecord[] = [];
  while (head.length < HEAD_RECORDS) {
    const next = records.next();
    if (next.done) break;
    if (!isBlank(next.value)) head.push(next.value);
  }
  return head;
}

/** For columns known by position only. */
function noHeaderRow(head: readonly ListRecord[]): HeaderRow | null {
  const [first] = head;
  if (first === undefined || 'broken' in first) return null;
  return { line: null, cells: first.cells.map(() => ''), start: 0, end: 0, isData: false };
}

const MAX_SAMPLES = 3;
const MAX_SAMPLE_LENGTH = 60;

/** The first distinct values of each column. */
function readSamples(list: CompanyList, records: readonly ListRecord[]): void {
  for (const record of records) {
    if ('broken' in record) continue;
    list.columns.forEach(({ samples }, index) => {
      const value = cleanCell(record.cells[index] ?? '').slice(0, MAX_SAMPLE_LENGTH);
      if (value !== '' && samples.length < MAX_SAMPLES && !samples.includes(value)) samples.push(value);
    });
  }
}

export const emptyList = (encoding: CompanyList['encoding'], delimiter: Delimiter): CompanyList => ({
  encoding,
  delimiter,
  sheets: [],
  sheet: null,
  headerLine: null,
  header: [],
  writtenBy: null,
  columns: [],
  rows: [],
  leftOut: [],
  problems: [],
  notes: [],
});

/** Whether the text ends inside its last record: without a line break, and with something of the record lacking. */
function endsInside(last: ListRecord, { header, delimiter }: CompanyList, text: string): boolean {
  if (/[\r\n]$/.test(text.slice(-1))) return false;
  if ('broken' in last) return last.broken === 'QUOTE_NOT_CLOSED';
  // Who puts the last header in quotation marks does so with an empty last value too.
  const lacksLastValue = text.endsWith(delimiter) && /^[\r\n]*[^\r\n]*"[\r\n]/.test(text);
  return lacksLastValue || last.cells.length < header.length;
}
