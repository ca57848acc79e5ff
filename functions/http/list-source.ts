/** A company list as a caller sends it: the body, or the title of a tab of the register's spreadsheet. */
import { type ListSource, readSubmittedList, type SubmittedList } from '../app/read-submitted-list';
import { parseMapping } from '../company-list/parse-mapping';
import { inputIssue } from './input-issues';
import { invalidInput, resultOrThrow } from './problem';
import { registerSheetOf, type Service } from './service';
import { throwAsSheetProblem } from './sheet-problems';

interface ListParameters {
  /** The columns' meaning as a person corrected it: `0:name,3:` */
  mapping?: string;
  noHeader: boolean;
  /** Title of the tab; the body is empty then. */
  tab?: string;
}

/** Throws a Problem where the mapping is wrong or the tab cannot be read. */
export const readListOrRefuse = async (
  service: Service,
  { mapping, noHeader, tab }: ListParameters,
  file: Buffer,
): Promise<SubmittedList> => {
  const columns = mapping === undefined ? {} : parseMapping(mapping);
  if (columns === null) throw invalidInput([inputIssue(['mapping'], 'mapping_unknown')]);
  const source: ListSource =
    tab === undefined
      ? { file }
      : { tab, spreadsheetId: registerSheetOf(service), openSheets: service.sheets };
  return resultOrThrow(await readSubmittedList(source, { columns, noHeader }).catch(throwAsSheetProblem));
};
