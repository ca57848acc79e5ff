/** The tab of the register of a past day: replaced where it says anything else. */
import { sheetSerial } from '../domain/calendar/sheet-date';
import { AS_OF_KEYS, asOfCells, statusCountsText } from '../domain/history/as-of-columns';
import { asOfSummary } from '../domain/history/as-of-texts';
import { filterText } from '../domain/history/filter-words';
import { historyStamp } from '../domain/history/history-tab-texts';
import type { RegisterView } from '../domain/register/cells';
import { columnHolds } from '../domain/register/column-keys';
import { SHOWN_COLUMNS } from '../domain/register/columns';
import type { RegisterRow } from '../domain/register/row';
import { accountTarget, type MakeRowLink } from '../domain/register/row-target';
import { AS_OF_TAB } from '../domain/register/tabs';
import { numberCell, type SheetCell, type SheetsRequest } from './cells';
import type { TabContent } from './register-spreadsheet';
import type { TabPlace } from './replace-tab';
import { linkedTextCell, type ReportColumn, reportTabRequests, wrappedTextCell } from './report-tab';

export interface AsOfTabPage {
  rows: readonly RegisterRow[];
  /** Whether there were more accounts on that day than the tab lists. */
  more: boolean;
  /** `today` is the day of the past. */
  view: RegisterView;
  /** Day and time of day in the zone. */
  madeAt: string;
  zone: string;
  /** The filter that was asked for. */
  filter: Readonly<Record<string, string | undefined>>;
  links: MakeRowLink;
}

const dateCell = (date: string): SheetCell =>
  date === ''
    ? {}
    : {
        ...numberCell(sheetSerial(date)),
        userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
      };

const columns = ({ view, links }: AsOfTabPage): ReportColumn<RegisterRow>[] =>
  AS_OF_KEYS.map((key) => ({
    label: SHOWN_COLUMNS[key].label,
    width: SHOWN_COLUMNS[key].width,
    cell: (row) => {
      const value = asOfCells(row, view)[key];
      if (typeof value === 'number') return numberCell(value);
      if (columnHolds(key) === 'date') return dateCell(value);
      return key === 'name' ? linkedTextCell(value, links(accountTarget(row.id))) : wrappedTextCell(value);
    },
  }));

/** `newTab` is for a tab that is not there yet. */
export const asOfTabRequests = (
  tab: TabContent | null,
  newTab: TabPlace,
  page: AsOfTabPage,
): SheetsRequest[] => {
  const { rows, more, view, madeAt, zone, filter } = page;
  return reportTabRequests(AS_OF_TAB, columns(page), tab, newTab, {
    summary: asOfSummary(view.today, rows.length, statusCountsText(rows), more),
    stamp: historyStamp(madeAt, zone, filterText(filter, view.members)),
    items: rows,
    language: view.language,
  });
};
