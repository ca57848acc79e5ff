/**
 * A rep's own view of a tab of ours: a filter view, which each person looks through while nobody else sees less. It is known by an
 * ID made of the tab's and the member's; those that people make are theirs.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import type { Member } from '../domain/account/team';
import { shortDigest } from '../domain/text/text-digest';
import type { SheetsRequest } from './cells';

export interface OwnerViews {
  sheetId: number;
  /** Of the labels, counted from 0. */
  headRow: number;
  rowCount: number;
  columnCount: number;
  /** Counted from 0: where the owners stand. */
  ownerColumn: number;
  /** By whom the cells name. */
  owners: readonly { member: Member; title: string; name: string }[];
}

/** Positive, with the 31 bits that Sheets has for it. */
const viewIdOf = (sheetId: number, { id }: Member): number =>
  Number.parseInt(shortDigest(`${sheetId} ${id}`), 16) & 0x7fffffff;

/** `present` are the IDs of all filter views that the spreadsheet has; `members` all who may have one of ours. */
export const ownerViewRequests = (
  { sheetId, headRow, rowCount, columnCount, ownerColumn, owners }: OwnerViews,
  members: readonly Member[],
  present: ReadonlySet<number>,
): SheetsRequest[] => {
  const range: sheets_v4.Schema$GridRange = {
    ...{ sheetId, startRowIndex: headRow, endRowIndex: rowCount },
    ...{ startColumnIndex: 0, endColumnIndex: columnCount },
  };
  const wanted = owners.map(({ member, title, name }): sheets_v4.Schema$FilterView => {
    const condition = { type: 'TEXT_EQ', values: [{ userEnteredValue: name }] };
    return {
      ...{ filterViewId: viewIdOf(sheetId, member), title, range },
      filterSpecs: [{ columnIndex: ownerColumn, filterCriteria: { condition } }],
    };
  });
  const ids = new Set(wanted.map(({ filterViewId }) => filterViewId));
  const gone = members
    .map((member) => viewIdOf(sheetId, member))
    .filter((id) => present.has(id) && !ids.has(id));
  return [
    ...gone.map((filterId) => ({ deleteFilterView: { filterId } })),
    ...wanted.map((filter) =>
      present.has(filter.filterViewId ?? 0)
        ? { updateFilterView: { filter, fields: 'title,range,filterSpecs' } }
        : { addFilterView: { filter } },
    ),
  ];
};
