/** The tab of the history: replaced where it says anything else. */

import { filterText } from '../domain/history/filter-words';
import { HISTORY_HEADINGS } from '../domain/history/history-column-texts';
import { HISTORY_COLUMNS, type HistoryColumnKey, type HistoryRow } from '../domain/history/history-columns';
import { historyStamp, historySummary } from '../domain/history/history-tab-texts';
import type { Reader } from '../domain/history/value-words';
import { accountTarget, type MakeRowLink } from '../domain/register/row-target';
import { HISTORY_TAB } from '../domain/register/tabs';
import { keysOf } from '../domain/status/table-keys';
import { numberCell, type SheetsRequest } from './cells';
import type { TabContent } from './register-spreadsheet';
import { linkedTextCell, type ReportColumn, reportTabRequests, wrappedTextCell } from './report-tab';

/** In pixels. */
const WIDTHS: Readonly<Record<HistoryColumnKey, number>> = {
  time: 130,
  company: 200,
  what: 380,
  from: 120,
  to: 120,
  reason: 200,
  person: 110,
  sender: 110,
  channel: 90,
  command: 130,
  batch: 120,
  version: 50,
  accountId: 140,
};

/** Characters in a cell; Google takes 50,000. */
const MAX_CELL = 5000;

const columns = (reader: Reader, link: MakeRowLink): ReportColumn<HistoryRow>[] =>
  keysOf(WIDTHS).map((key) => ({
    label: HISTORY_HEADINGS[key],
    width: WIDTHS[key],
    cell: (row) => {
      const value = HISTORY_COLUMNS[key](row, reader);
      if (typeof value === 'number') return numberCell(value);
      const words = value.length > MAX_CELL ? `${value.slice(0, MAX_CELL)}…` : value;
      return key === 'company'
        ? linkedTextCell(words, link(accountTarget(row.entry.accountId)))
        : wrappedTextCell(words);
    },
  }));

export interface HistoryTabPage {
  rows: readonly HistoryRow[];
  /** Whether there are older entries that fit the filter. */
  more: boolean;
  /** Day and time of day in the zone. */
  madeAt: string;
  zone: string;
  /** The filter that was asked for. */
  filter: Readonly<Record<string, string | undefined>>;
  reader: Reader;
  links: MakeRowLink;
}

/** `newTab` is for a tab that is not there yet. */
export const historyTabRequests = (
  tab: TabContent | null,
  newTab: { title: string; index: number },
  { rows, more, madeAt, zone, filter, reader, links }: HistoryTabPage,
): SheetsRequest[] =>
  reportTabRequests(HISTORY_TAB, columns(reader, links), tab, newTab, {
    summary: historySummary(rows.length, more),
    stamp: historyStamp(madeAt, zone, filterText(filter, reader.members)),
    items: rows,
    language: reader.language,
  });
