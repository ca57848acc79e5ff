/** A company list as a caller sends it: the body, or the title of a tab of the register's spreadsheet. */
import { type ListSource, readSubmittedList, type SubmittedList } from '../app/read-submitted-list';
import { parseMapping } from '../company-list/parse-mapping';
import type { NamedEncoding } from '../company-list/strict-decoding';
import { definedFields } from '../domain/account/defined-fields';
import { inputIssue } from './input-issues';
import { invalidInput, resultOrThrow } from './problem';
import { registerSheetOf, type Service } from './service';
import { throwAsSheetProblem } from './sheet-problems';

interface ListParameters {
  /** The columns' meaning as a person corrected it: `0:name,3:` */
  mapping?: string;
  noHeader: boolean;
  headerLine?: number;
  encoding?: NamedEncoding;
  sheet?: string;
  /** The body is in base64. */
  base64: boolean;
  /** Title of the tab; the body is empty then. */
  tab?: string;
}

/** Throws a Problem where the mapping is wrong or the tab cannot be read. */
export const readListOrRefuse = async (
  service: Service,
  { mapping, tab, noHeader, headerLine, encoding, sheet, base64 }: ListParameters,
  file: Buffer,
): Promise<SubmittedList> => {
  const columns = mapping === undefined ? {} : parseMapping(mapping);
  if (columns === null) throw invalidInput([inputIssue(['mapping'], 'mapping_unknown')]);
  const reading = { columns, noHeader, ...definedFields({ headerLine, encoding, sheet }) };
  const source: ListSource =
    tab === undefined
      ? { file: base64 ? Buffer.from(file.toString('latin1'), 'base64') : file }
      : { tab, spreadsheetId: registerSheetOf(service), openSheets: service.sheets };
  return resultOrThrow(
    await readSubmittedList(source, reading, service.latestList).catch(throwAsSheetProblem),
  );
};
