/** The queue's spreadsheet as people left it: what they typed into its tabs, how they sorted and filtered them. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import type { Member } from '../domain/account/team';
import { ACTIVITIES_TAB, APPROVALS_TAB, TODAY_TAB } from '../domain/register/tabs';
import { quotedTitle } from './cells';
import type { SheetsClient } from './client';
import { PART_TABS } from './part-tabs';
import { type PartTabRead, readPartTab } from './read-part-tab';
import { type QueueTabRead, readQueueTab } from './read-queue-tab';
import { repTabOf } from './rep-tabs';
import { wrapErrors } from './retry';

export interface QueueSpreadsheet {
  tabs: readonly { sheetId: number; title: string }[];
  /** What people typed into tabs of ours, by the tab's ID. */
  typed: ReadonlyMap<number, QueueTabRead>;
  /** The same of the tabs whose rows are parts of accounts. */
  parts: ReadonlyMap<number, PartTabRead>;
  /** Filters of tabs, by the tab's ID, with what they sort by. */
  filters: ReadonlyMap<number, readonly sheets_v4.Schema$SortSpec[]>;
  /** IDs of the filter views of all tabs. */
  filterViews: ReadonlySet<number>;
}

export const readQueueSpreadsheet = (
  sheets: SheetsClient,
  spreadsheetId: string,
  members: Readonly<Record<string, Member>>,
): Promise<QueueSpreadsheet> =>
  wrapErrors(spreadsheetId, async () => {
    const { data } = await sheets.spreadsheets.get({
      spreadsheetId,
      fields:
        'properties.locale,sheets(properties(sheetId,title),basicFilter.sortSpecs,filterViews.filterViewId)',
    });
    const all = data.sheets ?? [];
    const tabs = all.map(({ properties }) => ({
      sheetId: properties?.sheetId ?? 0,
      title: properties?.title ?? '',
    }));
    const book = {
      tabs,
      filters: new Map(
        all.flatMap(({ properties, basicFilter }) =>
          basicFilter === undefined ? [] : [[properties?.sheetId ?? 0, basicFilter.sortSpecs ?? []] as const],
        ),
      ),
      filterViews: new Set(
        all.flatMap(({ filterViews = [] }) => filterViews.flatMap(({ filterViewId }) => filterViewId ?? [])),
      ),
    };
    const partIds: readonly number[] = PART_TABS.map(({ sheetId }) => sheetId);
    const ours = [...partIds, TODAY_TAB, APPROVALS_TAB, ...Object.keys(members).map(repTabOf)];
    const written = ours.flatMap((sheetId) => tabs.find((tab) => tab.sheetId === sheetId) ?? []);
    if (written.length === 0) return { ...book, typed: new Map(), parts: new Map() };
    const ranges = written.map(({ title }) => quotedTitle(title));
    const values = await sheets.spreadsheets.values.batchGet({ spreadsheetId, ranges });
    const locale = data.properties?.locale ?? 'ja';
    const texts = new Map(
      written.map(({ sheetId }, index) => [sheetId, values.data.valueRanges?.[index]?.values ?? []] as const),
    );
    return {
      ...book,
      typed: new Map(
        [...texts].flatMap(([sheetId, rows]) =>
          partIds.includes(sheetId) ? [] : [[sheetId, readQueueTab(rows, locale)] as const],
        ),
      ),
      parts: new Map(
        PART_TABS.flatMap(({ sheetId, headings, edited }) => {
          const rows = texts.get(sheetId);
          return rows === undefined
            ? []
            : [[sheetId, readPartTab(rows, { headings, edited, locale })] as const];
        }),
      ),
    };
  });

/** What all of the tabs of opportunities, contacts and activities were made from; null where that differs, or one is not there. */
export const partTabMarkOf = ({ tabs, parts }: QueueSpreadsheet): string | null => {
  const [mark = null, ...others] = PART_TABS.map(({ sheetId }) => parts.get(sheetId)?.mark ?? null);
  const isWhole = tabs.some(({ sheetId }) => sheetId === ACTIVITIES_TAB);
  return isWhole && others.every((other) => other === mark) ? mark : null;
};
