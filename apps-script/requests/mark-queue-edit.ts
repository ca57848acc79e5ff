/** Marks what people edit in the queue: works on phones, without sign-in and without a call of the functions. */
import { QUEUE_EDIT_COLUMNS } from '../../functions/domain/queue/edit-columns';
import { blockReason } from '../../functions/domain/register/block-reason';
import { markText } from '../../functions/domain/register/request-marks';
import { queueTabRows, writeRequestStates } from '../register/queue-rows';
import { cachedTeam, todayOf } from '../server/team';
import { type LoggedCells, logQueueEdits } from './queue-edits';

export const markQueueEdit = (
  range: GoogleAppsScript.Spreadsheet.Range,
  user: GoogleAppsScript.Base.User,
): void => {
  const tab = queueTabRows(range.getSheet(), range.getRow(), range.getLastRow());
  if (tab === null) return;
  const touches = (key: string): boolean =>
    tab.columnOf(key) >= range.getColumn() && tab.columnOf(key) <= range.getLastColumn();
  const edits: LoggedCells[] = [];
  const on = todayOf(cachedTeam());
  const states = tab.rows.flatMap((row) => {
    const { isTorn, mark, text } = row;
    const { language } = row.tab;
    // A refused result is asked for again when its note is edited.
    const isAskedAgain = touches('note') && mark === 'refused' && text('result') !== '';
    const keys = QUEUE_EDIT_COLUMNS.filter((key) => touches(key) || (isAskedAgain && key === 'result'));
    if (keys.length === 0) return [];
    if (isTorn)
      return { row, state: markText('blocked', language, blockReason({ kind: 'inconsistent' })[language]) };
    edits.push(...keys.map((key): LoggedCells => [text('basis'), key, text(key), text('note'), on]));
    return { row, state: markText('unsent', language) };
  });
  writeRequestStates(states);
  logQueueEdits(edits, user);
};
