/** The methods of the Sheets API that are emulated, and those that are refused by their names. */
import { notEmulated } from '../workbook/refusal';
import type { ApiMethod } from './api-method';
import {
  copySheet,
  createSpreadsheet,
  getMetadata,
  getSpreadsheet,
  searchMetadata,
  updateSpreadsheet,
} from './spreadsheet-methods';
import {
  appendToRange,
  batchClearValues,
  batchGetValues,
  batchUpdateValues,
  clearRange,
  getValues,
  updateValues,
} from './values-methods';

const ID = '/v4/spreadsheets/([^/:]+)';

const notEmulatedMethod = (name: string) => (): never => {
  throw notEmulated(name);
};

const addressPattern = (suffix: string): RegExp => new RegExp(`^${ID}${suffix}$`);

/** The first one whose verb and address match is called. */
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
  {
    http: 'POST',
    address: addressPattern('/sheets/(\\d+):copyTo'),
    traffic: 'write',
    parameters: 'Spreadsheets$Sheets$Copyto',
    body: { schema: 'CopySheetToAnotherSpreadsheetRequest', root: '' },
    answer: 'SheetProperties',
    run: copySheet,
  },
  ...(
    [
      [':getByDataFilter', 'read', 'Spreadsheets$Getbydatafilter'],
      ['/values:batchGetByDataFilter', 'read', 'Spreadsheets$Values$Batchgetbydatafilter'],
      ['/values:batchUpdateByDataFilter', 'write', 'Spreadsheets$Values$Batchupdatebydatafilter'],
      ['/values:batchClearByDataFilter', 'write', 'Spreadsheets$Values$Batchclearbydatafilter'],
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
