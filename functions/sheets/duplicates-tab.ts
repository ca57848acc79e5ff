/** The tab of possible duplicates: replaced where it says anything else. */
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { DuplicateRow } from '../domain/register/duplicate-groups';
import {
  duplicateKindTexts,
  duplicatesStamp,
  duplicatesSummary,
  matchingTraitsText,
} from '../domain/register/duplicates-text';
import { accountTarget, type MakeRowLink } from '../domain/register/row-target';
import { DUPLICATES_TAB } from '../domain/register/tabs';
import type { Text } from '../domain/text/text';
import { numberCell, type SheetsRequest } from './cells';
import { DUPLICATES_HEADINGS, OPEN_ROW } from './duplicates-tab-texts';
import type { TabContent } from './register-spreadsheet';
import { linkedTextCell, type ReportColumn, reportTabRequests, wrappedTextCell } from './report-tab';

const columns = (link: MakeRowLink): ReportColumn<DuplicateRow>[] => [
  { label: DUPLICATES_HEADINGS.group, width: 60, cell: ({ group }) => numberCell(group) },
  {
    label: DUPLICATES_HEADINGS.kind,
    width: 150,
    cell: ({ kind }, language) => wrappedTextCell(duplicateKindTexts(kind).label[language]),
  },
  {
    label: DUPLICATES_HEADINGS.row,
    width: 80,
    cell: (row, language) => {
      const uri = row.kind === 'many' ? undefined : link(accountTarget(row.id));
      return uri === undefined ? {} : linkedTextCell(OPEN_ROW[language], uri);
    },
  },
  { label: DUPLICATES_HEADINGS.company, width: 220, cell: ({ company }) => wrappedTextCell(company) },
  {
    label: DUPLICATES_HEADINGS.status,
    width: 120,
    cell: (row, language) => wrappedTextCell(row.kind === 'many' ? '' : row.status[language]),
  },
  {
    label: DUPLICATES_HEADINGS.owner,
    width: 120,
    cell: (row, language) => wrappedTextCell(row.kind === 'many' ? '' : row.owner[language]),
  },
  {
    label: DUPLICATES_HEADINGS.why,
    width: 240,
    cell: (row, language) => wrappedTextCell(matchingTraitsText(row, language)),
  },
  {
    label: DUPLICATES_HEADINGS.next,
    width: 360,
    cell: ({ kind }, language) => wrappedTextCell(duplicateKindTexts(kind).next[language]),
  },
  {
    label: DUPLICATES_HEADINGS.accountId,
    width: 120,
    cell: (row) => wrappedTextCell(row.kind === 'many' ? '' : row.id),
  },
];

/** Rows that are listed: a person does not work through a longer list. */
const MAX_LISTED = 500;

export interface DuplicatesPage {
  rows: readonly DuplicateRow[];
  /** All that were found, shown or not. */
  groups: number;
  /** Accounts that were compared. */
  accounts: number;
  today: CalendarDate;
  language: keyof Text;
  links: MakeRowLink;
}

/** `newTab` is for a tab that is not there yet. */
export const duplicatesTabRequests = (
  tab: TabContent | null,
  newTab: { title: string; index: number },
  { rows, groups, accounts, today, language, links }: DuplicatesPage,
): SheetsRequest[] => {
  const items = rows.slice(0, MAX_LISTED);
  return reportTabRequests(DUPLICATES_TAB, columns(links), tab, newTab, {
    summary: duplicatesSummary(groups, items.length, rows.length),
    stamp: duplicatesStamp(today, accounts),
    items,
    language,
  });
};
