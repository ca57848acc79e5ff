/** Ranges that have a name. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { SpreadsheetDraft } from '../draft';
import { assignFields, requireUpdateMask } from '../field-mask';
import { rectOf } from '../grid-range';
import type { UpdateReply } from '../model';
import { invalidRequest } from '../refusal';

type NamedRange = sheets_v4.Schema$NamedRange;

/** The named range, where it may stand beside the `others`. */
function checkedNamedRange(
  draft: SpreadsheetDraft,
  { name, range, namedRangeId }: NamedRange,
  others: readonly NamedRange[],
): NamedRange {
  if (!name || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name)) {
    throw invalidRequest(`Invalid name: ${name ?? ''}`);
  }
  rectOf(draft.grid(range?.sheetId), range ?? {});
  if (others.some((each) => each.name?.toLowerCase() === name.toLowerCase())) {
    throw invalidRequest(`A named range with name: ${name} already exists.`);
  }
  return { ...(namedRangeId != null && { namedRangeId }), name, range: { sheetId: 0, ...range } };
}

export function addNamedRange(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$AddNamedRangeRequest,
): UpdateReply {
  const { namedRanges } = draft.book;
  const namedRangeId = body.namedRange?.namedRangeId ?? String(draft.newId());
  const namedRange = checkedNamedRange(draft, { ...body.namedRange, namedRangeId }, namedRanges);
  if (namedRanges.some((each) => each.namedRangeId === namedRangeId)) {
    throw invalidRequest(`A named range with id: ${namedRangeId} already exists.`);
  }
  draft.book.namedRanges = [...namedRanges, namedRange];
  return { addNamedRange: { namedRange } };
}

export function updateNamedRange(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$UpdateNamedRangeRequest,
): void {
  const mask = requireUpdateMask(body.fields);
  const { namedRanges } = draft.book;
  const id = body.namedRange?.namedRangeId ?? '';
  const before = namedRanges.find(({ namedRangeId }) => namedRangeId === id);
  if (!before) throw invalidRequest(`No named range with id: ${id}`);
  const others = namedRanges.filter((each) => each !== before);
  const next = { ...assignFields(before, body.namedRange ?? {}, mask), namedRangeId: id };
  const after = checkedNamedRange(draft, next, others);
  draft.book.namedRanges = namedRanges.map((each) => (each === before ? after : each));
}

export function deleteNamedRange(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$DeleteNamedRangeRequest,
): void {
  const rest = draft.book.namedRanges.filter((each) => each.namedRangeId !== body.namedRangeId);
  if (rest.length === draft.book.namedRanges.length) {
    throw invalidRequest(`No named range with id: ${body.namedRangeId ?? ''}`);
  }
  draft.book.namedRanges = rest;
}
