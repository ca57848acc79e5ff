/** The columns of the queue's lists: what stands in the cells of each account that needs somebody. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { sheetSerial } from '../domain/calendar/sheet-date';
import { stepHint } from '../domain/queue/edit-hint';
import { missedOf, type QueueRow } from '../domain/queue/queue';
import type { Lateness } from '../domain/queue/queue-reason';
import { BANDS, withOthersText } from '../domain/queue/queue-texts';
import { resultChoices } from '../domain/queue/result-choices';
import { basisText, unrankedBasis } from '../domain/queue/row-basis';
import type { TypedCells } from '../domain/queue/typed-cells';
import { accountTarget, type MakeRowLink } from '../domain/register/row-target';
import { ACTIVITY_KIND_LABELS } from '../domain/status/code-list-texts';
import { STATUS } from '../domain/status/statuses';
import type { Text } from '../domain/text/text';
import { colorStyle, numberCell, type SheetCell, TEXT_FORMAT, textCell } from './cells';
import { LEFT_QUEUE, QUEUE_HEADINGS } from './queue-tab-texts';
import type { ReadRow } from './read-queue-tab';
import { linkedTextCell, wrappedTextCell } from './report-tab';

interface QueueCellView {
  language: keyof Text;
  /** To the account's row in the register. */
  link: MakeRowLink;
  typed: (row: QueueRow) => TypedCells;
  /** Its place in the order of the tab Today. */
  rank: (row: QueueRow) => number;
}

interface QueueColumn {
  key: keyof typeof QUEUE_HEADINGS;
  label: Text;
  /** Pixels. All that is visible fits a screen of 1440; beside the frozen band and name, each of the others fits a phone. */
  width: number;
  cell: (row: QueueRow, view: QueueCellView) => SheetCell;
}

/** From "late" to "somebody else may take over". */
const LATENESS_COLOURS: Readonly<Record<Exclude<Lateness, 0>, string>> = {
  1: '#fff3d6',
  2: '#ffd8a8',
  3: '#f5b5ab',
};

const TOP: sheets_v4.Schema$CellFormat = { verticalAlignment: 'TOP' };

const withLateness = (cell: SheetCell, lateness: Lateness): SheetCell =>
  lateness === 0
    ? cell
    : {
        ...cell,
        userEnteredFormat: {
          ...cell.userEnteredFormat,
          backgroundColorStyle: colorStyle(LATENESS_COLOURS[lateness]),
        },
      };

export const dateCell = (date: CalendarDate | null): SheetCell =>
  date === null
    ? { userEnteredFormat: TOP }
    : {
        userEnteredValue: { numberValue: sheetSerial(date) },
        userEnteredFormat: { ...TOP, numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
      };

/** Nothing for zero. */
export const countCell = (count: number): SheetCell => ({
  ...(count === 0 ? {} : numberCell(count)),
  userEnteredFormat: { ...TOP, horizontalAlignment: 'CENTER' },
});

/** Plain text: what is typed here stays as it was typed, were it a date or a formula. */
export const typedCell = (value: string): SheetCell => ({
  ...textCell(value),
  userEnteredFormat: { ...TOP, numberFormat: TEXT_FORMAT, wrapStrategy: 'WRAP' },
});

/** Offers a calendar and refuses nothing: the functions read days in more ways than the sheet. */
export const DAY_CHOICE: SheetCell = {
  dataValidation: { condition: { type: 'DATE_IS_VALID' }, strict: false, showCustomUi: true },
};

/**
 * A list that says what is usual and refuses nothing; of no choices there is none, for Sheets takes no empty list. A choice that was
 * made before the sheet got another language is one of them, too: else Sheets marks it as a mistake.
 */
export const choiceCell = (value: string, choices: readonly Text[], language: keyof Text): SheetCell => {
  const offered = choices.map((choice) => choice[language]);
  const former = choices.some((choice) => Object.values(choice).includes(value)) ? [value] : [];
  const values = [...new Set([...offered, ...former])].map((userEnteredValue) => ({ userEnteredValue }));
  const condition = { type: 'ONE_OF_LIST', values };
  return choices.length === 0
    ? typedCell(value)
    : { ...typedCell(value), dataValidation: { condition, strict: false, showCustomUi: true } };
};

const lastContactText = ({ lastContact }: QueueRow, language: keyof Text): string => {
  if (lastContact === null) return '';
  const { date, channel, with: person, by } = lastContact;
  return `${[date, ACTIVITY_KIND_LABELS[channel][language], person].filter(Boolean).join(' ')}\n(${by[language]})`;
};

const column = (key: QueueColumn['key'], width: number, cell: QueueColumn['cell']): QueueColumn => ({
  key,
  label: QUEUE_HEADINGS[key],
  width,
  cell,
});

/** In the order people read them. */
export const QUEUE_COLUMNS: readonly QueueColumn[] = [
  column('band', 60, ({ band, lateness }, { language }) =>
    withLateness(wrappedTextCell(BANDS[band][language]), lateness),
  ),
  column('name', 96, ({ name, accountId }, { link }) => linkedTextCell(name, link(accountTarget(accountId)))),
  column('status', 104, ({ status }, { language }) => wrappedTextCell(STATUS[status].label[language])),
  column('owners', 90, (row, { language, typed }) =>
    wrappedTextCell(typed(row).owners ?? row.owners.map((owner) => owner[language]).join(', ')),
  ),
  column('next', 160, (row, { language }) =>
    wrappedTextCell(
      [row.next, stepHint(row)].flatMap((part) => (part === null ? [] : part[language])).join('\n'),
    ),
  ),
  column('why', 170, ({ why, others }, { language }) =>
    wrappedTextCell(withOthersText(why, others)[language]),
  ),
  column('due', 80, (row, { typed }) => {
    const waiting = typed(row).due;
    const cell = waiting === null ? dateCell(row.due) : typedCell(waiting);
    return withLateness(row.status === 'QUARTERLY_CHECK' ? { ...cell, ...DAY_CHOICE } : cell, row.lateness);
  }),
  column('daysOver', 52, ({ daysOver, lateness }) => withLateness(countCell(daysOver), lateness)),
  column('missed', 60, (row) => countCell(missedOf(row))),
  column('lastContact', 122, (row, { language }) => wrappedTextCell(lastContactText(row, language))),
  column('note', 108, (row, { typed }) => typedCell(typed(row).note)),
  column('result', 124, (row, { typed, language }) =>
    choiceCell(typed(row).result, resultChoices(row), language),
  ),
  column('request', 148, (row, { typed }) => typedCell(typed(row).request)),
  column('id', 120, ({ accountId }) => textCell(accountId)),
  column('basis', 120, (row, { typed, rank }) =>
    textCell(basisText(row.basis, { note: typed(row).note, rank: rank(row) })),
  ),
];

/** The row of an account that left the tab before what was typed there was sent, as it stood. */
export const keptRowCells = (
  keys: readonly string[],
  { texts, basis: { id } }: ReadRow,
  { language, link }: { language: keyof Text; link: MakeRowLink },
): SheetCell[] =>
  keys.map((key) => {
    const value = texts[key] ?? '';
    // It stands at the end, whatever place it had.
    if (key === 'basis') return textCell(unrankedBasis(value));
    if (key === 'name') return linkedTextCell(value, link(accountTarget(id)));
    if (key === 'next') return wrappedTextCell(LEFT_QUEUE[language]);
    return key === 'note' || key === 'result' || key === 'due' ? typedCell(value) : wrappedTextCell(value);
  });
