/** The columns of the queue's tab: what stands in the cells of each account that is due. */
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { sheetSerial } from '../domain/calendar/sheet-date';
import type { Queue, QueueRow } from '../domain/queue/queue';
import { BANDS } from '../domain/queue/queue-texts';
import { accountTarget, type MakeRowLink } from '../domain/register/row-target';
import type { Text } from '../domain/text/text';
import { numberCell, type SheetCell, textCell } from './cells';
import { QUEUE_HEADINGS } from './queue-tab-texts';

interface QueueColumn {
  key: string;
  label: Text;
  /** Pixels. */
  width: number;
  cell: (row: QueueRow, page: QueuePage) => SheetCell;
}

export interface QueuePage {
  queue: Queue;
  language: keyof Text;
  /** One line: when it was made and from how many accounts. */
  stamp: string;
  /** What people typed in the note column, by account ID. */
  notes: Readonly<Record<string, string>>;
  /** To the account's row in the register. */
  link: MakeRowLink;
}

const dateCell = (date: CalendarDate | null): SheetCell =>
  date === null
    ? {}
    : {
        userEnteredValue: { numberValue: sheetSerial(date) },
        userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
      };
/** Plain text: what is typed here stays as it was typed, were it a date or a formula. */
const noteCell = (value: string): SheetCell => ({
  ...textCell(value),
  userEnteredFormat: { numberFormat: { type: 'TEXT' }, wrapStrategy: 'WRAP' },
});
const linkCell = (value: string, uri: string | undefined): SheetCell =>
  uri === undefined
    ? textCell(value)
    : { ...textCell(value), userEnteredFormat: { textFormat: { link: { uri } } } };

export const QUEUE_COLUMNS: readonly QueueColumn[] = [
  {
    key: 'band',
    label: QUEUE_HEADINGS.band,
    width: 90,
    cell: ({ band }, { language }) => textCell(BANDS[band][language]),
  },
  {
    key: 'name',
    label: QUEUE_HEADINGS.name,
    width: 220,
    cell: ({ name, accountId }, { link }) => linkCell(name, link(accountTarget(accountId))),
  },
  {
    key: 'owners',
    label: QUEUE_HEADINGS.owners,
    width: 140,
    cell: ({ owners }, { language }) => textCell(owners.map((owner) => owner[language]).join(', ')),
  },
  { key: 'due', label: QUEUE_HEADINGS.due, width: 100, cell: ({ due }) => dateCell(due) },
  {
    key: 'daysOverdue',
    label: QUEUE_HEADINGS.daysOverdue,
    width: 80,
    cell: ({ daysOver }) => numberCell(daysOver),
  },
  { key: 'missed', label: QUEUE_HEADINGS.missed, width: 80, cell: ({ missed }) => numberCell(missed) },
  {
    key: 'lastContact',
    label: QUEUE_HEADINGS.lastContact,
    width: 100,
    cell: ({ lastContact }) => dateCell(lastContact?.date ?? null),
  },
  {
    key: 'lastContactWith',
    label: QUEUE_HEADINGS.lastContactWith,
    width: 120,
    cell: ({ lastContact }) => textCell(lastContact?.with ?? ''),
  },
  {
    key: 'condition',
    label: QUEUE_HEADINGS.condition,
    width: 240,
    cell: ({ why }, { language }) => textCell(why[language]),
  },
  {
    key: 'next',
    label: QUEUE_HEADINGS.next,
    width: 260,
    cell: ({ next }, { language }) => textCell(next[language]),
  },
  {
    key: 'note',
    label: QUEUE_HEADINGS.note,
    width: 260,
    cell: ({ accountId }, { notes }) => noteCell(notes[accountId] ?? ''),
  },
  {
    key: 'id',
    label: QUEUE_HEADINGS.id,
    width: 120,
    cell: ({ accountId }) => textCell(accountId),
  },
];
