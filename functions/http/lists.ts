/** A company list as a caller sends it: the body, or a tab of the register's spreadsheet. */
import { FIELD_LABELS, LIST_FIELDS } from '../company-list/columns';
import { readMapping } from '../company-list/mapping';
import { type CompanyList, readCompanyList, readTable } from '../company-list/read-list';
import type { ImportAnswer } from '../contract';
import type { Service } from '../service';
import { readListTab } from '../sheets/list-tab';
import { refuseInput } from './body';
import { issue } from './issues';
import { Problem } from './problems';
import { asSheetProblem } from './sheet-problems';

/** 20,000 rows of a real list are a quarter of this; larger files are refused with the advice to split them. */
export const LARGEST_LIST = 20 * 1024 * 1024;

const FIELDS: ImportAnswer['fields'] = LIST_FIELDS.map((field) => ({ field, label: FIELD_LABELS[field] }));

interface Reading {
  mapping?: string;
  noHeader: boolean;
  tab?: string;
}

/** With the bytes that tell this list from any other. */
export const readList = async (
  service: Service,
  { mapping, noHeader, tab }: Reading,
  file: Buffer,
): Promise<{ read: CompanyList; bytes: Uint8Array; fields: ImportAnswer['fields'] }> => {
  const columns = mapping === undefined ? {} : readMapping(mapping);
  if (columns === null) throw refuseInput([issue(['mapping'], 'mapping_unknown')]);
  const options = { mapping: { columns }, noHeader };
  if (tab === undefined) return { read: readCompanyList(file, options), bytes: file, fields: FIELDS };
  const rows = await rowsOf(service, tab);
  return { read: readTable(rows, options), bytes: Buffer.from(JSON.stringify(rows)), fields: FIELDS };
};

const rowsOf = async (service: Service, tab: string): Promise<string[][]> => {
  const { registerSheet } = service.config;
  if (registerSheet === null) throw new Problem('REGISTER_SHEET_NOT_SET');
  const found = await readListTab(await service.sheets(), registerSheet, tab).catch(asSheetProblem);
  if ('rows' in found) return found.rows;
  throw found.refused === 'TAB_UNKNOWN'
    ? new Problem('TAB_UNKNOWN', { facts: { tab, titles: found.titles } })
    : new Problem('TAB_IS_OURS', { facts: { tab } });
};
