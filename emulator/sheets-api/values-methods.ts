/** The methods of `spreadsheets.values`. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { parseA1 } from '../workbook/a1';
import { appendValues } from '../workbook/append-values';
import { rectOf } from '../workbook/grid-range';
import type { Book } from '../workbook/model';
import { invalidRequest, prefixRefusals } from '../workbook/refusal';
import {
  clearValues,
  type ReadValuesOptions,
  readValues,
  type UpdateValuesResult,
  type ValueInputOption,
  type ValueRange,
  writeValues,
} from '../workbook/values';
import { isTrue, type MethodCall, type MethodCallWithBody } from './api-method';

/** The value of a parameter or field with fixed choices; undefined where it is missing. Invalid values were refused before. */
const choiceOf =
  <Choice extends string>(...choices: readonly Choice[]) =>
  (text: string | null | undefined): Choice | undefined =>
    choices.find((choice) => choice === text);

const majorDimensionOf = choiceOf('ROWS', 'COLUMNS');
const valueRenderOptionOf = choiceOf('FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA');
const dateTimeRenderOptionOf = choiceOf('SERIAL_NUMBER', 'FORMATTED_STRING');

const readOptions = (query: URLSearchParams): ReadValuesOptions => ({
  majorDimension: majorDimensionOf(query.get('majorDimension')),
  valueRenderOption: valueRenderOptionOf(query.get('valueRenderOption')),
  dateTimeRenderOption: dateTimeRenderOptionOf(query.get('dateTimeRenderOption')),
});

/** For methods whose answer repeats the written values. */
const repeatOptions = (query: URLSearchParams): ReadValuesOptions => ({
  majorDimension: majorDimensionOf(query.get('majorDimension')),
  valueRenderOption: valueRenderOptionOf(query.get('responseValueRenderOption')),
  dateTimeRenderOption: dateTimeRenderOptionOf(query.get('responseDateTimeRenderOption')),
});

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

export function getValues({ workbooks, path: [id = '', range = ''], query }: MethodCall): object {
  return readValues(workbooks.get(id), range, readOptions(query));
}

export function batchGetValues({ workbooks, path: [id = ''], query }: MethodCall): object {
  const book = workbooks.get(id);
  const valueRanges = query.getAll('ranges').map((range) => readValues(book, range, readOptions(query)));
  return { spreadsheetId: id, valueRanges };
}

/** The range in the body may be left out; otherwise it must be that of the address. */
function valuesForRange(values: ValueRange, range: string): ValueRange {
  if (values.range && values.range !== range) {
    throw invalidRequest(`Request range[${range}] does not match value's range[${values.range}]`);
  }
  return { ...values, range };
}

export function updateValues({
  workbooks,
  path: [id = '', range = ''],
  query,
  body,
}: MethodCallWithBody<'ValueRange'>): object {
  const input = requireInputOption(query.get('valueInputOption'));
  const updates = workbooks.change(id, 'api', (draft) =>
    writeValues(draft, valuesForRange(body, range), input),
  );
  if (!isTrue(query, 'includeValuesInResponse')) return updates;
  return addUpdatedData(workbooks.get(id), updates, repeatOptions(query));
}

/** Rows and columns in several ranges are counted once. */
function totalsOf(
  book: Book,
  updates: readonly UpdateValuesResult[],
): sheets_v4.Schema$BatchUpdateValuesResponse {
  const rows = new Set<string>();
  const columns = new Set<string>();
  const sheets = new Set<number>();
  let totalUpdatedCells = 0;
  for (const { updatedRange, updatedCells = 0 } of updates) {
    if (!updatedCells) continue;
    const { tab, range } = parseA1(book, updatedRange ?? '');
    const { sheetId } = tab.properties;
    const rect = rectOf(tab, range);
    for (let row = rect.top; row < rect.bottom; row++) rows.add(`${sheetId} ${row}`);
    for (let column = rect.left; column < rect.right; column++) columns.add(`${sheetId} ${column}`);
    sheets.add(sheetId);
    totalUpdatedCells += updatedCells;
  }
  return {
    totalUpdatedRows: rows.size,
    totalUpdatedColumns: columns.size,
    totalUpdatedCells,
    totalUpdatedSheets: sheets.size,
  };
}

export function batchUpdateValues({
  workbooks,
  path: [id = ''],
  body: request,
}: MethodCallWithBody<'BatchUpdateValuesRequest'>): object {
  const input = requireInputOption(request.valueInputOption);
  const data = request.data ?? [];
  const updates = workbooks.change(id, 'api', (draft) =>
    data.map((each, index) => prefixRefusals(`data[${index}]`, () => writeValues(draft, each, input))),
  );
  const options: ReadValuesOptions = {
    valueRenderOption: valueRenderOptionOf(request.responseValueRenderOption),
    dateTimeRenderOption: dateTimeRenderOptionOf(request.responseDateTimeRenderOption),
  };
  const book = workbooks.get(id);
  return {
    spreadsheetId: id,
    ...totalsOf(book, updates),
    responses: request.includeValuesInResponse
      ? updates.map((each) => addUpdatedData(book, each, options))
      : updates,
  };
}

export function appendToRange({
  workbooks,
  path: [id = '', range = ''],
  query,
  body,
}: MethodCallWithBody<'ValueRange'>): object {
  const input = requireInputOption(query.get('valueInputOption'));
  const insert = query.get('insertDataOption') === 'INSERT_ROWS' ? 'INSERT_ROWS' : 'OVERWRITE';
  const values = valuesForRange(body, range);
  const answer = workbooks.change(id, 'api', (draft) => appendValues(draft, values, input, insert));
  if (!isTrue(query, 'includeValuesInResponse') || !answer.updates) return answer;
  const updates = addUpdatedData(workbooks.get(id), answer.updates, repeatOptions(query));
  return { ...answer, updates };
}

export function clearRange({ workbooks, path: [id = '', range = ''] }: MethodCall): object {
  const clearedRange = workbooks.change(id, 'api', (draft) => clearValues(draft, range));
  return { spreadsheetId: id, clearedRange };
}

export function batchClearValues({
  workbooks,
  path: [id = ''],
  body: { ranges },
}: MethodCallWithBody<'BatchClearValuesRequest'>): object {
  const clearedRanges = workbooks.change(id, 'api', (draft) =>
    (ranges ?? []).map((range, index) => prefixRefusals(`range[${index}]`, () => clearValues(draft, range))),
  );
  return { spreadsheetId: id, clearedRanges };
}
