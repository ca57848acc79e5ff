/**
 * Edited cells of the queue that wait to be sent, each with its row as it was then and with who typed it. They are kept beside the
 * sheet: what was typed is sent for the company that it was typed for, wherever its row, or the cell alone, is by then.
 */
import type { QueueEditColumn } from '../../functions/domain/queue/edit-columns';
import { parseRowAccount } from '../../functions/domain/queue/row-account';
import { documentProperties } from '../register/document-properties';
import { loggedNames, logLines } from './edit-log';
import { currentEditor } from './editor-identity';

const PREFIX = 'cell.';
/** In letters, each of which may take three of the 9 KB of a property; a note has 2,000 at most. */
const MAX_LENGTH = 2_800;
/** Of those that a note may have. */
const MAX_NOTE = 2_000;

/** As the functions take it, but for who typed it. */
export type LoggedCells = [basis: string, column: QueueEditColumn, value: string, note: string, on: string];

export interface LoggedQueueEdit {
  editor: string;
  /** Of its row. */
  rowKey: string;
  cells: LoggedCells;
}

export const logQueueEdits = (edits: readonly LoggedCells[], user: GoogleAppsScript.Base.User): void =>
  logLines(
    PREFIX,
    edits.map(([basis, key, value, note, on]) =>
      JSON.stringify([basis, key, value, note.slice(0, MAX_NOTE), on]),
    ),
    MAX_LENGTH,
    () => currentEditor(user),
  );

export interface QueueEditLog {
  /** Of each cell what its editor typed last. */
  edits: readonly LoggedQueueEdit[];
  /** Forgets them, and what was typed into their cells before. */
  forget: (edits: readonly LoggedQueueEdit[]) => void;
}

/** As it is now; `properties` are those of the document. */
export const readQueueEdits = (properties = documentProperties().getProperties()): QueueEditLog => {
  const lines = loggedNames(properties, PREFIX).flatMap((name) => {
    const [editor = '', ...all] = (properties[name] || '').split('\n');
    return all.map((line) => {
      const cells: LoggedCells = JSON.parse(line);
      const rowKey = parseRowAccount(cells[0])?.key || '';
      return { name, line, key: [editor, rowKey, cells[1]].join(' '), editor, rowKey, cells };
    });
  });
  const newest = new Map(lines.map((one) => [one.key, one]));
  const over: LoggedQueueEdit[] = [];
  const isOver = (one: (typeof lines)[number]): boolean =>
    newest.get(one.key) !== one || over.indexOf(one) >= 0;
  return {
    edits: [...newest.values()],
    forget: (edits) => {
      over.push(...edits);
      for (const name of new Set(lines.filter(isOver).map((one) => one.name))) {
        const left = lines.filter((one) => one.name === name && !isOver(one));
        if (left.length === 0) documentProperties().deleteProperty(name);
        else
          documentProperties().setProperty(
            name,
            [left[0]?.editor || '', ...left.map(({ line }) => line)].join('\n'),
          );
      }
    },
  };
};
