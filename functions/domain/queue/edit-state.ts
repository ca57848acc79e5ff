/** What the row of an edited cell has to say of it: carried out, sent back with the reason, or not asked for any more. */
import type { CalendarDate } from '../calendar/calendar-date';
import { markOf, markText } from '../register/request-marks';
import { type Text, text } from '../text/text';
import { isPartColumn, type QueueEditColumn } from './edit-columns';
import type { QueueEdit } from './queue-edit';
import { CLEARED, TYPE_AGAIN } from './queue-mark-texts';

/** What a row of the edit's account shows when it is sent. */
export interface ShownCells {
  /** Of the column that was edited. */
  value: string;
  note: string;
  request: string;
}

/**
 * A cell that was cleared asks for nothing any more, unless it takes back what was said of a part of an account, and one that
 * shows another text was changed without an edit, as by a sort. A row that has lost its mark was written anew since: what was typed before counts.
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

/** The note that goes with it: as it stands now, or as it stood beside the cell where its row is gone. */
export const noteOf = (edit: Pick<QueueEdit, 'value' | 'note'>, shown: readonly ShownCells[]): string =>
  (shown.find(({ value }) => value === edit.value) ?? shown[0] ?? edit).note;

/** What became of an edit: `words` say why it was refused. */
export type EditOutcome = 'accepted' | 'notAsked' | { words: Text };

const BLANK = text('(空欄)', '(blank)');

const valueText = (value: string, language: keyof Text): string => (value === '' ? BLANK[language] : value);

interface AnsweredCell {
  rowKey: string;
  /** Null where the edit could not be read. */
  column: QueueEditColumn | null;
  value: string;
  on: CalendarDate;
  shown: readonly ShownCells[];
  outcome: EditOutcome;
}

/** A result is empty where nothing is asked for; an owner and a day are the account's, and stand there empty until the next run. */
const isCleared = ({ column, value, shown }: AnsweredCell): boolean =>
  (column === 'owners' || column === 'due') && value === '' && shown.some((cells) => cells.value === '');

const dayWords = (on: CalendarDate): string => `(${on})`;

/** Whether what a row says was carried out on that day: the day stands behind what was typed, which may be a day itself. */
export const wasAcceptedOn = (request: string, on: CalendarDate): boolean =>
  markOf(request) === 'accepted' && request.includes(dayWords(on));

/** By the key of the row: of several edits of one, one after another; what was refused comes first. */
export const editStates = (edits: readonly AnsweredCell[]): ReadonlyMap<string, Text> => {
  const all = new Map<string, typeof edits>();
  for (const edit of edits) all.set(edit.rowKey, [...(all.get(edit.rowKey) ?? []), edit]);
  const stateIn = (language: keyof Text, ofRow: typeof edits): string => {
    const refused = ofRow.flatMap(({ value, outcome }) =>
      typeof outcome === 'string' ? [] : `${valueText(value, language)}: ${outcome.words[language]}`,
    );
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
