/** Edited cells of the queue on their way to the store: each becomes the command that it means, and is submitted like every other. */
import type { CommandRequest } from '../contract/commands';
import { editorOf } from '../domain/account/editor';
import { isStillAsked, noteOf, type ShownCells } from '../domain/queue/edit-state';
import {
  type QueueEdit,
  type QueueEditCommand,
  type QueueEditReading,
  readQueueEdit,
} from '../domain/queue/queue-edit';
import { parseBasis } from '../domain/queue/row-basis';
import { type Database, digest } from '../store/firestore';
import type { CommandContext } from './command-context';
import type { SubmitResult } from './submission';
import { submit } from './submit';

export interface SentQueueEdit extends Pick<CommandRequest, 'editor'>, Omit<QueueEdit, 'basis' | 'note'> {
  /** As the row keeps it. */
  basis: string;
  note?: string;
  /** What the rows of the account show by now. */
  shown?: readonly ShownCells[];
}

/** What was typed is no request. */
export type UnreadEdit = Extract<QueueEditReading, { problem: unknown }>;

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
  return read.map((one) => ('problem' in one ? one : { request: one, result: results.next().value }));
};

const requestOf = (edit: SentQueueEdit, context: CommandContext): QueueEditRequest | UnreadEdit => {
  const { column, value, on, editor, shown = [] } = edit;
  const note = noteOf({ value, note: edit.note ?? '' }, shown);
  const basis = parseBasis(edit.basis);
  if (basis === null) return { problem: 'BASIS_UNREADABLE' };
  if (!isStillAsked(edit, shown)) return { problem: 'NOT_ASKED' };
  const { members, settings, actor } = context;
  const reading = readQueueEdit({ column, value, note, on, basis }, { ...settings, members });
  if ('problem' in reading) return reading;
  // Whoever sends it: what the clock has sent for somebody, they do not send once more.
  const decider = editor === undefined ? actor : editorOf(editor, actor, members);
  const content = [decider.id, edit.basis, column, value, note, on];
  const judged = 'data' in reading.command ? reading.command.data?.fit?.products : undefined;
  return {
    requestId: `queue-${digest(JSON.stringify(judged === undefined ? content : [...content, judged]))}`,
    accountId: basis.id,
    expectedVersion: basis.version,
    ...reading,
    ...(editor === undefined ? {} : { editor }),
  };
};
