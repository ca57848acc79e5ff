/** The kinds of batchUpdate requests that are emulated; every other one is refused by its name. */
import { pairColors } from '../colors';
import { DEFAULT_THEME } from '../default-look';
import type { SpreadsheetDraft } from '../draft';
import type { UpdateReply, UpdateRequest } from '../model';
import { invalidRequest, notEmulated, prefixRefusals } from '../refusal';
import { updateBorders } from './borders';
import { appendCells, repeatCell, updateCells } from './cells';
import { addChart, deleteEmbeddedObject, updateChartSpec, updateEmbeddedObjectPosition } from './charts';
import { setDataValidation } from './data-validation';
import { addDimensionGroup, deleteDimensionGroup, updateDimensionGroup } from './dimension-groups';
import {
  appendDimension,
  autoResizeDimensions,
  deleteDimension,
  insertDimension,
  moveDimension,
  updateDimensionProperties,
} from './dimensions';
import { clearBasicFilter, copyPaste, cutPaste, setBasicFilter, sortRange } from './filter-sort';
import { addFilterView, deleteFilterView, updateFilterView } from './filter-views';
import { mergeCells, unmergeCells } from './merges';
import { createDeveloperMetadata, deleteDeveloperMetadata, updateDeveloperMetadata } from './metadata';
import { addNamedRange, deleteNamedRange, updateNamedRange } from './named-ranges';
import { addProtectedRange, deleteProtectedRange, updateProtectedRange } from './protected-ranges';
import {
  addBanding,
  addConditionalFormatRule,
  deleteBanding,
  deleteConditionalFormatRule,
  updateConditionalFormatRule,
} from './rules';
import { duplicateSheet } from './sheet-copies';
import { addSheet, deleteSheet, updateSheetProperties, updateSpreadsheetProperties } from './sheets';
import { addTable, deleteTable } from './tables';

export type RequestKind = keyof UpdateRequest;
type Apply<K extends RequestKind, Reply> = (
  draft: SpreadsheetDraft,
  body: NonNullable<UpdateRequest[K]>,
  email?: string,
) => Reply;
/** Most kinds have no reply. */
type ApplyRequest<K extends RequestKind> = Apply<K, UpdateReply> | Apply<K, void>;

const APPLY_BY_KIND: { readonly [K in RequestKind]?: ApplyRequest<K> } = {
  addBanding,
  addChart,
  addConditionalFormatRule,
  addDimensionGroup,
  addNamedRange,
  addFilterView,
  addProtectedRange,
  addSheet,
  addTable,
  appendCells,
  appendDimension,
  autoResizeDimensions,
  clearBasicFilter,
  deleteFilterView,
  updateFilterView,
  copyPaste,
  createDeveloperMetadata,
  cutPaste,
  deleteBanding,
  deleteConditionalFormatRule,
  deleteDeveloperMetadata,
  deleteDimension,
  deleteDimensionGroup,
  deleteEmbeddedObject,
  deleteNamedRange,
  deleteProtectedRange,
  deleteSheet,
  deleteTable,
  duplicateSheet,
  insertDimension,
  mergeCells,
  moveDimension,
  repeatCell,
  setBasicFilter,
  setDataValidation,
  sortRange,
  unmergeCells,
  updateBorders,
  updateCells,
  updateChartSpec,
  updateConditionalFormatRule,
  updateDeveloperMetadata,
  updateDimensionGroup,
  updateDimensionProperties,
  updateEmbeddedObjectPosition,
  updateNamedRange,
  updateProtectedRange,
  updateSheetProperties,
  updateSpreadsheetProperties,
};

/**
 * Applies one request; `index` is its position in the batch, for the message of a refusal, `email` of whoever sends it, where that
 * is known.
 */
export function applyRequest(
  draft: SpreadsheetDraft,
  request: UpdateRequest,
  index: number,
  email?: string,
): UpdateReply {
  const kinds = (Object.keys(request) as RequestKind[]).filter((kind) => request[kind] != null);
  const [kind, second] = kinds;
  if (!kind) throw invalidRequest(`Invalid requests[${index}]: No request set.`);
  if (second) {
    throw invalidRequest(
      `Invalid value at 'requests[${index}]' (oneof), oneof field 'kind' is already set. Cannot set '${second}'`,
    );
  }
  return prefixRefusals(`requests[${index}].${kind}`, () => applyKind(draft, kind, request, email));
}

function applyKind<K extends RequestKind>(
  draft: SpreadsheetDraft,
  kind: K,
  request: UpdateRequest,
  email: string | undefined,
): UpdateReply {
  const apply: ApplyRequest<K> | undefined = APPLY_BY_KIND[kind];
  const body = request[kind];
  if (!apply || body == null) throw notEmulated(`batchUpdate request ${kind}`);
  const theme = draft.book.properties.spreadsheetTheme ?? DEFAULT_THEME;
  return apply(draft, pairColors(body, theme), email) ?? {};
}
