/** The methods of whole spreadsheets and their developer metadata. */
import { notEmulated, notFound } from '../workbook/refusal';
import { matchMetadata } from '../workbook/requests/metadata';
import { copySheetHere } from '../workbook/requests/sheet-copies';
import { spreadsheetJson } from '../workbook/spreadsheet-json';
import { isTrue, type MethodCall, type MethodCallWithBody } from './api-method';
import { checkUpdateMasks } from './check-masks';

export function getSpreadsheet({ workbooks, path: [id = ''], query, mask }: MethodCall): object {
  const data = mask?.get('sheets')?.has('data') ?? (mask?.has('sheets') && mask.get('sheets') === null);
  const includeGridData = mask === null ? isTrue(query, 'includeGridData') : data === true;
  return spreadsheetJson(workbooks.get(id), { includeGridData, ranges: query.getAll('ranges') });
}

export function createSpreadsheet({
  workbooks,
  body: { properties, sheets, ...others },
}: MethodCallWithBody<'Spreadsheet'>): object {
  const [other] = Object.keys(others);
  if (other) throw notEmulated(`spreadsheets.create with ${other}`);
  const tabs = sheets?.map(({ properties: own, ...rest }, index) => {
    const [extra] = Object.keys(rest);
    if (extra) throw notEmulated(`spreadsheets.create with sheets.${extra}`);
    return { ...own, title: own?.title ?? `Sheet${index + 1}` };
  });
  const { title, locale, timeZone, ...more } = properties ?? {};
  const ownProperties = {
    ...more,
    ...(title != null && { title }),
    ...(locale != null && { locale }),
    ...(timeZone != null && { timeZone }),
  };
  return spreadsheetJson(workbooks.create(undefined, ownProperties, tabs));
}

export function updateSpreadsheet({
  workbooks,
  path: [id = ''],
  body: request,
  email,
}: MethodCallWithBody<'BatchUpdateSpreadsheetRequest'>): object {
  const requests = request.requests ?? [];
  checkUpdateMasks(requests);
  const replies = workbooks.batchUpdate(id, requests, 'api', email);
  if (!request.includeSpreadsheetInResponse) return { spreadsheetId: id, replies };
  const options = {
    includeGridData: request.responseIncludeGridData ?? false,
    ranges: request.responseRanges ?? [],
  };
  return { spreadsheetId: id, replies, updatedSpreadsheet: spreadsheetJson(workbooks.get(id), options) };
}

export function copySheet({
  workbooks,
  path: [id = '', sheetId = ''],
  body: { destinationSpreadsheetId },
}: MethodCallWithBody<'CopySheetToAnotherSpreadsheetRequest'>): object {
  const source = workbooks.get(id).tabs.find(({ properties }) => properties.sheetId === Number(sheetId));
  if (!source) throw notFound();
  return workbooks.change(destinationSpreadsheetId ?? '', 'api', (draft) => copySheetHere(draft, source));
}

export function searchMetadata({
  workbooks,
  path: [id = ''],
  body: { dataFilters },
}: MethodCallWithBody<'SearchDeveloperMetadataRequest'>): object {
  const matches = matchMetadata(workbooks.get(id), dataFilters ?? []);
  if (matches.size === 0) return {};
  return {
    matchedDeveloperMetadata: [...matches].map(([developerMetadata, filters]) => ({
      developerMetadata,
      dataFilters: filters,
    })),
  };
}

export function getMetadata({ workbooks, path: [id = '', metadataId = ''] }: MethodCall): object {
  const metadata = workbooks.get(id).developerMetadata.find((each) => each.metadataId === Number(metadataId));
  if (!metadata) throw notFound();
  return metadata;
}
