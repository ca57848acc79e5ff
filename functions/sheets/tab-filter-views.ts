/**
 * Filter views of a tab of ours: each shows the rows with one value of a column, as a rep's own, to who looks through it while
 * nobody else sees less. It is known by an ID made of the tab's and a key; those that people make are theirs.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { shortDigest } from '../domain/text/text-digest';
import type { SheetsRequest } from './cells';

export interface TabViews {
  sheetId: number;
  /** Of the labels, counted from 0. */
  headRow: number;
  rowCount: number;
  columnCount: number;
  /** Counted from 0: where the values stand. */
  column: number;
  /** Of the members, or of whatever else the values are told apart by. */
  views: readonly { key: string; title: string; value: string }[];
}

/** Positive, with the 31 bits that Sheets has for it. */
export const tabViewId = (sheetId: number, key: string): number =>
  Number.parseInt(shortDigest(`${sheetId} ${key}`), 16) & 0x7fffffff;

/** `present` are the IDs of all filter views that the spreadsheet has; `keys` are all that may have one of ours. */
export const tabViewRequests = (
  { sheetId, headRow, rowCount, columnCount, column, views }: TabViews,
  keys: readonly string[],
  present: ReadonlySet<number>,
): SheetsRequest[] => {
  const range: sheets_v4.Schema$GridRange = {
    ...{ sheetId, startRowIndex: headRow, endRowIndex: rowCount },
    ...{ startColumnIndex: 0, endColumnIndex: columnCount },
  };
  const wanted = views.map(({ key, title, value }): sheets_v4.Schema$FilterView => {
    const condition = { type: 'TEXT_EQ', values: [{ userEnteredValue: value }] };
    return {
      ...{ filterViewId: tabViewId(sheetId, key), title, range },
      filterSpecs: [{ columnIndex: column, filterCriteria: { condition } }],
    };
  });
  const ids = new Set(wanted.map(({ filterViewId }) => filterViewId));
  const gone = keys.map((key) => tabViewId(sheetId, key)).filter((id) => present.has(id) && !ids.has(id));
  return [
    ...gone.map((filterId) => ({ deleteFilterView: { filterId } })),
    ...wanted.map((filter) =>
      present.has(filter.filterViewId ?? 0)
        ? { updateFilterView: { filter, fields: 'title,range,filterSpecs' } }
        : { addFilterView: { filter } },
    ),
  ];
};
