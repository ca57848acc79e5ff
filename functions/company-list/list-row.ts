/** Reads one row of a list: its values with its ditto marks and merged cells, or why the row is refused. */
import { namesACompany, namesSeveralCompanies } from '../domain/company/name/names-a-company';
import { cleanCell } from './clean-cell';
import type { CompanyList } from './company-list';
import type { TableRow } from './continued-rows';
import type { ListRecord } from './csv-records';
import { furtherContactParts, furtherContactsOf } from './further-contacts';
import { leftOutOf } from './left-out-lines';
import type { ListField } from './list-headers';
import { type ListProblem, type ListProblemCode, listProblem } from './list-problems';
import { isRemarkAlone } from './name-cell';
import { isSheetError, valuesOfRow, writtenValues } from './row-values';
import { unclearMarks } from './status-marks';

/** Whether the whole row was read, or the file ended within it. */
export type RowEnd = 'whole' | 'cut';

/**
 * Reads a record of the table and adds its row, or what is wrong with it, to the list; null where it is not read. A row without a name
 * is returned and not added: another row may name its company. `previous` is the row above, which ditto marks repeat.
 */
export function readRow(
  list: CompanyList,
  record: ListRecord,
  end: RowEnd,
  previous: TableRow | null,
): TableRow | null {
  const { line } = record;
  const unread = (code: ListProblemCode, detail?: string): null => {
    list.problems.push(listProblem(line, code, detail));
    return null;
  };
  if (end === 'cut') return unread('CUT');
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
  // A form may have numbered lines below its last entry.
  if (found.length === 0 && Object.keys(read).length === 0) {
    list.leftOut.push(...leftOutOf(record));
    return null;
  }
  const { values, notes } = valuesOfRow(line, read, mayNameDepartments(list));
  list.notes.push(...notes);
  if (read.name !== undefined && isSheetError(read.name))
    found.push(listProblem(line, 'SHEET_ERROR', read.name));
  else if (
    found.length === 0 &&
    values.name !== undefined &&
    (!namesACompany(values.name) || NO_NAME.test(values.name) || isRemarkAlone(values.name))
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

/** A header such as 会社名・部署名. */
const mayNameDepartments = ({ columns }: CompanyList): boolean =>
  columns.some(
    ({ header, field }) =>
      field === 'name' && /部署|部門|所属(?!先|会社|企業|団体)|depart?ment|division/i.test(header),
  );

/** The line of the company whose name cell is merged with this row's; undefined where none is. */
export const companyMergedInto = (
  record: ListRecord,
  { columns, headerLine }: CompanyList,
): number | undefined => {
  if ('broken' in record || record.merged === undefined) return undefined;
  const line = record.merged.get(columns.findIndex(({ field }) => field === 'name'))?.line;
  return line !== undefined && line > (headerLine ?? 0) ? line : undefined;
};

/** Only columns without a header may lack at the end. A cell too many means that the row is shifted. */
const fitsHeader = (cells: readonly string[], header: readonly string[]): boolean =>
  cells.length <= header.length && header.slice(cells.length).every((cell) => cell === '');

/** Marks repeat the row above. The words do not in the name column, since a company may have such a name. */
const isDittoMark = (cell: string, field: ListField | null): boolean =>
  DITTO_MARK.test(cell) || (field !== 'name' && DITTO_WORD.test(cell));
const DITTO_MARK = /^(?:〃|々|同上|上に同じ)$/;
const DITTO_WORD = /^(?:同じ|ditto)$/i;

/** Written in the name column where the name is unknown, or where there is no company. */
const NO_NAME =
  /^[(（]?(?:不明|なし|無し|該当なし|未定|未登録|未入力|未記入|要確認|会社名不明|個人|個人事業主|個人名義|フリーランス|無所属|学生|自営業|freelance|freelancer|self[- ]employed|individual|n\/a|none|null|undefined|unknown|tbd)[)）]?$/i;

const BAD_CHARACTERS = [
  { code: 'CONTROL_CHARACTER', pattern: /[^\P{Cc}\t\r\n]/u },
  { code: 'ENCODING_BROKEN', pattern: /\ufffd/u },
  { code: 'PRIVATE_CHARACTER', pattern: /\p{Co}/u },
] as const;

/** Checks every cell, also of columns that are not read: such a character means that the whole row was damaged. */
export const badCharacters = (
  line: number,
  cells: readonly string[],
  header: readonly string[],
): ListProblem[] =>
  BAD_CHARACTERS.flatMap(({ code, pattern }) => {
    const where = header.filter((_, index) => pattern.test(cells[index] ?? ''));
    return where.length === 0 ? [] : [listProblem(line, code, where.join(', '))];
  });
