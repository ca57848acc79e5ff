/** Sends the edited cells of the queue that wait, and shows in their rows what became of each. */
import { UNKNOWN_EDITOR } from '../../functions/domain/account/unknown-editor';
import { documentProperties } from '../register/document-properties';
import { type QueueTabRow, wholeQueueRows, writeRequestStates } from '../register/queue-rows';
import type { ApiError } from '../script-api';
import { callFunction } from '../server/call-function';
import { cacheTeam } from '../server/team';
import { countRefusal, type SendTally } from './apply-results';
import { addressOf, ownEditorTest } from './editor-identity';
import { type LoggedQueueEdit, readQueueEdits } from './queue-edits';

/** Edits in one call. */
const EDITS_PER_CALL = 200;

/**
 * By a clock trigger those of everybody, else one's own; no call is begun after `until`, in milliseconds of the clock. What is
 * answered is counted in the tally; null where no call went wrong.
 */
export const sendQueueEdits = (isTrigger: boolean, tally: SendTally, until: number): ApiError | null => {
  const log = readQueueEdits();
  const isOwn = ownEditorTest();
  const share = log.edits.filter(({ editor }) => isTrigger || isOwn(editor));
  tally.others += log.edits.length - share.length;
  for (let from = 0; from < share.length; from += EDITS_PER_CALL) {
    if (Date.now() > until) {
      tally.waiting += share.length - from;
      return null;
    }
    const slice = share.slice(from, from + EDITS_PER_CALL);
    const answer = callFunction('queue-edits', 'POST', {
      body: {
        channel: isTrigger ? 'trigger' : 'cell',
        sentAt: new Date().toISOString(),
        edits: editsToSend(slice, isTrigger ? documentProperties().getProperties() : null),
      },
    });
    if ('error' in answer) return answer.error;
    const { outcomes, states, retries, team } = answer.value;
    cacheTeam(team);
    outcomes.forEach((outcome, index) => {
      if (!('refusal' in outcome)) tally.accepted += 1;
      else if (states[index]?.ja !== '')
        countRefusal(tally, outcome, slice[index]?.cells[1] ?? 'result', retries[index] ?? null);
    });
    writeRequestStates(
      wholeQueueRows().flatMap((row) => {
        const index = slice.map((edit) => isAbout(edit, row)).lastIndexOf(true);
        const state = states[index]?.[row.tab.language];
        // Where nothing is asked for any more, there may stand what became of somebody else's edit.
        const isAnswered = state === '' && row.mark !== 'unsent';
        return state === undefined || isAnswered ? [] : { row, state };
      }),
    );
    log.forget(slice);
  }
  clearUnknown();
  return null;
};

const editsToSend = (
  edits: readonly LoggedQueueEdit[],
  properties: Readonly<Record<string, string>> | null,
) => {
  const rows = wholeQueueRows();
  return edits.map(({ rowKey, editor, cells: [basis, column, value, note, on] }) => ({
    ...{ basis, column, value, note, on },
    shown: rows
      .filter((row) => row.account.key === rowKey)
      .map(({ text }) => ({ value: text(column), note: text('note'), request: text('request') })),
    ...(properties === null ? {} : { editor: addressOf(editor, properties) ?? UNKNOWN_EDITOR }),
  }));
};

/** Whether a row is the one of an edit, and nothing was typed there since. */
const isAbout = ({ rowKey, cells: [, key, value] }: LoggedQueueEdit, row: QueueTabRow): boolean =>
  row.account.key === rowKey && (row.mark !== 'unsent' || row.text(key) === value);

/** A mark without an edit that waits was moved there, as by a sort of some columns. */
const clearUnknown = (): void => {
  const { edits } = readQueueEdits();
  writeRequestStates(
    wholeQueueRows()
      .filter(({ mark, account }) => mark === 'unsent' && !edits.some((edit) => edit.rowKey === account.key))
      .map((row) => ({ row, state: '' })),
  );
};
