/** Reads a chosen file: a list as text or a workbook. Any other format is named, with how to save it as a list. */
import type { CompanyList } from './company-list';
import { recogniseFormat } from './file-format';
import type { ListProblem } from './list-problems';
import { listProblem } from './list-problems';
import { emptyList, type ListReadOptions, readCompanyList, readTable } from './read-list';
import { type OpenWorkbook, openWorkbook } from './workbook';

/** Never throws: whatever the bytes, what is wrong is in `problems`. */
export async function readListFile(bytes: Uint8Array, options: ListReadOptions = {}): Promise<CompanyList> {
  const format = options.encoding === undefined ? recogniseFormat(bytes) : { kind: 'text' as const };
  if (format.kind === 'other') return unreadList(listProblem(null, format.problem));
  if (format.kind === 'text') return readCompanyList(bytes, options);
  const workbook = openWorkbook(bytes);
  if ('problem' in workbook) return unreadList(workbook.problem);
  const { sheets } = workbook;
  if (options.sheet === undefined) return firstList(workbook, options);
  if (!sheets.includes(options.sheet))
    return { ...unreadList(listProblem(null, 'SHEET_UNKNOWN', sheets.join(' / '))), sheets };
  return readSheetList(workbook, options.sheet, options);
}

const unreadList = (problem: ListProblem): CompanyList => ({
  ...emptyList('unknown', ','),
  problems: [problem],
});

/** The most sheets in which a list is looked for. */
const MAX_SHEETS_TRIED = 10;

/** The list of the first sheet that has one; otherwise the first sheet, with its problems. */
async function firstList(workbook: OpenWorkbook, options: ListReadOptions): Promise<CompanyList> {
  let first: CompanyList | null = null;
  for (const sheet of workbook.sheets.slice(0, MAX_SHEETS_TRIED)) {
    const list = await readSheetList(workbook, sheet, options);
    if (list.rows.length > 0) return list;
    first ??= list;
  }
  return first ?? unreadList(listProblem(null, 'WORKBOOK_UNREADABLE'));
}

async function readSheetList(
  workbook: OpenWorkbook,
  sheet: string,
  options: ListReadOptions,
): Promise<CompanyList> {
  const { sheets } = workbook;
  const table = await workbook.read(sheet);
  if (table === null)
    return { ...unreadList(listProblem(null, 'WORKBOOK_UNREADABLE', sheet)), sheets, sheet };
  const list: CompanyList = { ...readTable(table, options), encoding: 'xlsx', sheets, sheet };
  return {
    ...list,
    notes: [...list.notes, ...hiddenRowNotes(list, table.hidden), ...otherSheetNotes(list, options)],
  };
}

const MAX_LINES_NAMED = 8;

/** A person who sees only the rows of a filter may not expect the others. */
const hiddenRowNotes = ({ rows }: CompanyList, hidden: readonly number[]): ListProblem[] => {
  const hiddenLines = new Set(hidden);
  const lines = rows.flatMap(({ line }) => (hiddenLines.has(line) ? line : []));
  const [first] = lines;
  if (first === undefined) return [];
  const more = lines.length > MAX_LINES_NAMED ? ` … (×${lines.length})` : '';
  return [listProblem(first, 'ROWS_HIDDEN', lines.slice(0, MAX_LINES_NAMED).join(' / ') + more)];
};

/** Where nobody has said which sheet is meant. */
const otherSheetNotes = ({ sheets, sheet }: CompanyList, options: ListReadOptions): ListProblem[] =>
  options.sheet !== undefined || sheets.length < 2
    ? []
    : [listProblem(null, 'SHEETS_NOT_READ', sheets.filter((title) => title !== sheet).join(' / '))];
