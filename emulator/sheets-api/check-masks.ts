/** Field masks against the messages that they mask: of update requests, and of `fields=` in the address. */
import { type Mask, parseMask } from '../workbook/field-mask';
import { invalid } from '../workbook/refusal';
import { badRequest, isPlain, snake } from './check-body';
import { schemas } from './schemas';

/** What the `fields` of each kind of request masks. */
const MASKED: Readonly<Record<string, string>> = {
  updateCells: 'CellData',
  repeatCell: 'CellData',
  appendCells: 'CellData',
  updateSheetProperties: 'SheetProperties',
  updateSpreadsheetProperties: 'SpreadsheetProperties',
  updateDimensionProperties: 'DimensionProperties',
  updateProtectedRange: 'ProtectedRange',
  updateDeveloperMetadata: 'DeveloperMetadata',
};

export function checkUpdateMasks(requests: readonly object[]): void {
  requests.forEach((request, index) => {
    const [kind = '', body] = Object.entries(request)[0] ?? [];
    const schema = MASKED[kind];
    if (!schema || !isPlain(body) || typeof body.fields !== 'string' || !body.fields) return;
    const mask = parseMask(body.fields);
    const unknown = mask === undefined ? body.fields : unknownPath(mask, schema);
    if (unknown) throw invalid(`Invalid requests[${index}].${kind}: Invalid field: ${snake(unknown)}`);
  });
}

/** The mask of `fields=`, for an answer of type `schema`. */
export function responseMask(fields: string, schema: string): Mask {
  const mask = parseMask(fields);
  const path = mask === undefined ? fields : unknownPath(mask, schema);
  if (mask !== undefined && !path) return mask;
  const description = `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`;
  throw badRequest([{ field: fields, description }], 'Request contains an invalid argument.');
}

function unknownPath(mask: Mask, schema: string | undefined): string | undefined {
  const fields = schemas().message(schema ?? '');
  for (const [name, below] of mask ?? []) {
    const type = fields?.get(name);
    if (!type) return name;
    const inner = below && unknownPath(below, type.schema);
    if (inner) return `${name}.${inner}`;
  }
  return undefined;
}
