/** What a tab shows beside the formats of its cells: conditional formats and bandings. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { editTabWith, type SpreadsheetDraft } from '../draft';
import { overlaps, rectOf } from '../grid-range';
import type { UpdateReply, WorkbookTab } from '../model';
import { invalidRequest } from '../refusal';
import { checkCondition } from './data-validation';

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
