/** A list of companies, as it was read. */
import type { MappedColumn } from './columns';
import type { Delimiter } from './csv-records';
import type { ListEncoding } from './decode-list';
import type { ListField } from './list-headers';
import type { ListProblem } from './list-problems';

export interface ListRow {
  /** 1-based line of the file where the record starts. */
  line: number;
  /** Without the fields that are empty; what surrounds a value is gone, the rest is as it stands in the file. */
  values: Partial<Record<ListField, string>>;
  /** The persons beside the first one, each in the fields of a first one. */
  contacts?: readonly ListRow['values'][];
  /** The line of the company's first row, where this is a further row of that company and does not name it itself. */
  continues?: number;
}

export interface ReadColumn extends MappedColumn {
  /** Its first values, so that a person sees what it is. */
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
  /** Titles of the workbook's sheets; none of another file. */
  sheets: string[];
  /** The one that was read. */
  sheet: string | null;
  delimiter: Delimiter;
  /** Null where it has none. */
  headerLine: number | null;
  header: string[];
  /** The product or office that has written it; null where its headers do not tell. */
  writtenBy: string | null;
  columns: ReadColumn[];
  /** The good rows; a row with a problem is not among them. */
  rows: ListRow[];
  /** Titles, notes and totals. */
  leftOut: LeftOutLine[];
  /** Those of the whole file first, then by line. */
  problems: ListProblem[];
  /** What is good to know, and keeps nothing out. */
  notes: ListProblem[];
}
