/** Reads the table below a list's headers, and tells its rows from the lines between, beside and below them. */
import { cleanCell } from './clean-cell';
import { looksLikeData } from './columns';
import type { CompanyList } from './company-list';
import { joinContinuedRows, type NamelessRow, type TableRow } from './continued-rows';
import type { ListRecord, WholeRecord } from './csv-records';
import { meaningOfHeader } from './header-fields';
import { leftOutOf } from './left-out-lines';
import { type ListProblem, listProblem } from './list-problems';
import { companyMergedInto, type RowEnd, readRow } from './list-row';
import { withMergedCells } from './merged-cells';
import { isOtherLine, isTitleLine } from './other-lines';
import { isOtherHeader } from './other-table';

/** Enough for 100,000 known companies and many new ones. The memory that a file may take is limited by its size. */
const MAX_ROWS = 150_000;

/** Reads `head` first, then the remaining `records`. `isCut` decides whether the last record was cut off with the file. */
export function readListRows(
  list: CompanyList,
  head: readonly ListRecord[],
  records: Iterator<ListRecord, void>,
  isCut: (last: ListRecord) => boolean,
): void {
  let count = 0;
  let held: ListRecord | null = null;
  const nameless: NamelessRow[] = [];
  const table = tableBelowHeader(list, nameless);
  for (const read of chain(head, records)) {
    if (isBlank(read)) continue;
    const record = withMergedCells(read, list.headerLine ?? 0);
    if (held !== null) table.take(held, 'whole');
    held = record;
    count += 1;
    if (count > MAX_ROWS) break;
  }
  if (count > MAX_ROWS) list.problems.push(listProblem(null, 'LIST_TOO_LONG'));
  else if (held !== null) table.take(held, isCut(held) ? 'cut' : 'whole');
  table.finish();
  joinContinuedRows(list, nameless);
  if (count === 0) list.problems.push(listProblem(null, 'LIST_EMPTY'));
}

/** Expects the records in their order. Rows without a name are added to `nameless`, since another row may name their company. */
const tableBelowHeader = (list: CompanyList, nameless: NamelessRow[]) => {
  let first: ListRecord | null = null;
  let behind: LineKind = 'row';
  /** Single values below a total or below empty lines; they are rows only if the table goes on after them. */
  let apart: WholeRecord[] = [];
  /** A single value in the name column below empty lines; it is a title only if headers follow. */
  let title: { record: WholeRecord; end: RowEnd } | null = null;
  let other: OtherTable | null = null;
  let above: TableRow | null = null;
  let previous: TableRow | null = null;
  const isLoose = isLooseLine(list);
  const isHeader = isHeaderAgain(list);
  const isBehindGap = gapFinder();
  const read = (record: ListRecord, end: RowEnd): void => {
    const whole = readRow(list, record, end, previous);
    previous = whole;
    const company = whole === null ? undefined : companyMergedInto(record, list);
    if (whole !== null && company !== undefined) nameless.push({ ...whole, above, company });
    else if (whole === null || whole.row.values.name !== undefined) above = whole;
    else nameless.push({ ...whole, above });
  };
  const readTitle = (): void => {
    if (title !== null) read(title.record, title.end);
    title = null;
  };
  const leaveOutTitle = (): void => {
    if (title !== null) list.leftOut.push(...leftOutOf(title.record));
    title = null;
  };
  const leaveOut = (record: WholeRecord): void => {
    leaveOutTitle();
    list.leftOut.push(...leftOutOf(record));
    above = null;
    previous = null;
  };
  /** Whether the record does not belong to the table; such a record is left out. */
  const isNoRow = (record: WholeRecord, isBehindLines: boolean): boolean => {
    const isFar = isBehindLines || behind !== 'row' || title !== null;
    if (isHeader(record.cells, record === first || isFar)) leaveOut(record);
    else if (record !== first && isOtherHeader(list, record.cells, isFar)) {
      other = { header: record, rows: 0 };
      leaveOutTitle();
    } else {
      readTitle();
      if (!isOtherLine(record.cells)) return false;
      leaveOut(record);
    }
    return true;
  };
  const take = (record: ListRecord, end: RowEnd): void => {
    first ??= record;
    if (other !== null) {
      other.rows += 1;
      return;
    }
    const isFar = 'cells' in record && isBehindGap(record);
    const isOther = 'cells' in record && isNoRow(record, isFar);
    if (!isOther) {
      readTitle();
      const kind = 'cells' in record ? isLoose(record, behind === 'other', isFar) : 'row';
      if (kind === 'apart' && 'cells' in record) apart.push(record);
      else {
        for (const one of apart) read(one, 'whole');
        apart = [];
        if (kind === 'title' && 'cells' in record) title = { record, end };
        else read(record, end);
      }
    }
    behind = apart.length > 0 ? 'other' : isOther ? kindOf(record) : 'row';
  };
  const finish = (): void => {
    readTitle();
    list.leftOut.push(...apart.flatMap(leftOutOf));
    if (other !== null) list.problems.push(otherTableProblem(other));
  };
  return { take, finish };
};

/** Below the title of a group its companies follow, of which nothing but the name may be known. */
type LineKind = 'row' | 'title' | 'other';

const kindOf = (record: ListRecord): LineKind =>
  'cells' in record && isTitleLine(record.cells) ? 'title' : 'other';

interface OtherTable {
  header: WholeRecord;
  rows: number;
}

const otherTableProblem = ({ header, rows }: OtherTable): ListProblem => {
  const [text = ''] = leftOutOf(header).map((line) => line.text);
  return listProblem(header.line, 'OTHER_TABLE', `${text} (×${rows})`);
};

function* chain(
  head: readonly ListRecord[],
  records: Iterator<ListRecord, void>,
): Generator<ListRecord, void, undefined> {
  yield* head;
  for (let next = records.next(); !next.done; next = records.next()) yield next.value;
}

/** Tells whether empty lines precede a record; it has to be asked about every record in their order. */
const gapFinder = () => {
  let nextLine = Number.POSITIVE_INFINITY;
  return ({ line, cells }: WholeRecord): boolean => {
    const isBehindGap = line > nextLine;
    nextLine = line + lineBreaksIn(cells) + 1;
    return isBehindGap;
  };
};

/**
 * Tells single values below a total or below empty lines from the rows of a table with several columns. One that may be a company's
 * name is a title only if headers follow.
 */
const isLooseLine = (list: CompanyList) => {
  const isTable = list.header.filter((cell) => cell !== '').length >= 2;
  return (
    { cells }: WholeRecord,
    isBehindOther: boolean,
    isBehindGap: boolean,
  ): 'row' | 'apart' | 'title' => {
    if (!isTable || !(isBehindOther || isBehindGap)) return 'row';
    const filled = cells.filter((cell) => cleanCell(cell) !== '');
    if (filled.length !== 1) return 'row';
    if (isBehindOther || (!hasName(cells, list) && !looksLikeData(filled))) return 'apart';
    return looksLikeData(filled) ? 'row' : 'title';
  };
};

/**
 * Whether a record repeats the headers, as on each page of a report. The first record, and one below empty lines, may use other words
 * for them, as the captions below the keys of a register's columns do.
 */
const isHeaderAgain = ({ header, columns }: CompanyList) => {
  const read = columns.flatMap(({ field }, index) => (field === null ? [] : { field, index }));
  const name = read.find(({ field }) => field === 'name');
  // A single word such as 顧客 may be a header or a company's name.
  const isAnyWording = read.length > 1;
  return (cells: readonly string[], mayReword: boolean): boolean => {
    const isSaid = ({ field, index }: (typeof read)[number]): boolean => {
      const cell = cleanCell(cells[index] ?? '');
      if (cell === '') return false;
      return cell === header[index] || (mayReword && isAnyWording && meaningOfHeader(cell)?.field === field);
    };
    return name !== undefined && isSaid(name) && (read.length === 1 || read.filter(isSaid).length > 1);
  };
};

const hasName = (cells: readonly string[], { header, columns }: CompanyList): boolean =>
  cells.length === header.length &&
  cells.some((cell, index) => columns[index]?.field === 'name' && cleanCell(cell) !== '');

const lineBreaksIn = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

/** Spreadsheets also export formatted but empty rows below a table. */
export const isBlank = (record: ListRecord): boolean =>
  'cells' in record && record.cells.every((cell) => cleanCell(cell) === '');
