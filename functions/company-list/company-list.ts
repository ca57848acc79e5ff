/** A list of companies as read. */
import type { MappedColumn } from './columns';
import type { Delimiter } from './csv-records';
import type { ListEncoding } from './decode-list';
import type { ListField } from './list-headers';
import type { ListProblem } from './list-problems';

export interface ListRow {
  /** 1-based line of the file where the record starts. */
  line: number;
  /** Without empty fields; values are trimmed and otherwise as in the file. */
  values: Partial<Record<ListField, string>>;
  /** Further contact persons, each with the fields of the first one. */
  contacts?: readonly ListRow['values'][];
  /** Line of the company's first row, where this is a further row that does not name the company. */
  continues?: number;
}

export interface ReadColumn extends MappedColumn {
  /** The column's first values, shown to explain what it holds. */
  samples: string[];
}

/** A line outside the table. */
export interface LeftOutLine {
  line: number;
  text: string;
}

export interface CompanyList {
  /** `sheet`: a tab of a spreadsheet; `xlsx`: a sheet of a workbook. */
  encoding: ListEncoding | 'mixed' | 'unknown' | 'sheet' | 'xlsx';
  /** Titles of the workbook's sheets; empty for any other file. */
  sheets: string[];
  /** The sheet that was read. */
  sheet: string | null;
  delimiter: Delimiter;
  /** Null where the list has no headers. */
  headerLine: number | null;
  header: string[];
  /** The product or office that wrote the list; null where its headers do not tell. */
  writtenBy: string | null;
  columns: ReadColumn[];
  /** Rows without problems. */
  rows: ListRow[];
  /** Titles, notes and totals outside the table. */
  leftOut: LeftOutLine[];
  /** Problems of the whole file first, then by line. */
  problems: ListProblem[];
  /** Remarks that exclude no row. */
  notes: ListProblem[];
}
