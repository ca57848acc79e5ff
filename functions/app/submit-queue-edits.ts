/** Edited cells of the queue on their way to the store: each becomes the command that it means, and is submitted like every other. */
import type { CommandRequest } from '../contract/commands';
import { editorOf } from '../domain/account/editor';
import { isPartColumn, type QueueEditColumn } from '../domain/queue/edit-columns';
import { isStillAsked, noteOf, type ShownCells } from '../domain/queue/edit-state';
import { parsePartBasis } from '../domain/queue/part-basis';
import { readPartEdit } from '../domain/queue/part-edit';
import {
  type QueueEdit,
  type QueueEditCommand,
  type QueueEditContext,
  type QueueEditReading,
  readQueueEdit,
} from '../domain/queue/queue-edit';
import { parseRowAccount } from '../domain/queue/row-account';
import { parseBasis } from '../domain/queue/row-basis';
import { type RegisterRow, registerRow } from '../domain/register/row';
import { readAccounts } from '../store/accounts';
import { type Database, digest } from '../store/firestore';
import type { CommandContext } from './command-context';
import type { SubmitResult } from './submission';
import { submit } from './submit';

export interface SentQueueEdit
  extends Pick<CommandRequest, 'editor'>,
    Omit<QueueEdit, 'basis' | 'note' | 'column'> {
  column: QueueEditColumn;
  /** As the row keeps it. */
  basis: string;
  note?: string;
  /** What the rows of the account show by now. */
  shown?: readonly ShownCells[];
}

type UnreadReading = Extract<QueueEditReading, { problem: unknown }>;

/** What was typed is no request. */
export interface UnreadEdit extends UnreadReading {
  /** The account, where it is asked for still. */
  row: RegisterRow | null;
}

interface QueueEditRequest extends CommandRequest {
  command: QueueEditCommand;
}

export type QueueEditResult = UnreadEdit | { request: QueueEditRequest; result: SubmitResult | undefined };

/** In the order of the edits. */
export const submitQueueEdits = async (
  db: Database,
  edits: readonly SentQueueEdit[],
  context: CommandContext,
): Promise<QueueEditResult[]> => {
  const read = edits.map((edit) => requestOf(edit, context));
  const requests = read.flatMap((one) => ('problem' in one ? [] : one));
  const results = (requests.length === 0 ? [] : await submit(db, requests, context)).values();
  const rows = await rowsOfUnread(db, edits, read);
  return read.map((one, index) =>
    'problem' in one
      ? { ...one, row: rows.get(edits[index]?.basis ?? '') ?? null }
      : { request: one, result: results.next().value },
  );
};

/** By the basis of the edit, of those that are asked for still: whoever has typed one is told of which company. */
const rowsOfUnread = async (
  db: Database,
  edits: readonly SentQueueEdit[],
  read: readonly (QueueEditRequest | UnreadReading)[],
): Promise<ReadonlyMap<string, RegisterRow>> => {
  const asking = read.flatMap((one, index) => {
    const basis = edits[index]?.basis ?? '';
    const account = parseRowAccount(basis);
    return 'problem' in one && one.problem !== 'NOT_ASKED' && account !== null
      ? [{ basis, id: account.id }]
      : [];
  });
  const { accounts } = await readAccounts(db, [...new Set(asking.map(({ id }) => id))]);
  return new Map(
    asking.flatMap(({ basis, id }) => {
      const account = accounts.find((one) => one.id === id);
      return account === undefined ? [] : [[basis, registerRow(account)]];
    }),
  );
};

const readingOf = (
  { column, value, on, basis }: SentQueueEdit,
  note: string,
  context: QueueEditContext,
): QueueEditReading => {
  const edit = { value, note, on };
  const part = parsePartBasis(basis);
  if (part !== null) return readPartEdit({ ...edit, column, basis: part }, context);
  const task = parseBasis(basis);
  return task === null || isPartColumn(column)
    ? { problem: 'BASIS_UNREADABLE' }
    : readQueueEdit({ ...edit, column, basis: task }, context);
};

const requestOf = (edit: SentQueueEdit, context: CommandContext): QueueEditRequest | UnreadReading => {
  const { column, value, on, editor, shown = [] } = edit;
  const note = noteOf({ value, note: edit.note ?? '' }, shown);
  const row = parseRowAccount(edit.basis);
  if (row === null) return { problem: 'BASIS_UNREADABLE' };
  if (!isStillAsked(edit, shown)) return { problem: 'NOT_ASKED' };
  const { members, settings, actor, now } = context;
  const reading = readingOf(edit, note, { ...settings, members });
  if ('problem' in reading) return reading;
  // The key names the decider and not the sender, so that an edit which the clock has sent is not carried out again when its editor sends it.
  const decider = editor === undefined ? actor : editorOf(editor, actor, members);
  const { command } = reading;
  const judged = 'data' in command ? command.data?.fit?.products : undefined;
  const content = [
    ...[decider.id, edit.basis, column, value, note, on],
    ...(judged === undefined ? [] : [judged]),
    // A value that was typed before, and another one since, is asked for once more. Sent twice, it changes nothing the second time.
    ...(command.type === 'editOpportunity' || command.type === 'saveContact' ? [now] : []),
  ];
  return {
    requestId: `queue-${digest(JSON.stringify(content))}`,
    accountId: row.id,
    expectedVersion: row.version,
    ...reading,
    ...(editor === undefined ? {} : { editor }),
  };
};
