/** The tab of what moved between two days: replaced where it says anything else. */
import { MOVES_HEADINGS, movesSummary } from '../domain/history/as-of-texts';
import { historyStamp } from '../domain/history/history-tab-texts';
import { countMoves, MOVES_COLUMNS, type MoveRow } from '../domain/history/moves-columns';
import type { Reader } from '../domain/history/value-words';
import { accountTarget, type MakeRowLink } from '../domain/register/row-target';
import { MOVES_TAB } from '../domain/register/tabs';
import { keysOf } from '../domain/status/table-keys';
import type { SheetsRequest } from './cells';
import type { TabContent } from './register-spreadsheet';
import type { TabPlace } from './replace-tab';
import { linkedTextCell, type ReportColumn, reportTabRequests, wrappedTextCell } from './report-tab';

/** In pixels. */
const WIDTHS: Readonly<Record<keyof typeof MOVES_HEADINGS, number>> = {
  company: 220,
  from: 140,
  to: 140,
  steps: 320,
  time: 130,
  person: 110,
  reason: 260,
  owner: 110,
  accountId: 140,
};

const columns = (reader: Reader, link: MakeRowLink): ReportColumn<MoveRow>[] =>
  keysOf(WIDTHS).map((key) => ({
    label: MOVES_HEADINGS[key],
    width: WIDTHS[key],
    cell: (row) => {
      const value = MOVES_COLUMNS[key](row, reader);
      return key === 'company'
        ? linkedTextCell(value, link(accountTarget(row.accountId)))
        : wrappedTextCell(value);
    },
  }));

export interface MovesTabPage {
  rows: readonly MoveRow[];
  /** Whether more accounts moved than the tab lists. */
  more: boolean;
  /** Days of the team. */
  period: { from: string; to: string };
  /** Day and time of day in the zone. */
  madeAt: string;
  zone: string;
  reader: Reader;
  links: MakeRowLink;
}

/** `newTab` is for a tab that is not there yet. */
export const movesTabRequests = (
  tab: TabContent | null,
  newTab: TabPlace,
  { rows, more, period, madeAt, zone, reader, links }: MovesTabPage,
): SheetsRequest[] =>
  reportTabRequests(MOVES_TAB, columns(reader, links), tab, newTab, {
    summary: movesSummary(period, countMoves(rows), more),
    stamp: historyStamp(madeAt, zone),
    items: rows,
    language: reader.language,
  });
