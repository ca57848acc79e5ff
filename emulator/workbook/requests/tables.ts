/**
 * Tables ("Convert to table"): a range with a name, columns with types, and a filter of its own.
 * Not verified against Google: that a basic filter is refused over a table, that formats and validations are in a column with a
 * type, and the words in which.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { Rect } from '../a1';
import { editTabWith, type SpreadsheetDraft } from '../draft';
import { cellPositions, exactRectOf, gridRangeOf, overlaps, rectOf } from '../grid-range';
import type { UpdateReply, WorkbookTab } from '../model';
import { invalidRequest } from '../refusal';

type Table = sheets_v4.Schema$Table;

const tablesOf = (tab: WorkbookTab): readonly Table[] => tab.tables ?? [];

export function addTable(draft: SpreadsheetDraft, { table }: sheets_v4.Schema$AddTableRequest): UpdateReply {
  const { range } = table ?? {};
  if (!table || !range) throw invalidRequest('table.range must be specified.');
  const before = draft.grid(range.sheetId);
  const rect = exactRectOf(before, range);
  const present = draft.book.tabs.flatMap(tablesOf);
  const tableId = table.tableId ?? String(draft.newId());
  const name = table.name ?? `Table${present.length + 1}`;
  if (present.some((other) => other.tableId === tableId))
    throw invalidRequest(`A table with id: ${tableId} already exists.`);
  if (present.some((other) => other.name?.toLowerCase() === name.toLowerCase()))
    throw invalidRequest(`A table with name: ${name} already exists.`);
  if (isOverTable(before, rect)) throw invalidRequest('Tables must not overlap.');
  const added = { ...table, tableId, name, range: gridRangeOf(before.properties.sheetId, rect) };
  const tab = draft.edit(before);
  tab.tables = [...tablesOf(tab), added];
  return { addTable: { table: added } };
}

/** Deletes the table with its content, as Google's guide says. */
export function deleteTable(draft: SpreadsheetDraft, { tableId }: sheets_v4.Schema$DeleteTableRequest): void {
  const isMeant = (table: Table): boolean => table.tableId === tableId;
  const tab = editTabWith(draft, (each) => tablesOf(each).some(isMeant), `No table with id: ${tableId}`);
  const { range } = tablesOf(tab).find(isMeant) ?? {};
  for (const [row, column] of cellPositions(rectOf(tab, range ?? {})))
    draft.setCell(tab, row, column, undefined);
  const left = tablesOf(tab).filter((table) => !isMeant(table));
  if (left.length > 0) tab.tables = left;
  else delete tab.tables;
}

const isOverTable = (tab: WorkbookTab, rect: Rect): boolean =>
  tablesOf(tab).some(({ range }) => overlaps(rectOf(tab, range ?? {}), rect));

/** A table has its own filter. */
export function refuseFilterOverTable(tab: WorkbookTab, rect: Rect): void {
  if (isOverTable(tab, rect)) throw invalidRequest('A filter cannot be created over a table.');
}

/** Formats and validations of a typed column belong to the table. */
export function refuseInTypedColumn(tab: WorkbookTab, rect: Rect): void {
  for (const { range, columnProperties = [] } of tablesOf(tab)) {
    const table = rectOf(tab, range ?? {});
    for (const { columnIndex, columnType } of columnProperties) {
      const left = table.left + (columnIndex ?? 0);
      const column = { ...table, top: table.top + 1, left, right: left + 1 };
      if (columnType && columnType !== 'COLUMN_TYPE_UNSPECIFIED' && overlaps(column, rect))
        throw invalidRequest('This operation is not allowed on cells in typed columns.');
    }
  }
}
