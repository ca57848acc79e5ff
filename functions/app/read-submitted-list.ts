/** A company list that a caller sends as a file, or names as a tab of the register's spreadsheet. */
import type { ListMapping } from '../company-list/columns';
import type { CompanyList } from '../company-list/company-list';
import { LIST_FIELDS } from '../company-list/header-fields';
import { FIELD_LABELS } from '../company-list/list-headers';
import { readTable } from '../company-list/read-list';
import { readListFile } from '../company-list/read-list-file';
import type { NamedEncoding } from '../company-list/strict-decoding';
import type { ImportAnswer } from '../contract/import';
import type { SheetsClient } from '../sheets/client';
import { readImportTab } from '../sheets/import-tab';
import type { ProblemResult } from './problem-result';

/** What a column of a list can be, for a person who corrects what was recognised. */
export const LIST_FIELD_LABELS: ImportAnswer['fields'] = LIST_FIELDS.map((field) => ({
  field,
  label: FIELD_LABELS[field],
}));

export type ListSource =
  | { file: Uint8Array }
  | { tab: string; spreadsheetId: string; openSheets: () => Promise<SheetsClient> };

export interface ListReading {
  /** The columns' meaning as a person corrected it. */
  columns: NonNullable<ListMapping['columns']>;
  /** The first row is a company already. */
  noHeader: boolean;
  headerLine?: number;
  encoding?: NamedEncoding;
  sheet?: string;
}

export interface SubmittedList {
  list: CompanyList;
  /** They tell this list from any other. */
  bytes: Uint8Array;
}

/** Refuses with TAB_UNKNOWN and TAB_IS_OURS. Throws SheetsError where Sheets did not do what it was asked. */
export const readSubmittedList = async (
  source: ListSource,
  { columns, ...reading }: ListReading,
): Promise<SubmittedList | ProblemResult> => {
  const options = { mapping: { columns }, ...reading };
  if ('file' in source) return { list: await readListFile(source.file, options), bytes: source.file };
  const { tab, spreadsheetId, openSheets } = source;
  const content = await readImportTab(await openSheets(), spreadsheetId, tab);
  if ('rows' in content)
    return { list: readTable(content.rows, options), bytes: Buffer.from(JSON.stringify(content.rows)) };
  return content.refused === 'TAB_UNKNOWN'
    ? { problem: { code: 'TAB_UNKNOWN', tab, titles: content.titles } }
    : { problem: { code: 'TAB_IS_OURS', tab } };
};
