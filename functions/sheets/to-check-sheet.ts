/** The tab of what a person has to look at: replaced where it says anything else. */
import type { CalendarDate } from '../domain/calendar';
import { REGISTER_TAB, TO_CHECK_TAB } from '../domain/register-tabs';
import { type Text, text } from '../domain/text';
import { foundWords, stamp, summary, TO_CHECK_KINDS, type ToCheck } from '../domain/to-check';
import type { Request } from './cells';
import { type ListColumn, listTabRequests, plain, rowLink } from './listing-tab';
import type { FoundTab } from './register-tab';

const COLUMNS: readonly ListColumn<ToCheck>[] = [
  {
    label: text('種類', 'Kind'),
    width: 150,
    cell: ({ kind }, language) => plain(TO_CHECK_KINDS[kind].label[language]),
  },
  {
    label: text('行', 'Row'),
    width: 80,
    cell: ({ row }, language) => rowLink(row, `#gid=${REGISTER_TAB}&range=${row}:${row}`, language),
  },
  { label: text('会社名', 'Company'), width: 220, cell: ({ company }) => plain(company) },
  { label: text('アカウント ID', 'Account ID'), width: 120, cell: ({ accountId }) => plain(accountId) },
  {
    label: text('見つかったこと', 'What was found'),
    width: 360,
    cell: (item, language) => plain(foundWords(item, language)),
  },
  {
    label: text('次にすること', 'What to do next'),
    width: 360,
    cell: ({ kind }, language) => plain(TO_CHECK_KINDS[kind].next[language]),
  },
];

/** With more, something has gone wrong with the whole sheet: the first ones tell it. */
const MOST_LISTED = 500;

export interface ToCheckPage {
  /** From the top. */
  items: readonly ToCheck[];
  /** Accounts in the register. */
  rows: number;
  today: CalendarDate;
  language: keyof Text;
}

/** `made` is for a tab that has to be made. */
export const toCheckRequests = (
  tab: FoundTab | null,
  made: { title: string; index: number },
  { items, rows, today, language }: ToCheckPage,
): Request[] => {
  const listed = items.slice(0, MOST_LISTED);
  return listTabRequests(TO_CHECK_TAB, COLUMNS, tab, made, {
    summary: summary(items.length, listed.length),
    stamp: stamp(today, rows),
    items: listed,
    language,
  });
};
