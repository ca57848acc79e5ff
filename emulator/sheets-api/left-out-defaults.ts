/** Removes default values from answers, as Google does: false, 0 in some fields, and empty lists. */
import { isPlainObject, type PlainObject } from '../workbook/plain-object';
import { schemas } from './schemas';

/** Numbers that are left out where they are 0; others, such as the indexes of a range, are always present. */
const LEFT_OUT_ZEROS = new Set([
  'BasicChartSpec.headerCount',
  'BatchUpdateValuesResponse.totalUpdatedCells',
  'BatchUpdateValuesResponse.totalUpdatedColumns',
  'BatchUpdateValuesResponse.totalUpdatedRows',
  'BatchUpdateValuesResponse.totalUpdatedSheets',
  'DimensionRange.sheetId',
  'GridCoordinate.columnIndex',
  'GridCoordinate.rowIndex',
  'GridCoordinate.sheetId',
  'GridProperties.frozenColumnCount',
  'GridProperties.frozenRowCount',
  'GridRange.sheetId',
  'OverlayPosition.offsetXPixels',
  'OverlayPosition.offsetYPixels',
]);

/** Messages that keep a false that was set, and the largest ones, in which nothing is left out. */
const WHOLE_MESSAGES = new Set([
  'CellFormat',
  'ExtendedValue',
  'TextFormat',
  'TextFormatRun',
  'Color',
  'ColorStyle',
]);

/** The answer of the message type `schema` without what Google leaves out. */
export function leaveOutDefaults(answer: object, schema: string): object {
  return isPlainObject(answer) ? withoutDefaults(answer, schema) : answer;
}

function withoutDefaults(message: PlainObject, schema: string): PlainObject {
  const fields = schemas().message(schema);
  if (!fields || WHOLE_MESSAGES.has(schema)) return message;
  const kept: PlainObject = {};
  for (const name of Object.keys(message)) {
    const value = message[name];
    const type = fields.get(name);
    if (value === false || value === undefined) continue;
    if (value === 0 && LEFT_OUT_ZEROS.has(`${schema}.${name}`)) continue;
    if (type?.kind !== 'message') {
      if (!Array.isArray(value) || value.length > 0) kept[name] = value;
      continue;
    }
    const below = type.schema ?? '';
    if (Array.isArray(value)) {
      if (value.length > 0)
        kept[name] = value.map((each) => (isPlainObject(each) ? withoutDefaults(each, below) : each));
    } else if (isPlainObject(value) && type.shape === 'one') kept[name] = withoutDefaults(value, below);
    else kept[name] = value;
  }
  return kept;
}
