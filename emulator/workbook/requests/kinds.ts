/** The kinds of batchUpdate requests that are emulated; every other one is refused by its name. */
import type { Draft } from '../draft';
import type { Request, Response } from '../model';
import { invalid, notEmulated, within } from '../refusal';
import {
  appendCells,
  mergeCells,
  repeatCell,
  setDataValidation,
  unmergeCells,
  updateBorders,
  updateCells,
} from './cells';
import {
  appendDimension,
  autoResizeDimensions,
  deleteDimension,
  insertDimension,
  moveDimension,
  updateDimensionProperties,
} from './dimensions';
import { clearBasicFilter, copyPaste, cutPaste, setBasicFilter, sortRange } from './filter-sort';
import { createDeveloperMetadata, deleteDeveloperMetadata, updateDeveloperMetadata } from './metadata';
import {
  addBanding,
  addChart,
  addConditionalFormatRule,
  addNamedRange,
  addProtectedRange,
  deleteBanding,
  deleteConditionalFormatRule,
  deleteEmbeddedObject,
  deleteNamedRange,
  deleteProtectedRange,
  updateChartSpec,
  updateConditionalFormatRule,
  updateProtectedRange,
} from './rules';
import { addSheet, deleteSheet, updateSheetProperties, updateSpreadsheetProperties } from './sheets';

export type Kind = keyof Request;
// biome-ignore lint/suspicious/noConfusingVoidType: most kinds have nothing to reply, and say so as plain functions
type Apply<K extends Kind> = (draft: Draft, body: NonNullable<Request[K]>) => Response | void;

const KINDS: { readonly [K in Kind]?: Apply<K> } = {
  addBanding,
  addChart,
  addConditionalFormatRule,
  addNamedRange,
  addProtectedRange,
  addSheet,
  appendCells,
  appendDimension,
  autoResizeDimensions,
  clearBasicFilter,
  copyPaste,
  createDeveloperMetadata,
  cutPaste,
  deleteBanding,
  deleteConditionalFormatRule,
  deleteDeveloperMetadata,
  deleteDimension,
  deleteEmbeddedObject,
  deleteNamedRange,
  deleteProtectedRange,
  deleteSheet,
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
  updateDimensionProperties,
  updateProtectedRange,
  updateSheetProperties,
  updateSpreadsheetProperties,
};

/** Applies one request; `index` is its place in the batch, for the refusal's text. */
export function applyRequest(draft: Draft, request: Request, index: number): Response {
  const kinds = (Object.keys(request) as Kind[]).filter((kind) => request[kind] != null);
  const [kind, second] = kinds;
  if (!kind) throw invalid(`Invalid requests[${index}]: No request set.`);
  if (second) {
    throw invalid(
      `Invalid value at 'requests[${index}]' (oneof), oneof field 'kind' is already set. Cannot set '${second}'`,
    );
  }
  return within(`requests[${index}].${kind}`, () => applyKind(draft, kind, request));
}

function applyKind<K extends Kind>(draft: Draft, kind: K, request: Request): Response {
  const apply: Apply<K> | undefined = KINDS[kind];
  const body = request[kind];
  if (!apply || body == null) throw notEmulated(`batchUpdate request ${kind}`);
  return apply(draft, body) ?? {};
}
