/** The tab of possible duplicates: replaced where it says anything else. */
import type { CalendarDate } from '../domain/calendar';
import {
  type DuplicateRow,
  duplicatesStamp,
  duplicatesSummary,
  kindWords,
  whyWords,
} from '../domain/duplicate-groups';
import { DUPLICATES_TAB } from '../domain/register-tabs';
import { type Text, text } from '../domain/text';
import { type Request, whole } from './cells';
import { type ListColumn, listTabRequests, plain, rowLink } from './listing-tab';
import type { FoundTab } from './register-tab';

/** Links to the rows of the register, by account ID. */
type Links = Readonly<Record<string, string>>;

const ROW = /range=(\d+)/;

const columns = (links: Links): ListColumn<DuplicateRow>[] => [
  { label: text('組', 'Group'), width: 60, cell: ({ group }) => whole(group) },
  {
    label: text('種類', 'Kind'),
    width: 150,
    cell: ({ kind }, language) => plain(kindWords(kind).label[language]),
  },
  {
    label: text('行', 'Row'),
    width: 80,
    cell: (row, language) => {
      const uri = row.kind === 'many' ? undefined : links[row.id];
      const [, found] = ROW.exec(uri ?? '') ?? [];
      return uri === undefined || found === undefined ? {} : rowLink(Number(found), uri, language);
    },
  },
  { label: text('会社名', 'Company'), width: 220, cell: ({ company }) => plain(company) },
  {
    label: text('ステータス', 'Status'),
    width: 120,
    cell: (row, language) => plain(row.kind === 'many' ? '' : row.status[language]),
  },
  {
    label: text('担当', 'Owner'),
    width: 120,
    cell: (row, language) => plain(row.kind === 'many' ? '' : row.owner[language]),
  },
  {
    label: text('理由', 'Why'),
    width: 240,
    cell: (row, language) => plain(whyWords(row, language)),
  },
  {
    label: text('次にすること', 'What to do next'),
    width: 360,
    cell: ({ kind }, language) => plain(kindWords(kind).next[language]),
  },
  {
    label: text('アカウント ID', 'Account ID'),
    width: 120,
    cell: (row) => plain(row.kind === 'many' ? '' : row.id),
  },
];

/** More is no list that a person works through. */
const MOST_LISTED = 500;

export interface DuplicatesPage {
  rows: readonly DuplicateRow[];
  /** All that were found, shown or not. */
  groups: number;
  /** Accounts that were compared. */
  accounts: number;
  today: CalendarDate;
  language: keyof Text;
  links: Links;
}

/** `made` is for a tab that has to be made. */
export const duplicatesRequests = (
  tab: FoundTab | null,
  made: { title: string; index: number },
  { rows, groups, accounts, today, language, links }: DuplicatesPage,
): Request[] => {
  const items = rows.slice(0, MOST_LISTED);
  return listTabRequests(DUPLICATES_TAB, columns(links), tab, made, {
    summary: duplicatesSummary(groups, items.length, rows.length),
    stamp: duplicatesStamp(today, accounts),
    items,
    language,
  });
};
