/** Sends wishes; one that is sent again, after a time-out or a double click, keeps its request ID. */
import { commandUndoObstacle } from '../../../functions/domain/commands/undoable-command';
import { MATRIX } from '../../../functions/domain/status/matrix';
import type { Status } from '../../../functions/domain/status/statuses';
import type { Result, SheetCommandResult } from '../../script-api';
import { confirmDistinctFields } from '../companies/register-command';
import type { Viewer } from '../messages/viewer';
import type { FormResult } from './form';
import { type FormField, fieldFromNeed } from './form-data';
import { refusalView } from './refusal-view';
import { type CommandRequestBody, requestIds } from './request-ids';
import { callScript } from './script-client';

/** What one call carries at most. */
const COMMANDS_PER_CALL = 200;

export interface CommandSender {
  /** Fates in the order of the wishes. An accepted wish is forgotten: the same words again are a new one. */
  send(requests: readonly CommandRequestBody[]): Promise<Result<readonly SheetCommandResult[]>>;
  /**
   * False for what logged a meeting (only a manager's correction takes one back: rule 1), for a merge, which is taken apart
   * instead, and for what changed nothing: its version is an earlier change's.
   */
  mayUndo(result: SheetCommandResult): boolean;
}

export const createSender = (channel: Viewer['channel']): CommandSender => {
  const ids = requestIds(() => crypto.randomUUID());
  const stays = new WeakSet<SheetCommandResult>();
  return {
    mayUndo: (result) => !stays.has(result),
    send: async (requests) => {
      const results: SheetCommandResult[] = [];
      for (let from = 0; from < requests.length; from += COMMANDS_PER_CALL) {
        const answer = await callScript(
          'sendCommands',
          requests.slice(from, from + COMMANDS_PER_CALL).map(ids.withRequestId),
          channel,
        );
        // What came before it and was accepted answers the same again under its ID.
        if ('error' in answer) return answer;
        results.push(...answer.value);
      }
      for (const [at, result] of results.entries()) {
        const request = requests[at];
        if (result.refusal !== null || request === undefined) continue;
        ids.forget(request);
        const changed = result.row !== null && result.row.version > request.version;
        if (!changed || commandUndoObstacle(request.command) !== null) stays.add(result);
      }
      return { value: results };
    },
  };
};

/** One wish of a form, and what the form is told of it. */
export const sendOne = async (
  viewer: Viewer,
  sender: CommandSender,
  request: CommandRequestBody,
  { done, reload }: { done: (result: SheetCommandResult) => void; reload: (() => void) | null },
): Promise<FormResult> => {
  const answer = await sender.send([request]);
  if ('error' in answer) return answer;
  const [result] = answer.value;
  if (result === undefined) throw new Error('a wish without a fate');
  const { refusal } = result;
  if (refusal === null) return { done: () => done(result) };
  return {
    refused: refusalView(viewer, refusal, { reload }),
    missing: [
      ...(refusal.missing ?? []).map(fieldFromNeed).map((field) => withLegalDecisions(field, result)),
      ...confirmDistinctFields(refusal),
    ],
  };
};

/** What a rep may decide alone, from where the account stands. */
const withLegalDecisions = (field: FormField, { row, refusal }: SheetCommandResult): FormField =>
  field.key !== 'decision.to' || row === null
    ? field
    : {
        ...field,
        kind: 'radio',
        choices: field.choices.filter(({ value }) => {
          const to = value as Status;
          return (refusal?.legal ?? []).includes(to) && MATRIX[row.status][to] !== 'M';
        }),
      };
