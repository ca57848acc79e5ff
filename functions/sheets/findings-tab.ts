/** The tab of what a person has to look at: replaced where it says anything else. */
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { RegisterFinding } from '../domain/register/findings';
import { FINDING_TEXTS, findingsStamp, findingsSummary, findingText } from '../domain/register/findings-text';
import { findingTarget, type MakeRowLink } from '../domain/register/row-target';
import { FINDINGS_TAB } from '../domain/register/tabs';
import type { Text } from '../domain/text/text';
import type { SheetsRequest } from './cells';
import { FINDINGS_HEADINGS, rowWhenMade } from './findings-tab-texts';
import type { TabContent } from './register-spreadsheet';
import { linkedTextCell, type ReportColumn, reportTabRequests, wrappedTextCell } from './report-tab';

const columns = (link: MakeRowLink): ReportColumn<RegisterFinding>[] => [
  {
    label: FINDINGS_HEADINGS.kind,
    width: 150,
    cell: ({ kind }, language) => wrappedTextCell(FINDING_TEXTS[kind].label[language]),
  },
  {
    label: FINDINGS_HEADINGS.row,
    width: 80,
    cell: (item, language) => {
      if (item.row === null) return wrappedTextCell('');
      const target = findingTarget(item);
      return linkedTextCell(rowWhenMade(item.row)[language], target === null ? undefined : link(target));
    },
  },
  { label: FINDINGS_HEADINGS.company, width: 220, cell: ({ company }) => wrappedTextCell(company) },
  {
    label: FINDINGS_HEADINGS.accountId,
    width: 120,
    cell: ({ accountId }) => wrappedTextCell(accountId),
  },
  {
    label: FINDINGS_HEADINGS.found,
    width: 360,
    cell: (item, language) => wrappedTextCell(findingText(item, language)),
  },
  {
    label: FINDINGS_HEADINGS.next,
    width: 360,
    cell: ({ kind }, language) => wrappedTextCell(FINDING_TEXTS[kind].next[language]),
  },
];

/** Findings that are listed. With more, something is wrong with the whole sheet, which the first ones show. */
const MAX_LISTED = 500;

export interface FindingsPage {
  /** From the top. */
  items: readonly RegisterFinding[];
  /** Accounts in the register. */
  rows: number;
  today: CalendarDate;
  language: keyof Text;
  links: MakeRowLink;
}

/** `newTab` is for a tab that is not there yet. */
export const findingsTabRequests = (
  tab: TabContent | null,
  newTab: { title: string; index: number },
  { items, rows, today, language, links }: FindingsPage,
): SheetsRequest[] => {
  const listed = items.slice(0, MAX_LISTED);
  return reportTabRequests(FINDINGS_TAB, columns(links), tab, newTab, {
    summary: findingsSummary(items.length, listed.length),
    stamp: findingsStamp(today, rows),
    items: listed,
    language,
  });
};
