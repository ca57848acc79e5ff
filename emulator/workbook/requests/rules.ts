/** What a tab has beside its cells: protections, conditional formats, bandings, named ranges. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { SpreadsheetDraft, TabDraft } from '../draft';
import { assignFields, requireUpdateMask } from '../field-mask';
import { overlaps, rectOf } from '../grid-range';
import type { UpdateReply, WorkbookTab } from '../model';
import { invalidRequest, notEmulated } from '../refusal';
import { checkCondition } from './data-validation';

/** The draft of the tab that has the item. */
function editTabWith(draft: SpreadsheetDraft, has: (tab: WorkbookTab) => boolean, refusal: string): TabDraft {
  const tab = draft.book.tabs.find(has);
  if (!tab) throw invalidRequest(refusal);
  return draft.edit(tab);
}

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

export function addProtectedRange(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$AddProtectedRangeRequest,
): UpdateReply {
  const added = body.protectedRange ?? {};
  const tab = draft.edit(tabOfProtection(draft, added));
  const protectedRangeId = added.protectedRangeId ?? draft.newId();
  if (
    draft.book.tabs.some((each) => each.protectedRanges.some((p) => p.protectedRangeId === protectedRangeId))
  ) {
    throw invalidRequest(`A protected range with id ${protectedRangeId} already exists.`);
  }
  const protectedRange = { ...added, protectedRangeId, requestingUserCanEdit: true };
  tab.protectedRanges = [...tab.protectedRanges, protectedRange];
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

function checkRule(
  draft: SpreadsheetDraft,
  rule: sheets_v4.Schema$ConditionalFormatRule | undefined,
): WorkbookTab {
  const [first, ...others] = rule?.ranges ?? [];
  if (!rule || !first) throw invalidRequest('Must specify at least one range.');
  const tab = draft.grid(first.sheetId);
  if (others.some((range) => (range.sheetId ?? 0) !== (first.sheetId ?? 0))) {
    throw invalidRequest('All ranges must be on the same sheet.');
  }
  for (const range of [first, ...others]) rectOf(tab, range);
  if (!rule.booleanRule && !rule.gradientRule) throw invalidRequest('No rule specified.');
  if (rule.booleanRule && !rule.booleanRule.condition?.type) throw invalidRequest('No condition specified.');
  checkCondition(rule.booleanRule?.condition);
  return tab;
}

export function addConditionalFormatRule(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$AddConditionalFormatRuleRequest,
): void {
  const tab = draft.edit(checkRule(draft, body.rule));
  const index = body.index ?? 0;
  if (index < 0 || index > tab.conditionalFormats.length)
    throw invalidRequest(`Invalid conditional format index: ${index}`);
  tab.conditionalFormats = tab.conditionalFormats.toSpliced(index, 0, body.rule ?? {});
}

function ruleAt(tab: WorkbookTab, index: number): sheets_v4.Schema$ConditionalFormatRule {
  const rule = tab.conditionalFormats[index];
  if (!rule)
    throw invalidRequest(`No conditional format on sheet: ${tab.properties.sheetId} at index: ${index}`);
  return rule;
}

export function updateConditionalFormatRule(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$UpdateConditionalFormatRuleRequest,
): UpdateReply {
  const tab = draft.edit(body.rule ? checkRule(draft, body.rule) : draft.grid(body.sheetId));
  const oldIndex = body.index ?? 0;
  const oldRule = ruleAt(tab, oldIndex);
  const newRule = body.rule ?? oldRule;
  const newIndex = body.rule ? oldIndex : (body.newIndex ?? 0);
  if (newIndex < 0 || newIndex >= tab.conditionalFormats.length) {
    throw invalidRequest(`Invalid conditional format index: ${newIndex}`);
  }
  tab.conditionalFormats = tab.conditionalFormats.toSpliced(oldIndex, 1).toSpliced(newIndex, 0, newRule);
  return { updateConditionalFormatRule: { oldRule, oldIndex, newRule, newIndex } };
}

export function deleteConditionalFormatRule(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$DeleteConditionalFormatRuleRequest,
): UpdateReply {
  const tab = draft.edit(draft.grid(body.sheetId));
  const rule = ruleAt(tab, body.index ?? 0);
  tab.conditionalFormats = tab.conditionalFormats.toSpliced(body.index ?? 0, 1);
  return { deleteConditionalFormatRule: { rule } };
}

export function addBanding(draft: SpreadsheetDraft, body: sheets_v4.Schema$AddBandingRequest): UpdateReply {
  const added = body.bandedRange ?? {};
  const tab = draft.edit(draft.grid(added.range?.sheetId));
  const rect = rectOf(tab, added.range ?? {});
  if (tab.bandedRanges.some((each) => overlaps(rectOf(tab, each.range ?? {}), rect))) {
    throw invalidRequest(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
  const bandedRange = { ...added, bandedRangeId: added.bandedRangeId ?? draft.newId() };
  tab.bandedRanges = [...tab.bandedRanges, bandedRange];
  return { addBanding: { bandedRange } };
}

export function deleteBanding(draft: SpreadsheetDraft, body: sheets_v4.Schema$DeleteBandingRequest): void {
  const id = body.bandedRangeId ?? 0;
  const tab = editTabWith(
    draft,
    (each) => each.bandedRanges.some((band) => band.bandedRangeId === id),
    `No banded range with id: ${id}`,
  );
  tab.bandedRanges = tab.bandedRanges.filter((each) => each.bandedRangeId !== id);
}

export function addNamedRange(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$AddNamedRangeRequest,
): UpdateReply {
  const { name, range, namedRangeId = null } = body.namedRange ?? {};
  if (!name || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name)) {
    throw invalidRequest(`Invalid name: ${name ?? ''}`);
  }
  rectOf(draft.grid(range?.sheetId), range ?? {});
  if (draft.book.namedRanges.some((each) => each.name?.toLowerCase() === name.toLowerCase())) {
    throw invalidRequest(`A named range with name: ${name} already exists.`);
  }
  const id = namedRangeId ?? String(draft.newId());
  if (draft.book.namedRanges.some((each) => each.namedRangeId === id)) {
    throw invalidRequest(`A named range with id: ${id} already exists.`);
  }
  const namedRange = { namedRangeId: id, name, range: { sheetId: 0, ...range } };
  draft.book.namedRanges = [...draft.book.namedRanges, namedRange];
  return { addNamedRange: { namedRange } };
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
