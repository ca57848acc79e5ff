/** A company list as a caller sends it: the body, or a tab of the register's spreadsheet. */
import { LIST_FIELDS } from '../company-list/columns';
import { FIELD_LABELS } from '../company-list/list-headers';
import { parseMapping } from '../company-list/parse-mapping';
import { type CompanyList, readCompanyList, readTable } from '../company-list/read-list';
import type { ImportAnswer } from '../contract/import';
import { readImportTab } from '../sheets/import-tab';
import { invalidInput } from './body';
import { inputIssue } from './input-issues';
import { Problem } from './problem';
import { registerSheetOf, type Service } from './service';
import { throwAsSheetProblem } from './sheet-problems';

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
  const spreadsheet = registerSheetOf(service);
  const content = await readImportTab(await service.sheets(), spreadsheet, tab).catch(throwAsSheetProblem);
  if ('rows' in content) return content.rows;
  throw content.refused === 'TAB_UNKNOWN'
    ? new Problem({ code: 'TAB_UNKNOWN', tab, titles: content.titles })
    : new Problem({ code: 'TAB_IS_OURS', tab });
};
