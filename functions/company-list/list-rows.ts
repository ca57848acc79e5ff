/** The rows of a list behind its headers: good ones with their values, and what is wrong with the others. */
import { namesACompany, namesSeveralCompanies } from '../domain/company/name/names-a-company';
import { cleanCell } from './clean-cell';
import { looksLikeData } from './columns';
import type { CompanyList, LeftOutLine } from './company-list';
import { joinContinuedRows, type NamelessRow, type TableRow } from './continued-rows';
import type { ListRecord, WholeRecord } from './csv-records';
import { furtherContactParts, furtherContactsOf } from './further-contacts';
import { meaningOfHeader } from './header-fields';
import type { ListField } from './list-headers';
import { type ListProblem, type ListProblemCode, listProblem } from './list-problems';
import { withMergedCells } from './merged-cells';
import { isOtherLine } from './other-lines';
import { isOtherHeader } from './other-table';
import { isSheetError, valuesOfRow, writtenValues } from './row-values';
import { unclearMarks } from './status-marks';

/** Of 100,000 that are known already, with those that are new. What a file may take in memory its size bounds. */
const MAX_ROWS = 150_000;

/** Reads them one by one: `head` first, then what `records` still has. `isCut` is asked of the last one. */
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
    if (held !== null) table.take(held, false);
    held = record;
    count += 1;
    if (count > MAX_ROWS) break;
  }
  if (count > MAX_ROWS) list.problems.push(listProblem(null, 'LIST_TOO_LONG'));
  else if (held !== null) table.take(held, isCut(held));
  table.end();
  joinContinuedRows(list, nameless);
  if (count === 0) list.problems.push(listProblem(null, 'LIST_EMPTY'));
}

/** Takes the records in their order, and tells the rows of the table from the lines beside and below it. */
const tableBelowHeader = (list: CompanyList, nameless: NamelessRow[]) => {
  let first: ListRecord | null = null;
  let isBehindOther = false;
  /** Lines of a single value below a total, or apart from the table: a part of it only where the table goes on behind them. */
  let apart: WholeRecord[] = [];
  /** A single value in the column of names behind empty lines: a title only where headers follow. */
  let title: { record: WholeRecord; isCutRow: boolean } | null = null;
  let other: OtherTable | null = null;
  let above: TableRow | null = null;
  let previous: TableRow | null = null;
  const isLoose = isLooseLine(list);
  const isHeader = isHeaderAgain(list);
  const isBehindGap = gapFinder();
  const read = (record: ListRecord, isCutRow: boolean): void => {
    const whole = readRow(list, record, isCutRow, previous);
    previous = whole;
    const company = whole === null ? undefined : companyMergedInto(record, list);
    if (whole !== null && company !== undefined) nameless.push({ ...whole, above, company });
    else if (whole === null || whole.row.values.name !== undefined) above = whole;
    else nameless.push({ ...whole, above });
  };
  const readTitle = (): void => {
    if (title !== null) read(title.record, title.isCutRow);
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
  /** Whether the record is none of the table. */
  const isNoRow = (record: WholeRecord, isBehindLines: boolean): boolean => {
    const isFar = isBehindLines || isBehindOther || title !== null;
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
  const take = (record: ListRecord, isCutRow: boolean): void => {
    first ??= record;
    if (other !== null) {
      other.rows += 1;
      return;
    }
    const isFar = 'cells' in record && isBehindGap(record);
    const isOther = 'cells' in record && isNoRow(record, isFar);
    if (!isOther) {
      readTitle();
      const kind = 'cells' in record ? isLoose(record, isBehindOther, isFar) : 'row';
      if (kind === 'apart' && 'cells' in record) apart.push(record);
      else {
        for (const one of apart) read(one, false);
        apart = [];
        if (kind === 'title' && 'cells' in record) title = { record, isCutRow };
        else read(record, isCutRow);
      }
    }
    isBehindOther = isOther || apart.length > 0;
  };
  const end = (): void => {
    readTitle();
    list.leftOut.push(...apart.flatMap(leftOutOf));
    if (other !== null) list.problems.push(otherTableProblem(other));
  };
  return { take, end };
};

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

/** Whether empty lines stand above a record. Asked of the records in their order. */
const gapFinder = () => {
  let nextLine = Number.POSITIVE_INFINITY;
  return ({ line, cells }: WholeRecord): boolean => {
    const isBehindGap = line > nextLine;
    nextLine = line + lineBreaksIn(cells) + 1;
    return isBehindGap;
  };
};

/**
 * Whether a record may stand below the table instead of in it: a single value, where the table has several, behind a total or
 * behind empty lines. One that may be a company's name is none of the table only where headers follow, as their title.
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
 * Whether a record is the headers once more, as on each page of a report; the first record, and one behind empty lines, also where it
 * says them in other words, as below the keys of a register's columns.
 */
const isHeaderAgain = ({ header, columns }: CompanyList) => {
  const read = columns.flatMap(({ field }, index) => (field === null ? [] : { field, index }));
  const name = read.find(({ field }) => field === 'name');
  // One word alone that could be a header may be a company's name: 顧客.
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

const MAX_LEFT_OUT_LENGTH = 60;

export const leftOutOf = (record: ListRecord): LeftOutLine[] => {
  if ('broken' in record) return [];
  const filled = record.cells.map(cleanCell).filter((cell) => cell !== '');
  const text = filled.join(' ');
  const isLong = text.length > MAX_LEFT_OUT_LENGTH;
  return [{ line: record.line, text: isLong ? `${text.slice(0, MAX_LEFT_OUT_LENGTH)}…` : text }];
};

const MAX_LINES_NAMED = 8;

/** Said once for the whole list. */
export const leftOutNote = (leftOut: readonly LeftOutLine[]): ListProblem[] => {
  const [first] = leftOut;
  if (first === undefined) return [];
  const named = leftOut.slice(0, MAX_LINES_NAMED).map(({ line, text }) => `${line}: ${text}`);
  const more = leftOut.length > MAX_LINES_NAMED ? ' …' : '';
  return [listProblem(first.line, 'LINES_LEFT_OUT', named.join(' / ') + more)];
};

/** A row without a name is none of the list's yet: another one may say whose it is. Null for one that is not read. */
function readRow(
  list: CompanyList,
  record: ListRecord,
  isCut: boolean,
  previous: TableRow | null,
): TableRow | null {
  const { line } = record;
  const unread = (code: ListProblemCode, detail?: string): null => {
    list.problems.push(listProblem(line, code, detail));
    return null;
  };
  if (isCut) return unread('CUT');
  if ('broken' in record) return unread(record.broken);
  if (!fitsHeader(record.cells, list.header))
    return unread('ROW_TORN', `${record.cells.length} / ${list.header.length}`);
  const written = record.cells.map(cleanCell);
  const isDitto = (cell: string | undefined, index: number): boolean =>
    isDittoMark(cell ?? '', list.columns[index]?.field ?? null);
  const cells = written.map((cell, index) =>
    isDitto(cell, index) ? (previous?.cells[index] ?? cell) : cell,
  );
  const read = writtenValues(cells, list.columns);
  const found = badCharacters(line, cells, list.header);
  for (const { header } of list.columns.filter(({ field }, at) => field !== null && isDitto(cells[at], at)))
    found.push(listProblem(line, 'DITTO_BELOW_NOTHING', header));
  const unclear = unclearMarks(cells, list.columns);
  if (unclear !== null) found.push(listProblem(line, 'STATUS_MARKS_UNCLEAR', unclear));
  if (cells.some((cell, index) => cell !== written[index]))
    list.notes.push(listProblem(line, 'DITTO_READ', '〃'));
  // As the numbered lines below a form's last entry.
  if (found.length === 0 && Object.keys(read).length === 0) {
    list.leftOut.push(...leftOutOf(record));
    return null;
  }
  const { values, notes } = valuesOfRow(line, read);
  list.notes.push(...notes);
  if (read.name !== undefined && isSheetError(read.name))
    found.push(listProblem(line, 'SHEET_ERROR', read.name));
  else if (
    found.length === 0 &&
    values.name !== undefined &&
    (!namesACompany(values.name) || NO_NAME.test(values.name))
  )
    found.push(listProblem(line, 'ROW_NAMES_NONE', values.name));
  else if (found.length === 0 && values.name !== undefined && namesSeveralCompanies(values.name))
    found.push(listProblem(line, 'ROW_NAMES_SEVERAL', values.name));
  list.problems.push(...found);
  if (found.length > 0) return null;
  const contacts = furtherContactsOf(cells, furtherContactParts(list.columns));
  const row = { line, values, ...(contacts.length === 0 ? {} : { contacts }) };
  if (values.name !== undefined && companyMergedInto(record, list) === undefined) list.rows.push(row);
  return { row, cells };
}

/** The line of the company whose name is merged into the row. */
const companyMergedInto = (record: ListRecord, { columns, headerLine }: CompanyList): number | undefined => {
  if ('broken' in record || record.merged === undefined) return undefined;
  const line = record.merged.get(columns.findIndex(({ field }) => field === 'name'))?.line;
  return line !== undefined && line > (headerLine ?? 0) ? line : undefined;
};

/** As wide as its headers, but for headers at the end that are empty. A cell too many says that the row is shifted. */
const fitsHeader = (cells: readonly string[], header: readonly string[]): boolean =>
  cells.length <= header.length && header.slice(cells.length).every((cell) => cell === '');

/** Spreadsheets export the formatted but empty rows below a table: no company, and no problem. */
export const isBlank = (record: ListRecord): boolean =>
  'cells' in record && record.cells.every((cell) => cleanCell(cell) === '');

/** As in the row above. A company may be called by one of the words. */
const isDittoMark = (cell: string, field: ListField | null): boolean =>
  DITTO_MARK.test(cell) || (field !== 'name' && DITTO_WORD.test(cell));
const DITTO_MARK = /^(?:〃|々|同上|上に同じ)$/;
const DITTO_WORD = /^(?:同じ|ditto)$/i;

/** What people write where they know no name, or have no company. */
const NO_NAME =
  /^[(（]?(?:不明|なし|無し|該当なし|未定|未登録|未入力|未記入|要確認|会社名不明|個人|個人事業主|個人名義|フリーランス|無所属|学生|自営業|freelance|freelancer|self[- ]employed|individual|n\/a|none|null|undefined|unknown|tbd)[)）]?$/i;

const BAD_CHARACTERS = [
  { code: 'CONTROL_CHARACTER', pattern: /[^\P{Cc}\t\r\n]/u },
  { code: 'ENCODING_BROKEN', pattern: /\ufffd/u },
  { code: 'PRIVATE_CHARACTER', pattern: /\p{Co}/u },
] as const;

/** Every cell is looked at, read or not: such a character says that the whole row has been through something. */
export const badCharacters = (
  line: number,
  cells: readonly string[],
  header: readonly string[],
): ListProblem[] =>
  BAD_CHARACTERS.flatMap(({ code, pattern }) => {
    const where = header.filter((_, index) => pattern.test(cells[index] ?? ''));
    return where.length === 0 ? [] : [listProblem(line, code, where.join(', '))];
  });
