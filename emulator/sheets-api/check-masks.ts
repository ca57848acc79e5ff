/** Checks that field masks of update requests, and of the query parameter `fields`, name existing fields. */
import { type FieldMask, parseFieldMask } from '../workbook/field-mask';
import { isPlainObject } from '../workbook/plain-object';
import { invalidRequest } from '../workbook/refusal';
import { badRequestRefusal, snakeCase } from './check-body';
import { schemas } from './schemas';

/** The schema that `fields` of each kind of request masks. */
const MASKED_SCHEMAS: Readonly<Record<string, string>> = {
  updateCells: 'CellData',
  repeatCell: 'CellData',
  appendCells: 'CellData',
  updateSheetProperties: 'SheetProperties',
  updateSpreadsheetProperties: 'SpreadsheetProperties',
  updateDimensionProperties: 'DimensionProperties',
  updateProtectedRange: 'ProtectedRange',
  updateDeveloperMetadata: 'DeveloperMetadata',
  updateEmbeddedObjectPosition: 'OverlayPosition',
};

export function checkUpdateMasks(requests: readonly object[]): void {
  requests.forEach((request, index) => {
    const [kind = '', body] = Object.entries(request)[0] ?? [];
    const schema = MASKED_SCHEMAS[kind];
    if (!schema || !isPlainObject(body) || typeof body.fields !== 'string' || !body.fields) return;
    const mask = parseFieldMask(body.fields);
    const unknown = mask === undefined ? body.fields : findUnknownPath(mask, schema);
    if (unknown)
      throw invalidRequest(`Invalid requests[${index}].${kind}: Invalid field: ${snakeCase(unknown)}`);
  });
}

/** The mask of the query parameter `fields`, for an answer of type `schema`. */
export function parseResponseMask(fields: string, schema: string): FieldMask {
  const mask = parseFieldMask(fields);
  const path = mask === undefined ? fields : findUnknownPath(mask, schema);
  if (mask !== undefined && !path) return mask;
  const description = `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`;
  throw badRequestRefusal([{ field: fields, description }], 'Request contains an invalid argument.');
}

function findUnknownPath(mask: FieldMask, schema: string | undefined): string | undefined {
  const fields = schemas().message(schema ?? '');
  for (const [name, below] of mask ?? []) {
    const type = fields?.get(name);
    if (!type) return name;
    const inner = below && findUnknownPath(below, type.schema);
    if (inner) return `${name}.${inner}`;
  }
  return undefined;
}
