/** The methods of the Sheets API: address, what the body must be, and what the workbook does for it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { parseA1 } from '../workbook/a1';
import type { FieldMask } from '../workbook/field-mask';
import type { Book, BookProperties } from '../workbook/model';
import { invalidRequest, notEmulated, notFound, prefixRefusals } from '../workbook/refusal';
import { matchMetadata } from '../workbook/requests/metadata';
import { spreadsheetJson } from '../workbook/spreadsheet-json';
import {
  appendValues,
  clearValues,
  type ReadValuesOptions,
  readValues,
  type UpdateValuesResult,
  type ValueInputOption,
  writeValues,
} from '../workbook/values';
import type { Workbooks } from '../workbook/workbook';
import { checkUpdateMasks } from './check-masks';
import type { TrafficKind } from './fault-injection';

export interface MethodCall {
  workbooks: Workbooks;
  /** From the address, decoded: the spreadsheet ID, then the range or another ID. */
  path: readonly string[];
  query: URLSearchParams;
  /** Checked against `Method.body`. */
  body: object;
  /** Of `fields=`. */
  mask: FieldMask;
}

export interface ApiMethod {
  http: 'GET' | 'POST' | 'PUT';
  address: RegExp;
  traffic: TrafficKind;
  /** As in the client's types: `Spreadsheets$Values$Update`. */
  parameters: string;
  /** The message, and Google's name for the body in refusals. */
  body?: { schema: string; root: string };
  answer: string;
  run(call: MethodCall): object;
}

const ID = '/v4/spreadsheets/([^/:]+)';

function readOptions(query: URLSearchParams, prefix = ''): ReadValuesOptions {
  const name = (text: string): string => (prefix ? prefix + text[0]?.toUpperCase() + text.slice(1) : text);
  const given = (text: string): string | undefined => query.get(text) ?? undefined;
  return {
    majorDimension: given('majorDimension') as ReadValuesOptions['majorDimension'],
    valueRenderOption: given(name('valueRenderOption')) as ReadValuesOptions['valueRenderOption'],
    dateTimeRenderOption: given(name('dateTimeRenderOption')) as ReadValuesOptions['dateTimeRenderOption'],
  };
}

function requireInputOption(option: string | null | undefined): ValueInputOption {
  if (option === 'RAW' || option === 'USER_ENTERED') return option;
  throw invalidRequest("'valueInputOption' is required but not specified");
}

function addUpdatedData(
  book: Book,
  updates: UpdateValuesResult,
  options: ReadValuesOptions,
): UpdateValuesResult {
  return { ...updates, updatedData: readValues(book, updates.updatedRange ?? '', options) };
}

function getSpreadsheet({ workbooks, path: [id = ''], query, mask }: MethodCall): object {
  const data = mask?.get('sheets')?.has('data') ?? (mask?.has('sheets') && mask.get('sheets') === null);
  const includeGridData = mask === null ? query.get('includeGridData') === 'true' : data === true;
  return spreadsheetJson(workbooks.get(id), { includeGridData, ranges: query.getAll('ranges') });
}

function createSpreadsheet({ workbooks, body }: MethodCall): object {
  const { properties, sheets, ...others } = body as sheets_v4.Schema$Spreadsheet;
  const [other] = Object.keys(others);
  if (other) throw notEmulated(`spreadsheets.create with ${other}`);
  const tabs = sheets?.map(({ properties: own, ...rest }, index) => {
    const [extra] = Object.keys(rest);
    if (extra) throw notEmulated(`spreadsheets.create with sheets.${extra}`);
    return { ...own, title: own?.title ?? `Sheet${index + 1}` };
  });
  const book = workbooks.create(undefined, (properties ?? {}) as Partial<BookProperties>, tabs);
  return spreadsheetJson(book);
}

function updateSpreadsheet({ workbooks, path: [id = ''], body }: MethodCall): object {
  const given = body as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
  const requests = given.requests ?? [];
  checkUpdateMasks(requests);
  const replies = workbooks.batchUpdate(id, requests, 'api');
  if (!given.includeSpreadsheetInResponse) return { spreadsheetId: id, replies };
  const options = {
    includeGridData: given.responseIncludeGridData ?? false,
    ranges: given.responseRanges ?? [],
  };
  return { spreadsheetId: id, replies, updatedSpreadsheet: spreadsheetJson(workbooks.get(id), options) };
}

function getValues({ workbooks, path: [id = '', range = ''], query }: MethodCall): object {
  return readValues(workbooks.get(id), range, readOptions(query));
}

function batchGetValues({ workbooks, path: [id = ''], query }: MethodCall): object {
  const book = workbooks.get(id);
  const valueRanges = query.getAll('ranges').map((range) => readValues(book, range, readOptions(query)));
  return { spreadsheetId: id, valueRanges };
}

/** The range in the address and the one in the body must be the same, where the body names one. */
function valuesForRange(body: object, range: string): sheets_v4.Schema$ValueRange {
  const given = body as sheets_v4.Schema$ValueRange;
  if (given.range && given.range !== range) {
    throw invalidRequest(`Request range[${range}] does not match value's range[${given.range}]`);
  }
  return { ...given, range };
}

function updateValues({ workbooks, path: [id = '', range = ''], query, body }: MethodCall): object {
  const input = requireInputOption(query.get('valueInputOption'));
  const updates = workbooks.change(id, 'api', (draft) =>
    writeValues(draft, valuesForRange(body, range), input),
  );
  if (query.get('includeValuesInResponse') !== 'true') return updates;
  return addUpdatedData(workbooks.get(id), updates, readOptions(query, 'response'));
}

function batchUpdateValues({ workbooks, path: [id = ''], body }: MethodCall): object {
  const given = body as sheets_v4.Schema$BatchUpdateValuesRequest;
  const input = requireInputOption(given.valueInputOption);
  const data = given.data ?? [];
  const updates = workbooks.change(id, 'api', (draft) =>
    data.map((each, index) => prefixRefusals(`data[${index}]`, () => writeValues(draft, each, input))),
  );
  const options = {
    valueRenderOption: given.responseValueRenderOption,
    dateTimeRenderOption: given.responseDateTimeRenderOption,
  } as ReadValuesOptions;
  const book = workbooks.get(id);
  const sum = (field: 'updatedRows' | 'updatedColumns' | 'updatedCells'): number =>
    updates.reduce((total, each) => total + (each[field] ?? 0), 0);
  return {
    spreadsheetId: id,
    totalUpdatedRows: sum('updatedRows'),
    totalUpdatedColumns: sum('updatedColumns'),
    totalUpdatedCells: sum('updatedCells'),
    totalUpdatedSheets: new Set(data.map(({ range }) => parseA1(book, range ?? '').tab)).size,
    responses: given.includeValuesInResponse
      ? updates.map((each) => addUpdatedData(book, each, options))
      : updates,
  };
}

function appendToRange({ workbooks, path: [id = '', range = ''], query, body }: MethodCall): object {
  const input = requireInputOption(query.get('valueInputOption'));
  const insert = query.get('insertDataOption') === 'INSERT_ROWS' ? 'INSERT_ROWS' : 'OVERWRITE';
  const values = valuesForRange(body, range);
  const answer = workbooks.change(id, 'api', (draft) => appendValues(draft, values, input, insert));
  if (query.get('includeValuesInResponse') !== 'true' || !answer.updates) return answer;
  const updates = addUpdatedData(workbooks.get(id), answer.updates, readOptions(query, 'response'));
  return { ...answer, updates };
}

function clearRange({ workbooks, path: [id = '', range = ''] }: MethodCall): object {
  const clearedRange = workbooks.change(id, 'api', (draft) => clearValues(draft, range));
  return { spreadsheetId: id, clearedRange };
}

function batchClearValues({ workbooks, path: [id = ''], body }: MethodCall): object {
  const { ranges } = body as sheets_v4.Schema$BatchClearValuesRequest;
  const clearedRanges = workbooks.change(id, 'api', (draft) =>
    (ranges ?? []).map((range, index) => prefixRefusals(`range[${index}]`, () => clearValues(draft, range))),
  );
  return { spreadsheetId: id, clearedRanges };
}

function searchMetadata({ workbooks, path: [id = ''], body }: MethodCall): object {
  const { dataFilters } = body as sheets_v4.Schema$SearchDeveloperMetadataRequest;
  const matches = matchMetadata(workbooks.get(id), dataFilters ?? []);
  if (matches.size === 0) return {};
  return {
    matchedDeveloperMetadata: [...matches].map(([developerMetadata, filters]) => ({
      developerMetadata,
      dataFilters: filters,
    })),
  };
}

function getMetadata({ workbooks, path: [id = '', metadataId = ''] }: MethodCall): object {
  const found = workbooks.get(id).developerMetadata.find((each) => each.metadataId === Number(metadataId));
  if (!found) throw notFound();
  return found;
}

const notEmulatedMethod = (name: string) => (): never => {
  throw notEmulated(name);
};

const addressPattern = (suffix: string): RegExp => new RegExp(`^${ID}${suffix}$`);

/** The first whose verb and address fit. */
export const API_METHODS: readonly ApiMethod[] = [
  {
    http: 'POST',
    address: /^\/v4\/spreadsheets$/,
    traffic: 'write',
    parameters: 'Spreadsheets$Create',
    body: { schema: 'Spreadsheet', root: 'spreadsheet' },
    answer: 'Spreadsheet',
    run: createSpreadsheet,
  },
  {
    http: 'GET',
    address: addressPattern(''),
    traffic: 'read',
    parameters: 'Spreadsheets$Get',
    answer: 'Spreadsheet',
    run: getSpreadsheet,
  },
  {
    http: 'POST',
    address: addressPattern(':batchUpdate'),
    traffic: 'write',
    parameters: 'Spreadsheets$Batchupdate',
    body: { schema: 'BatchUpdateSpreadsheetRequest', root: '' },
    answer: 'BatchUpdateSpreadsheetResponse',
    run: updateSpreadsheet,
  },
  {
    http: 'GET',
    address: addressPattern('/values:batchGet'),
    traffic: 'read',
    parameters: 'Spreadsheets$Values$Batchget',
    answer: 'BatchGetValuesResponse',
    run: batchGetValues,
  },
  {
    http: 'POST',
    address: addressPattern('/values:batchUpdate'),
    traffic: 'write',
    parameters: 'Spreadsheets$Values$Batchupdate',
    body: { schema: 'BatchUpdateValuesRequest', root: '' },
    answer: 'BatchUpdateValuesResponse',
    run: batchUpdateValues,
  },
  {
    http: 'POST',
    address: addressPattern('/values:batchClear'),
    traffic: 'write',
    parameters: 'Spreadsheets$Values$Batchclear',
    body: { schema: 'BatchClearValuesRequest', root: '' },
    answer: 'BatchClearValuesResponse',
    run: batchClearValues,
  },
  {
    http: 'POST',
    address: addressPattern('/values/(.+):append'),
    traffic: 'write',
    parameters: 'Spreadsheets$Values$Append',
    body: { schema: 'ValueRange', root: 'data' },
    answer: 'AppendValuesResponse',
    run: appendToRange,
  },
  {
    http: 'POST',
    address: addressPattern('/values/(.+):clear'),
    traffic: 'write',
    parameters: 'Spreadsheets$Values$Clear',
    body: { schema: 'ClearValuesRequest', root: '' },
    answer: 'ClearValuesResponse',
    run: clearRange,
  },
  {
    http: 'GET',
    address: addressPattern('/values/(.+)'),
    traffic: 'read',
    parameters: 'Spreadsheets$Values$Get',
    answer: 'ValueRange',
    run: getValues,
  },
  {
    http: 'PUT',
    address: addressPattern('/values/(.+)'),
    traffic: 'write',
    parameters: 'Spreadsheets$Values$Update',
    body: { schema: 'ValueRange', root: 'data' },
    answer: 'UpdateValuesResponse',
    run: updateValues,
  },
  {
    http: 'POST',
    address: addressPattern('/developerMetadata:search'),
    traffic: 'read',
    parameters: 'Spreadsheets$Developermetadata$Search',
    body: { schema: 'SearchDeveloperMetadataRequest', root: '' },
    answer: 'SearchDeveloperMetadataResponse',
    run: searchMetadata,
  },
  {
    http: 'GET',
    address: addressPattern('/developerMetadata/(\\d+)'),
    traffic: 'read',
    parameters: 'Spreadsheets$Developermetadata$Get',
    answer: 'DeveloperMetadata',
    run: getMetadata,
  },
  ...(
    [
      [':getByDataFilter', 'read', 'Spreadsheets$Getbydatafilter'],
      ['/values:batchGetByDataFilter', 'read', 'Spreadsheets$Values$Batchgetbydatafilter'],
      ['/values:batchUpdateByDataFilter', 'write', 'Spreadsheets$Values$Batchupdatebydatafilter'],
      ['/values:batchClearByDataFilter', 'write', 'Spreadsheets$Values$Batchclearbydatafilter'],
      ['/sheets/\\d+:copyTo', 'write', 'Spreadsheets$Sheets$Copyto'],
    ] as const
  ).map(([suffix, traffic, parameters]): ApiMethod => {
    return {
      http: 'POST',
      address: addressPattern(suffix),
      traffic,
      parameters,
      answer: '',
      run: notEmulatedMethod(parameters),
    };
  }),
];
