/** A company list as a caller sends it: the body, or a tab of the register's spreadsheet. */
import { FIELD_LABELS, LIST_FIELDS } from '../company-list/columns';
import { parseMapping } from '../company-list/parse-mapping';
import { type CompanyList, readCompanyList, readTable } from '../company-list/read-list';
import type { ImportAnswer } from '../contract/contract';
import { readImportTab } from '../sheets/import-tab';
import { invalidInput } from './body';
import { inputIssue } from './issues';
import { Problem } from './problems';
import type { Service } from './service';
import { throwAsSheetProblem } from './sheet-problems';

/** 20,000 rows of a real list are a quarter of this; larger files are refused with the advice to split them. */
export const MAX_LIST_BYTES = 20 * 1024 * 1024;

const LIST_FIELD_LABELS: ImportAnswer['fields'] = LIST_FIELDS.map((field) => ({
  field,
  label: FIELD_LABELS[field],
}));

interface ListReading {
  mapping?: string;
  noHeader: boolean;
  tab?: string;
}

/** With the bytes that tell this list from any other. */
export const readListBody = async (
  service: Service,
  { mapping, noHeader, tab }: ListReading,
  file: Buffer,
): Promise<{ read: CompanyList; bytes: Uint8Array; fields: ImportAnswer['fields'] }> => {
  const columns = mapping === undefined ? {} : parseMapping(mapping);
  if (columns === null) throw invalidInput([inputIssue(['mapping'], 'mapping_unknown')]);
  const options = { mapping: { columns }, noHeader };
  if (tab === undefined)
    return { read: readCompanyList(file, options), bytes: file, fields: LIST_FIELD_LABELS };
  const rows = await readTabRows(service, tab);
  return {
    read: readTable(rows, options),
    bytes: Buffer.from(JSON.stringify(rows)),
    fields: LIST_FIELD_LABELS,
  };
};

const readTabRows = async (service: Service, tab: string): Promise<string[][]> => {
  const { registerSheet } = service.config;
  if (registerSheet === null) throw new Problem('REGISTER_SHEET_NOT_SET');
  const found = await readImportTab(await service.sheets(), registerSheet, tab).catch(throwAsSheetProblem);
  if ('rows' in found) return found.rows;
  throw found.refused === 'TAB_UNKNOWN'
    ? new Problem('TAB_UNKNOWN', { facts: { tab, titles: found.titles } })
    : new Problem('TAB_IS_OURS', { facts: { tab } });
};
