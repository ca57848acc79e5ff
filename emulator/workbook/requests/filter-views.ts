/** Filter views of a tab: filters with a name, of which each person looks through one. Stored, not evaluated. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { editTabWith, type SpreadsheetDraft } from '../draft';
import { assignFields, requireUpdateMask } from '../field-mask';
import { gridRangeOf, rectOf } from '../grid-range';
import type { UpdateReply, WorkbookTab } from '../model';
import { invalidRequest, notEmulated } from '../refusal';

type FilterView = sheets_v4.Schema$FilterView;

/** A range without an end ends where the grid ends at this moment, as the basic filter's does. */
const withWholeRange = (tab: WorkbookTab, view: FilterView): FilterView => {
  if (view.namedRangeId) throw notEmulated('FilterView.namedRangeId');
  if (view.tableId) throw notEmulated('FilterView.tableId');
  return { ...view, range: gridRangeOf(tab.properties.sheetId, rectOf(tab, view.range ?? {})) };
};

const tabOfView = (draft: SpreadsheetDraft, id: number) =>
  editTabWith(
    draft,
    ({ filterViews = [] }) => filterViews.some(({ filterViewId }) => filterViewId === id),
    `No filter view with id: ${id}`,
  );

export function addFilterView(
  draft: SpreadsheetDraft,
  { filter }: sheets_v4.Schema$AddFilterViewRequest,
): UpdateReply {
  if (!filter) throw invalidRequest('No filter view specified.');
  const filterViewId = filter.filterViewId ?? draft.newId();
  const isTaken = draft.book.tabs.some(({ filterViews = [] }) =>
    filterViews.some((view) => view.filterViewId === filterViewId),
  );
  if (isTaken) throw invalidRequest(`Filter view id ${filterViewId} is already in use.`);
  const tab = draft.edit(draft.grid(filter.range?.sheetId));
  const { filterViews = [] } = tab;
  const title = filter.title || `Filter ${filterViews.length + 1}`;
  const view = withWholeRange(tab, { ...filter, title, filterViewId });
  tab.filterViews = [...filterViews, view];
  return { addFilterView: { filter: view } };
}

export function updateFilterView(
  draft: SpreadsheetDraft,
  { filter, fields }: sheets_v4.Schema$UpdateFilterViewRequest,
): void {
  const mask = requireUpdateMask(fields);
  const id = filter?.filterViewId ?? 0;
  const tab = tabOfView(draft, id);
  tab.filterViews = (tab.filterViews ?? []).map((view) =>
    view.filterViewId === id
      ? withWholeRange(tab, { ...assignFields(view, filter ?? {}, mask), filterViewId: id })
      : view,
  );
}

export function deleteFilterView(
  draft: SpreadsheetDraft,
  { filterId }: sheets_v4.Schema$DeleteFilterViewRequest,
): void {
  const id = filterId ?? 0;
  const tab = tabOfView(draft, id);
  const left = (tab.filterViews ?? []).filter(({ filterViewId }) => filterViewId !== id);
  if (left.length > 0) tab.filterViews = left;
  else delete tab.filterViews;
}
