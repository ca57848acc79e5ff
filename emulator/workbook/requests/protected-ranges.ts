/** Protected ranges. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { editTabWith, type SpreadsheetDraft } from '../draft';
import { assignFields, requireUpdateMask } from '../field-mask';
import { rectOf } from '../grid-range';
import type { UpdateReply, WorkbookTab } from '../model';
import { invalidRequest, notEmulated } from '../refusal';

function tabOfProtection(
  draft: SpreadsheetDraft,
  { range, namedRangeId, tableId }: sheets_v4.Schema$ProtectedRange,
): WorkbookTab {
  if (tableId) throw notEmulated('ProtectedRange.tableId');
  const named = draft.book.namedRanges.find((each) => namedRangeId && each.namedRangeId === namedRangeId);
  const tab = draft.grid((range ?? named?.range)?.sheetId);
  if (!range && !named) throw invalidRequest('Must specify a range or a namedRangeId.');
  rectOf(tab, range ?? named?.range ?? {});
  return tab;
}

/** Whoever protects a range is one of its editors. */
function withMaker(editors: sheets_v4.Schema$Editors, email: string | undefined): sheets_v4.Schema$Editors {
  if (email === undefined) return editors;
  return { ...editors, users: [...new Set([...(editors.users ?? []), email])] };
}

/** The answer names only the editors of the request; a later read also names whoever made the protection. */
export function addProtectedRange(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$AddProtectedRangeRequest,
  email?: string,
): UpdateReply {
  const added = body.protectedRange ?? {};
  const tab = draft.edit(tabOfProtection(draft, added));
  const protectedRangeId = added.protectedRangeId ?? draft.newId();
  if (
    draft.book.tabs.some((each) => each.protectedRanges.some((p) => p.protectedRangeId === protectedRangeId))
  ) {
    throw invalidRequest(`A protected range with id ${protectedRangeId} already exists.`);
  }
  const editors = added.editors ?? {};
  const protectedRange = { ...added, protectedRangeId, requestingUserCanEdit: true, editors };
  const kept = { ...protectedRange, editors: withMaker(editors, email) };
  tab.protectedRanges = [...tab.protectedRanges, kept];
  return { addProtectedRange: { protectedRange } };
}

export function updateProtectedRange(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$UpdateProtectedRangeRequest,
): void {
  const mask = requireUpdateMask(body.fields);
  const update = body.protectedRange ?? {};
  const id = update.protectedRangeId ?? 0;
  const tab = editTabWith(
    draft,
    (each) => each.protectedRanges.some((p) => p.protectedRangeId === id),
    `No protected range with id: ${id}`,
  );
  const before = tab.protectedRanges.find((each) => each.protectedRangeId === id) ?? {};
  const next = { ...assignFields(before, update, mask), protectedRangeId: id, requestingUserCanEdit: true };
  const home = draft.edit(tabOfProtection(draft, next));
  if (home === tab) {
    tab.protectedRanges = tab.protectedRanges.map((each) => (each === before ? next : each));
    return;
  }
  tab.protectedRanges = tab.protectedRanges.filter((each) => each !== before);
  home.protectedRanges = [...home.protectedRanges, next];
}

export function deleteProtectedRange(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$DeleteProtectedRangeRequest,
): void {
  const id = body.protectedRangeId ?? 0;
  const tab = editTabWith(
    draft,
    (each) => each.protectedRanges.some((p) => p.protectedRangeId === id),
    `No protected range with id: ${id}`,
  );
  tab.protectedRanges = tab.protectedRanges.filter((each) => each.protectedRangeId !== id);
}
