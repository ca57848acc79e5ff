/** The methods of the Sheets API that are emulated, and those that are refused by their names. */
import { notEmulated } from '../workbook/refusal';
import { type ApiMethod, withBody, withoutBody } from './api-method';
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

/** The first method whose verb and address match is called. */
export const API_METHODS: readonly ApiMethod[] = [
  {
    http: 'POST',
    address: /^\/v4\/spreadsheets$/,
    traffic: 'write',
    parameters: 'Spreadsheets$Create',
    answer: 'Spreadsheet',
    accept: withBody('Spreadsheet', 'spreadsheet', createSpreadsheet),
  },
  {
    http: 'GET',
    address: addressPattern(''),
    traffic: 'read',
    parameters: 'Spreadsheets$Get',
    answer: 'Spreadsheet',
    accept: withoutBody(getSpreadsheet),
  },
  {
    http: 'POST',
    address: addressPattern(':batchUpdate'),
    traffic: 'write',
    parameters: 'Spreadsheets$Batchupdate',
    answer: 'BatchUpdateSpreadsheetResponse',
    accept: withBody('BatchUpdateSpreadsheetRequest', '', updateSpreadsheet),
  },
  {
    http: 'GET',
    address: addressPattern('/values:batchGet'),
    traffic: 'read',
    parameters: 'Spreadsheets$Values$Batchget',
    answer: 'BatchGetValuesResponse',
    accept: withoutBody(batchGetValues),
  },
  {
    http: 'POST',
    address: addressPattern('/values:batchUpdate'),
    traffic: 'write',
    parameters: 'Spreadsheets$Values$Batchupdate',
    answer: 'BatchUpdateValuesResponse',
    accept: withBody('BatchUpdateValuesRequest', '', batchUpdateValues),
  },
  {
    http: 'POST',
    address: addressPattern('/values:batchClear'),
    traffic: 'write',
    parameters: 'Spreadsheets$Values$Batchclear',
    answer: 'BatchClearValuesResponse',
    accept: withBody('BatchClearValuesRequest', '', batchClearValues),
  },
  {
    http: 'POST',
    address: addressPattern('/values/(.+):append'),
    traffic: 'write',
    parameters: 'Spreadsheets$Values$Append',
    answer: 'AppendValuesResponse',
    accept: withBody('ValueRange', 'data', appendToRange),
  },
  {
    http: 'POST',
    address: addressPattern('/values/(.+):clear'),
    traffic: 'write',
    parameters: 'Spreadsheets$Values$Clear',
    answer: 'ClearValuesResponse',
    accept: withBody('ClearValuesRequest', '', clearRange),
  },
  {
    http: 'GET',
    address: addressPattern('/values/(.+)'),
    traffic: 'read',
    parameters: 'Spreadsheets$Values$Get',
    answer: 'ValueRange',
    accept: withoutBody(getValues),
  },
  {
    http: 'PUT',
    address: addressPattern('/values/(.+)'),
    traffic: 'write',
    parameters: 'Spreadsheets$Values$Update',
    answer: 'UpdateValuesResponse',
    accept: withBody('ValueRange', 'data', updateValues),
  },
  {
    http: 'POST',
    address: addressPattern('/developerMetadata:search'),
    traffic: 'read',
    parameters: 'Spreadsheets$Developermetadata$Search',
    answer: 'SearchDeveloperMetadataResponse',
    accept: withBody('SearchDeveloperMetadataRequest', '', searchMetadata),
  },
  {
    http: 'GET',
    address: addressPattern('/developerMetadata/(\\d+)'),
    traffic: 'read',
    parameters: 'Spreadsheets$Developermetadata$Get',
    answer: 'DeveloperMetadata',
    accept: withoutBody(getMetadata),
  },
  {
    http: 'POST',
    address: addressPattern('/sheets/(\\d+):copyTo'),
    traffic: 'write',
    parameters: 'Spreadsheets$Sheets$Copyto',
    answer: 'SheetProperties',
    accept: withBody('CopySheetToAnotherSpreadsheetRequest', '', copySheet),
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
      accept: withoutBody(notEmulatedMethod(parameters)),
    };
  }),
];
