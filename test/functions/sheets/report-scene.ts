/** A tab that is made and replaced by requests, in a workbook in memory. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { rowsHiddenByFilter } from '../../../emulator/workbook/filtered-rows';
import { readValues } from '../../../emulator/workbook/values';
import { openWorkbooks } from '../../../emulator/workbook/workbook';
import type { SheetsRequest } from '../../../functions/sheets/cells';
import type { TabContent } from '../../../functions/sheets/register-spreadsheet';

const BOOK = 'book';

export interface ReportScene {
  /** Carries the requests out, as the job does. */
  apply(requests: readonly SheetsRequest[]): void;
  /** As the next run reads it; null where it has not been made. */
  content(sheetId: number): TabContent | null;
  lines(sheetId: number): string[][];
  /** As shown. */
  shown(sheetId: number): string[][];
  /** Those of its rows that are shown to who looks through the filter view. */
  seenThrough(sheetId: number, viewId: number): string[][];
  /** Of all tabs. */
  charts(): readonly sheets_v4.Schema$EmbeddedChart[];
  /** Where the text in that cell leads to. */
  link(sheetId: number, row: number, column: number): string | undefined;
}

export const aReportScene = (): ReportScene => {
  const workbooks = openWorkbooks({ dataDir: null });
  workbooks.create(BOOK, {}, [{ title: 'Register', sheetId: 1 }]);
  const tabOf = (id: number) => workbooks.get(BOOK).tabs.find(({ properties }) => properties.sheetId === id);
  const values = (sheetId: number): unknown[][] => {
    const title = tabOf(sheetId)?.properties.title;
    return readValues(workbooks.get(BOOK), `'${title}'`, { valueRenderOption: 'FORMULA' }).values ?? [];
  };
  return {
    apply: (requests) => void workbooks.batchUpdate(BOOK, [...requests], 'api'),
    content(sheetId) {
      const { properties, filterViews = [] } = tabOf(sheetId) ?? {};
      if (properties === undefined) return null;
      const { rowCount = 0, columnCount = 0 } = properties.gridProperties ?? {};
      const size = { rowCount: rowCount ?? 0, columnCount: columnCount ?? 0 };
      return {
        sheet: { properties, filterViews: [...filterViews] },
        title: properties.title ?? '',
        ...size,
        values: values(sheetId),
      };
    },
    shown: (sheetId) =>
      readValues(workbooks.get(BOOK), `'${tabOf(sheetId)?.properties.title}'`, {}).values ?? [],
    seenThrough(sheetId, viewId) {
      const tab = tabOf(sheetId);
      const view = tab?.filterViews?.find(({ filterViewId }) => filterViewId === viewId);
      if (tab === undefined || view === undefined) throw new Error(`There is no view ${viewId}.`);
      const hidden = rowsHiddenByFilter(workbooks.get(BOOK), { ...tab, basicFilter: view });
      return values(sheetId).flatMap((row, index) => (hidden.includes(index) ? [] : [row.map(String)]));
    },
    charts: () => workbooks.get(BOOK).tabs.flatMap(({ charts }) => charts),
    lines: (sheetId) => values(sheetId).map((row) => row.map(String)),
    link: (sheetId, row, column) =>
      tabOf(sheetId)?.rows[row]?.[column]?.userEnteredFormat?.textFormat?.link?.uri ?? undefined,
  };
};
