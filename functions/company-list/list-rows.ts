/** The rows of a list behind its headers: good ones with their values, and what is wrong with the others. */
import { namesACompany } from '../domain/company/name/names-a-company';
import { companyDomainsIn } from '../domain/company/web-domain';
import { withWholeAddress } from './address-parts';
import { cleanCell } from './clean-cell';
import { looksLikeData, type MappedColumn } from './columns';
import type { CompanyList, LeftOutLine, ListRow } from './company-list';
import { joinContinuedRows, type NamelessRow, type TableRow } from './continued-rows';
import type { ListRecord, WholeRecord } from './csv-records';
import { meaningOfHeader } from './header-fields';
import type { ListField } from './list-headers';
import { type ListProblem, type ListProblemCode, listProblem } from './list-problems';
import { isOtherLine } from './other-lines';

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
  let isBehindOther = false;
  /** Lines of a single value below a total, or apart from the table: a part of it only where the table goes on behind them. */
  let apart: WholeRecord[] = [];
  const isLoose = isLooseLine(list);
  const isHeader = isHeaderAgain(list);
  let first: ListRecord | null = null;
  const nameless: NamelessRow[] = [];
  let above: TableRow | null = null;
  let previous: TableRow | null = null;
  const read = (record: ListRecord, isCutRow: boolean): void => {
    const whole = readRow(list, record, isCutRow, previous);
    previous = whole;
    if (whole === null || whole.row.values.name !== undefined) above = whole;
    else nameless.push({ ...whole, above });
  };
  const take = (record: ListRecord, isLast: boolean): void => {
    const isOther =
      'cells' in record && (isOtherLine(record.cells) || isHeader(record.cells, record === first));
    if (isOther) {
      list.leftOut.push(...leftOutOf(record));
      above = null;
      previous = null;
    } else if ('cells' in record && isLoose(record, isBehindOther)) apart.push(record);
    else {
      for (const one of apart) read(one, false);
      apart = [];
      read(record, isLast && isCut(record));
    }
    isBehindOther = isOther || apart.length > 0;
  };
  for (const record of chain(head, records)) {
    if (isBlank(record)) continue;
    if (held !== null) take(held, false);
    held = record;
    first ??= record;
    count += 1;
    if (count > MAX_ROWS) break;
  }
  if (count > MAX_ROWS) list.problems.push(listProblem(null, 'LIST_TOO_LONG'));
  else if (held !== null) take(held, true);
  list.leftOut.push(...apart.flatMap(leftOutOf));
  joinContinuedRows(list, nameless);
  if (count === 0) list.problems.push(listProblem(null, 'LIST_EMPTY'));
}

function* chain(
  head: readonly ListRecord[],
  records: Iterator<ListRecord, void>,
): Generator<ListRecord, void, undefined> {
  yield* head;
  for (let next = records.next(); !next.done; next = records.next()) yield next.value;
}

/**
 * Whether a record may stand below the table instead of in it: a single value, where the table has several, behind a total or
 * behind empty lines. Asked of the records in their order.
 */
const isLooseLine = (list: CompanyList) => {
  const isTable = list.header.filter((cell) => cell !== '').length >= 2;
  let nextLine = Number.POSITIVE_INFINITY;
  return (record: WholeRecord, isBehindOther: boolean): boolean => {
    const isBehindGap = record.line > nextLine;
    nextLine = record.line + lineBreaksIn(record.cells) + 1;
    if (!isTable || !(isBehindOther || isBehindGap)) return false;
    const filled = record.cells.filter((cell) => cleanCell(cell) !== '');
    if (filled.length !== 1) return false;
    return isBehindOther || (!hasName(record.cells, list) && !looksLikeData(filled));
  };
};

/**
 * Whether a record is the headers once more, as on each page of a report; the first record also where it says them in other words,
 * as below the keys of a register's columns.
 */
const isHeaderAgain = ({ header, columns }: CompanyList) => {
  const read = columns.flatMap(({ field }, index) => (field === null ? [] : { field, index }));
  const name = read.find(({ field }) => field === 'name');
  // One word alone that could be a header may be a company's name: 顧客.
  const isAnyWording = read.length > 1;
  return (cells: readonly string[], isFirst: boolean): boolean => {
    const isSaid = ({ field, index }: (typeof read)[number]): boolean => {
      const cell = cleanCell(cells[index] ?? '');
      if (cell === '') return false;
      return cell === header[index] || (isFirst && isAnyWording && meaningOfHeader(cell)?.field === field);
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
  return [{ line: record.line, text: filled.join(' ').slice(0, MAX_LEFT_OUT_LENGTH) }];
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
  const read = valuesOf(cells, list.columns);
  const found = badCharacters(line, cells, list.header);
  for (const { header } of list.columns.filter(({ field }, at) => field !== null && isDitto(cells[at], at)))
    found.push(listProblem(line, 'DITTO_BELOW_NOTHING', header));
  if (cells.some((cell, index) => cell !== written[index]))
    list.notes.push(listProblem(line, 'DITTO_READ', '〃'));
  // As the numbered lines below a form's last entry.
  if (found.length === 0 && Object.keys(read).length === 0) {
    list.leftOut.push(...leftOutOf(record));
    return null;
  }
  const values = withName(list, line, withWholeAddress(withoutErrors(list, line, read)));
  if (read.name !== undefined && SHEET_ERROR.test(read.name))
    found.push(listProblem(line, 'SHEET_ERROR', read.name));
  else if (
    found.length === 0 &&
    values.name !== undefined &&
    (!namesACompany(values.name) || NO_NAME.test(values.name))
  )
    found.push(listProblem(line, 'ROW_NAMES_NONE', values.name));
  list.problems.push(...found);
  if (found.length > 0) return null;
  const row = { line, values };
  if (values.name !== undefined) list.rows.push(row);
  return { row, cells };
}

/** As wide as its headers, but for headers at the end that are empty. A cell too many says that the row is shifted. */
const fitsHeader = (cells: readonly string[], header: readonly string[]): boolean =>
  cells.length <= header.length && header.slice(cells.length).every((cell) => cell === '');

/** What a formula has failed to give is no value; a status or an owner would be taken for a word. */
const withoutErrors = (list: CompanyList, line: number, values: ListRow['values']): ListRow['values'] =>
  Object.fromEntries(
    Object.entries(values).filter(([field, value]) => {
      const isError = field !== 'name' && SHEET_ERROR.test(value);
      if (isError) list.notes.push(listProblem(line, 'VALUE_IS_ERROR', `${field}: ${value}`));
      return !isError;
    }),
  );

/** CRM systems make companies of web addresses alone: such a row is kept, under what it has. */
const withName = (list: CompanyList, line: number, values: ListRow['values']): ListRow['values'] => {
  if (values.name !== undefined) return { ...values, name: values.name.replace(FORM_OF_ADDRESS, '') };
  const [domain] = companyDomainsIn(values.domain ?? '');
  if (domain === undefined) return values;
  list.notes.push(listProblem(line, 'NAME_FROM_DOMAIN', domain));
  return { ...values, name: domain };
};

/** Spreadsheets export the formatted but empty rows below a table: no company, and no problem. */
export const isBlank = (record: ListRecord): boolean =>
  'cells' in record && record.cells.every((cell) => cleanCell(cell) === '');

/** As labels for letters have it: 株式会社甲 御中, 甲株式会社 様. */
const FORM_OF_ADDRESS = /(?<=\S)(?:\s*御中|(?:(?<=社|\))|\s+)(?:様|殿))$/u;

/** As in the row above. A company may be called by one of the words. */
const isDittoMark = (cell: string, field: ListField | null): boolean =>
  DITTO_MARK.test(cell) || (field !== 'name' && DITTO_WORD.test(cell));
const DITTO_MARK = /^(?:〃|々|同上|上に同じ)$/;
const DITTO_WORD = /^(?:同じ|ditto)$/i;

/** What people write where they know no name. */
const NO_NAME =
  /^[(（]?(?:不明|なし|無し|該当なし|未定|未登録|未入力|未記入|要確認|会社名不明|n\/a|none|null|undefined|unknown|tbd)[)）]?$/i;

/** What a spreadsheet shows instead of a value. */
const SHEET_ERROR = /^#(?:REF!|N\/A|VALUE!|NAME[?!]|DIV\/0!|NUM!|NULL!|ERROR!|SPILL!|CALC!|GETTING_DATA)$/;

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

function valuesOf(cells: readonly string[], columns: readonly MappedColumn[]): ListRow['values'] {
  const values: ListRow['values'] = {};
  columns.forEach(({ field }, index) => {
    const value = cells[index] ?? '';
    if (field && value !== '') values[field] = value;
  });
  return values;
}
