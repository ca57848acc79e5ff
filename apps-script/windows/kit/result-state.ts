/** Shows accepted commands, and offers to undo those that can be undone. */

import type { CommandResult } from '../../../functions/contract/commands';
import { commandUndoObstacle } from '../../../functions/domain/commands/undoable-command';
import type { ApiError, Result } from '../../script-api';
import { refusalOf, type WindowRefusal } from './refusal-facts';
import type { CommandRequestBody } from './request-ids';
import { call, type PartStep, partStep, send } from './step';

/** An accepted request with its result. */
export interface AcceptedCommand {
  request: CommandRequestBody;
  result: CommandResult;
}

export interface ResultState {
  sentence: string;
  accepted: readonly AcceptedCommand[];
  /** `count` is the number of undone commands; null where none can be undone. */
  undo: { kind: 'offered' | 'sending' } | { kind: 'done'; count: number };
  trouble: { kind: 'error'; error: ApiError } | { kind: 'refusal'; refusal: WindowRefusal } | null;
}

export type ResultMessage =
  | { type: 'undo' }
  | { type: 'undoAnswered'; result: Result<readonly CommandResult[]> }
  | { type: 'goTo'; id: string }
  | { type: 'wentTo' };

/** Also false for a command that changed nothing: the row's version belongs to an earlier change. */
export const mayUndo = ({
  request: { command, expectedVersion },
  result: { row },
}: AcceptedCommand): boolean =>
  row !== null && row.version > expectedVersion && commandUndoObstacle(command) === null;

/** The row's version is the change to undo. */
const undoRequest = (accepted: AcceptedCommand): CommandRequestBody[] => {
  const { row } = accepted.result;
  return row === null || !mayUndo(accepted)
    ? []
    : [{ accountId: row.id, expectedVersion: row.version, command: { type: 'undo', version: row.version } }];
};

export const requestsToUndo = ({ accepted }: Pick<ResultState, 'accepted'>): CommandRequestBody[] =>
  accepted.flatMap(undoRequest);

export const newResult = (sentence: string, accepted: readonly AcceptedCommand[]): ResultState => ({
  sentence,
  accepted,
  undo: { kind: 'offered' },
  trouble: null,
});

export const updateResult = (
  state: ResultState,
  message: ResultMessage,
): PartStep<ResultState, ResultMessage, 'undone'> => {
  switch (message.type) {
    case 'undo':
      if (state.undo.kind !== 'offered') return partStep(state);
      return partStep({ ...state, undo: { kind: 'sending' } }, [
        send(requestsToUndo(state), (result) => ({ type: 'undoAnswered' as const, result })),
      ]);
    case 'undoAnswered': {
      const { result } = message;
      if ('error' in result)
        return partStep({
          ...state,
          undo: { kind: 'offered' },
          trouble: { kind: 'error', error: result.error },
        });
      const refused = result.value.flatMap((one) => refusalOf(one) ?? []);
      const [first] = refused;
      return partStep(
        {
          ...state,
          undo: { kind: 'done', count: result.value.length - refused.length },
          trouble: first === undefined ? null : { kind: 'refusal', refusal: first },
        },
        [],
        'undone',
      );
    }
    case 'goTo':
      return partStep(state, [call('goTo', [message.id], () => ({ type: 'wentTo' as const }))]);
    case 'wentTo':
      return partStep(state);
    default:
      return message satisfies never;
  }
};
