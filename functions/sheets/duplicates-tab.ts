/** The tab of possible duplicates: replaced where it says anything else. */
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { DuplicateRow } from '../domain/register/duplicate-groups';
import {
  duplicateKindTexts,
  duplicatesStamp,
  duplicatesSummary,
  matchingTraitsText,
} from '../domain/register/duplicates-text';
import { DUPLICATES_TAB } from '../domain/register/tabs';
import { type Text, text } from '../domain/text/text';
import { numberCell, type SheetsRequest } from './cells';
import type { TabContent } from './register-spreadsheet';
import { type ReportColumn, reportTabRequests, rowLinkCell, wrappedTextCell } from './report-tab';

/** Links to the rows of the register, by account ID. */
type RowLinks = Readonly<Record<string, string>>;

const ROW_IN_LINK = /range=(\d+)/;

const columns = (links: RowLinks): ReportColumn<DuplicateRow>[] => [
  { label: text('組', 'Group'), width: 60, cell: ({ group }) => numberCell(group) },
  {
    label: text('種類', 'Kind'),
    width: 150,
    cell: ({ kind }, language) => wrappedTextCell(duplicateKindTexts(kind).label[language]),
  },
  {
    label: text('行', 'Row'),
    width: 80,
    cell: (row, language) => {
      const uri = row.kind === 'many' ? undefined : links[row.id];
      const [, found] = ROW_IN_LINK.exec(uri ?? '') ?? [];
      return uri === undefined || found === undefined ? {} : rowLinkCell(Number(found), uri, language);
    },
  },
  { label: text('会社名', 'Company'), width: 220, cell: ({ company }) => wrappedTextCell(company) },
  {
    label: text('ステータス', 'Status'),
    width: 120,
    cell: (row, language) => wrappedTextCell(row.kind === 'many' ? '' : row.status[language]),
  },
  {
    label: text('担当', 'Owner'),
    width: 120,
    cell: (row, language) => wrappedTextCell(row.kind === 'many' ? '' : row.owner[language]),
  },
  {
    label: text('理由', 'Why'),
    width: 240,
    cell: (row, language) => wrappedTextCell(matchingTraitsText(row, language)),
  },
  {
    label: text('次にすること', 'What to do next'),
    width: 360,
    cell: ({ kind }, language) => wrappedTextCell(duplicateKindTexts(kind).next[language]),
  },
  {
    label: text('アカウント ID', 'Account ID'),
    width: 120,
    cell: (row) => wrappedTextCell(row.kind === 'many' ? '' : row.id),
  },
];

/** More is no list that a person works through. */
const MAX_LISTED = 500;

export interface DuplicatesPage {
  rows: readonly DuplicateRow[];
  /** All that were found, shown or not. */
  groups: number;
  /** Accounts that were compared. */
  accounts: number;
  today: CalendarDate;
  language: keyof Text;
  links: RowLinks;
}

/** `made` is for a tab that has to be made. */
export const duplicatesTabRequests = (
  tab: TabContent | null,
  made: { title: string; index: number },
  { rows, groups, accounts, today, language, links }: DuplicatesPage,
): SheetsRequest[] => {
  const items = rows.slice(0, MAX_LISTED);
  return reportTabRequests(DUPLICATES_TAB, columns(links), tab, made, {
    summary: duplicatesSummary(groups, items.length, rows.length),
    stamp: duplicatesStamp(today, accounts),
    items,
    language,
  });
};
