/** One's own last change taken back: it is said what it was, and then what could not be taken back, and why. */
import type { CommandResult } from '../../../functions/contract/commands';
import type { ApiError, LastChange, Result, SheetFacts } from '../../script-api';
import { refusalOf, type WindowRefusal } from '../kit/refusal-facts';
import type { CommandRequestBody } from '../kit/request-ids';
import { call, type Step, send, step } from '../kit/step';

export interface UndoRefusal {
  name: string;
  refusal: WindowRefusal;
}

export type UndoState =
  | { kind: 'reading' }
  | { kind: 'failed'; error: ApiError; again: UndoMessage }
  | { kind: 'asked'; changes: LastChange }
  | { kind: 'sending'; changes: LastChange }
  | { kind: 'done'; undone: number; refusals: readonly UndoRefusal[] };

export type UndoMessage =
  | { type: 'read' }
  | { type: 'factsRead'; result: Result<SheetFacts> }
  | { type: 'undo'; changes: LastChange }
  | { type: 'undone'; changes: LastChange; result: Result<readonly CommandResult[]> };

type UndoStep = Step<UndoState, UndoMessage>;

export const startUndo = (): UndoStep =>
  step(
    { kind: 'reading' },
    call('sheetFacts', [], (result) => ({ type: 'factsRead' as const, result })),
  );

/** The newest first, so that two changes of one account come off in their order. */
const undoRequests = (changes: LastChange): CommandRequestBody[] =>
  [...changes].reverse().map(({ id, version }) => ({
    accountId: id,
    expectedVersion: version,
    command: { type: 'undo', version },
  }));

const undone = (changes: LastChange, results: readonly CommandResult[]): UndoStep => {
  const newestFirst = [...changes].reverse();
  const refusals = results.flatMap((result, index): UndoRefusal[] => {
    const refusal = refusalOf(result);
    return refusal === null ? [] : [{ name: newestFirst[index]?.name ?? '', refusal }];
  });
  return step({ kind: 'done', undone: results.length - refusals.length, refusals });
};

export const updateUndo = (state: UndoState, message: UndoMessage): UndoStep => {
  switch (message.type) {
    case 'read':
      return startUndo();
    case 'factsRead': {
      const { result } = message;
      return step(
        'error' in result
          ? { kind: 'failed', error: result.error, again: { type: 'read' } }
          : { kind: 'asked', changes: result.value.lastChange },
      );
    }
    case 'undo': {
      const { changes } = message;
      return state.kind === 'sending'
        ? step(state)
        : step(
            { kind: 'sending', changes },
            send(undoRequests(changes), (result) => ({ type: 'undone' as const, changes, result })),
          );
    }
    case 'undone': {
      const { result, changes } = message;
      return 'error' in result
        ? step({ kind: 'failed', error: result.error, again: { type: 'undo', changes } })
        : undone(changes, result.value);
    }
    default:
      return message satisfies never;
  }
};
