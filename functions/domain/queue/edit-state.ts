/** What a row shows about its edited cell: carried out, refused with the reason, or no longer asked for. */
import type { CalendarDate } from '../calendar/calendar-date';
import { markOf, markText } from '../register/request-marks';
import { type Text, text } from '../text/text';
import { isPartColumn, type QueueEditColumn } from './edit-columns';
import type { QueueEdit } from './queue-edit';
import { CLEARED, TYPE_AGAIN } from './queue-mark-texts';

/** What a row of the edited account shows at the moment when the edit is sent. */
export interface ShownCells {
  /** The text of the edited column. */
  value: string;
  note: string;
  request: string;
}

/**
 * Whether the cell still asks for what was typed. A cleared cell asks for nothing, except where clearing removes a value of a
 * part of an account. A cell with another text was changed without an edit, for example by sorting. A row without its mark was
 * written anew since, so what was typed before still counts.
 */
export const isStillAsked = (
  { column, value }: { column: QueueEditColumn; value: string },
  shown: readonly ShownCells[],
): boolean => {
  const marked = shown.filter(({ request }) => markOf(request) === 'unsent');
  return (
    (value !== '' || isPartColumn(column)) &&
    (marked.length === 0 || marked.some((cells) => cells.value === value))
  );
};

/** The note that goes with the edit: the row's present note, or the one stored with the edit where the row is gone. */
export const noteOf = (edit: Pick<QueueEdit, 'value' | 'note'>, shown: readonly ShownCells[]): string =>
  (shown.find(({ value }) => value === edit.value) ?? shown[0] ?? edit).note;

/** What became of an edit; `words` say why it was refused. */
export type EditOutcome = 'accepted' | 'notAsked' | { words: Text };

const BLANK = text('(空欄)', '(blank)');

const valueText = (value: string, language: keyof Text): string => (value === '' ? BLANK[language] : value);

interface AnsweredCell {
  rowKey: string;
  /** Null where the edit could not be read. */
  column: QueueEditColumn | null;
  value: string;
  on: CalendarDate;
  /** Whether a refusal is kept for whoever typed it; of somebody unknown only the row tells. */
  isKept: boolean;
  shown: readonly ShownCells[];
  outcome: EditOutcome;
}

/** An empty result asks for nothing. Owner and day are shown by the row itself, so they stand empty only until the next run. */
const isCleared = ({ column, value, shown }: AnsweredCell): boolean =>
  (column === 'owners' || column === 'due') && value === '' && shown.some((cells) => cells.value === '');

const dayWords = (on: CalendarDate): string => `(${on})`;

/** Whether a row's mark says "carried out" on that day. The date stands at the end, since what was typed may be a date, too. */
export const wasAcceptedOn = (request: string, on: CalendarDate): boolean =>
  markOf(request) === 'accepted' && (request.includes(dayWords(on)) || isDayAlone(request, on));

/** Where a form has carried out what the row asks for, nothing was typed: its mark has the day alone. */
const isDayAlone = (request: string, on: CalendarDate): boolean =>
  (['ja', 'en'] as const).some((language) => request === markText('accepted', language, on));

const SOME_DAY = /\(\d{4}-\d{2}-\d{2}\)/;

/**
 * Whether the row of a cell that shows the account's value again need not tell of its refusal any more: it does on the day of the
 * refusal. Afterwards whoever typed it still has it in their own day. A refusal without a day is kept only in its row.
 */
export const wasRefusedBefore = (request: string, today: CalendarDate): boolean =>
  markOf(request) === 'refused' && SOME_DAY.test(request) && !request.includes(dayWords(today));

/** The words for each row by its key; several edits of one row are joined, the refused ones first. */
export const editStates = (edits: readonly AnsweredCell[]): ReadonlyMap<string, Text> => {
  const all = new Map<string, typeof edits>();
  for (const edit of edits) all.set(edit.rowKey, [...(all.get(edit.rowKey) ?? []), edit]);
  const stateIn = (language: keyof Text, ofRow: typeof edits): string => {
    const refused = ofRow.flatMap(({ value, on, isKept, outcome }) => {
      const what = `${valueText(value, language)}${isKept ? ` ${dayWords(on)}` : ''}`;
      return typeof outcome === 'string' ? [] : `${what}: ${outcome.words[language]}`;
    });
    const accepted = ofRow.flatMap(({ value, on, outcome }) =>
      outcome === 'accepted' ? `${valueText(value, language)} ${dayWords(on)}` : [],
    );
    if (refused.length > 0) return markText('refused', language, refused.join('\n'));
    if (accepted.length > 0) return markText('accepted', language, accepted.join('\n'));
    const isChanged = ofRow.some(
      ({ value, shown }) => value !== '' && shown.some((cells) => cells.value !== ''),
    );
    if (isChanged) return markText('blocked', language, TYPE_AGAIN[language]);
    return ofRow.some(isCleared) ? markText('blocked', language, CLEARED[language]) : '';
  };
  return new Map(
    [...all].map(([rowKey, ofRow]) => [rowKey, text(stateIn('ja', ofRow), stateIn('en', ofRow))]),
  );
};
