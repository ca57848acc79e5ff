/** A company list that a caller sends as a file, or names as a tab of the register's spreadsheet. */
import { createHash } from 'node:crypto';
import { isOfSeveralColumns, type ListMapping } from '../company-list/columns';
import type { CompanyList } from '../company-list/company-list';
import { LIST_FIELDS } from '../company-list/header-fields';
import { FIELD_LABELS } from '../company-list/list-headers';
import { type CellTable, readTable } from '../company-list/read-list';
import { readListFile } from '../company-list/read-list-file';
import type { NamedEncoding } from '../company-list/strict-decoding';
import type { ImportAnswer } from '../contract/import';
import type { SheetsClient } from '../sheets/client';
import { readImportTab } from '../sheets/import-tab';
import type { LatestValue } from './latest-value';
import type { ProblemResult } from './problem-result';

/** What a column of a list can be, for a person who corrects what was recognised. */
export const LIST_FIELD_LABELS: ImportAnswer['fields'] = LIST_FIELDS.map((field) => ({
  field,
  label: FIELD_LABELS[field],
  ofSeveralColumns: isOfSeveralColumns(field),
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
  /** Tells this reading of it from any other. */
  key: string;
}

/**
 * Refuses with TAB_UNKNOWN and TAB_IS_OURS. Throws SheetsError where Sheets did not do what it was asked. `latestList` is what was
 * read last: a long list comes in several calls.
 */
export const readSubmittedList = async (
  source: ListSource,
  reading: ListReading,
  latestList: LatestValue<CompanyList>,
): Promise<SubmittedList | ProblemResult> => {
  const { columns, ...options } = reading;
  const readOptions = { mapping: { columns }, ...options };
  const submitted = async (
    bytes: Uint8Array,
    read: () => CompanyList | Promise<CompanyList>,
  ): Promise<SubmittedList> => {
    const key = JSON.stringify([createHash('sha256').update(bytes).digest('base64url'), reading]);
    return { list: await latestList.get(key, async () => read()), bytes, key };
  };
  if ('file' in source) return submitted(source.file, () => readListFile(source.file, readOptions));
  const { tab, spreadsheetId, openSheets } = source;
  const content = await readImportTab(await openSheets(), spreadsheetId, tab);
  if ('rows' in content) return submitted(tableBytes(content), () => readTable(content, readOptions));
  return content.refused === 'TAB_UNKNOWN'
    ? { problem: { code: 'TAB_UNKNOWN', tab, titles: content.titles } }
    : { problem: { code: 'TAB_IS_OURS', tab } };
};

/** What a tab is told by: its cells, and which of them are merged. */
const tableBytes = ({ rows, merged }: CellTable): Uint8Array =>
  Buffer.from(JSON.stringify(merged?.length ? [rows, merged] : rows));
