/** Groups of rows or columns that can be collapsed. Each index has a depth; a group is a run of indexes that are at least as deep. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { SpreadsheetDraft } from '../draft';
import { assignFields, requireUpdateMask } from '../field-mask';
import type { Dimension } from '../grid-range';
import type { DimensionGroup, UpdateReply, WorkbookTab } from '../model';
import { invalidRequest } from '../refusal';
import { groupsField } from './dimension-changes';
import { resolveSpan, updateDimensionProperties } from './dimensions';

const controlField = { ROWS: 'rowGroupControlAfter', COLUMNS: 'columnGroupControlAfter' } as const;
const MAX_DEPTH = 8;

const spanOf = ({ range }: DimensionGroup): [number, number] => [
  range?.startIndex ?? 0,
  range?.endIndex ?? 0,
];

function depthsOf(groups: readonly DimensionGroup[]): number[] {
  const depths: number[] = [];
  for (const group of groups) {
    const [start, end] = spanOf(group);
    for (let index = start; index < end; index++) depths[index] = (depths[index] ?? 0) + 1;
  }
  return depths;
}

/** The groups that result from the depths; an unchanged one stays collapsed. */
function groupsOf(
  tab: WorkbookTab,
  dimension: Dimension,
  depths: readonly number[],
  before: readonly DimensionGroup[],
): DimensionGroup[] {
  const groups: DimensionGroup[] = [];
  const deepest = depths.reduce((most, depth = 0) => Math.max(most, depth), 0);
  for (let depth = 1; depth <= deepest; depth++) {
    for (let start = 0; start < depths.length; start++) {
      if ((depths[start] ?? 0) < depth) continue;
      let end = start + 1;
      while ((depths[end] ?? 0) >= depth) end++;
      const same = before.find((each) => each.depth === depth && `${spanOf(each)}` === `${start},${end}`);
      const range = { sheetId: tab.properties.sheetId, dimension, startIndex: start, endIndex: end };
      groups.push({ range, depth, ...(same?.collapsed && { collapsed: true }) });
      start = end;
    }
  }
  return groups.sort((a, b) => spanOf(a)[0] - spanOf(b)[0] || (a.depth ?? 0) - (b.depth ?? 0));
}

/** Changes the depth of a span by one, and returns the resulting groups. */
function deepen(
  draft: SpreadsheetDraft,
  range: sheets_v4.Schema$DimensionRange | undefined,
  by: 1 | -1,
): readonly DimensionGroup[] {
  const { tab: found, dimension, start, end, size } = resolveSpan(draft, range);
  if (end > size) throw invalidRequest(`range.endIndex is larger than current grid size (${size})`);
  const before = found[groupsField[dimension]] ?? [];
  const depths = depthsOf(before);
  for (let index = start; index < end; index++) {
    const depth = (depths[index] ?? 0) + by;
    if (depth < 0) throw invalidRequest('There is no group over the whole range.');
    if (depth > MAX_DEPTH) throw invalidRequest(`A group cannot be deeper than ${MAX_DEPTH}.`);
    depths[index] = depth;
  }
  const tab = draft.edit(found);
  const groups = groupsOf(tab, dimension, depths, before);
  tab[groupsField[dimension]] = groups;
  const gridProperties = { ...tab.properties.gridProperties, [controlField[dimension]]: true };
  tab.properties = { ...tab.properties, gridProperties };
  return groups;
}

export function addDimensionGroup(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$AddDimensionGroupRequest,
): UpdateReply {
  return { addDimensionGroup: { dimensionGroups: [...deepen(draft, body.range, 1)] } };
}

export function deleteDimensionGroup(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$DeleteDimensionGroupRequest,
): UpdateReply {
  return { deleteDimensionGroup: { dimensionGroups: [...deepen(draft, body.range, -1)] } };
}

/** A group that is collapsed hides its rows or columns. */
export function updateDimensionGroup(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$UpdateDimensionGroupRequest,
): void {
  const mask = requireUpdateMask(body.fields);
  const update = body.dimensionGroup ?? {};
  const { tab: found, dimension, start, end } = resolveSpan(draft, update.range);
  const groups = found[groupsField[dimension]] ?? [];
  const before = groups.find(
    (each) => each.depth === update.depth && `${spanOf(each)}` === `${start},${end}`,
  );
  if (!before) throw invalidRequest('There is no group with this range and depth.');
  const { collapsed, ...rest } = assignFields(before, update, mask);
  const after = { ...rest, ...(collapsed && { collapsed }) };
  draft.edit(found)[groupsField[dimension]] = groups.map((each) => (each === before ? after : each));
  if (Boolean(collapsed) === Boolean(before.collapsed)) return;
  const properties = { hiddenByUser: collapsed === true };
  updateDimensionProperties(draft, { range: before.range ?? {}, properties, fields: 'hiddenByUser' });
}
