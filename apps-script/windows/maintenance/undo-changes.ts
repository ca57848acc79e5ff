/**
 * Lists one's own changes of the last day, each with what an undo would take back; a manager may see anybody's. Changes that
 * cannot be undone are shown with the reason.
 */
import type { ChangesAnswer } from '../../../functions/contract/changes';
import type { CommandResult } from '../../../functions/contract/commands';
import type { ApiError, Result, ScriptApi } from '../../script-api';
import { refusalOf, type WindowRefusal } from '../kit/refusal-facts';
import type { CommandRequestBody } from '../kit/request-ids';
import { askFunction, call, type Step, send, step } from '../kit/step';

export type ShownStep = ChangesAnswer['steps'][number];

export interface UndoRefusal {
  name: string;
  refusal: WindowRefusal;
}

type Team = Extract<ReturnType<ScriptApi['readTeam']>, { value: unknown }>['value'];

export interface UndoState {
  phase: { kind: 'reading' | 'asked' | 'sending' } | { kind: 'failed'; error: ApiError; again: UndoMessage };
  /** Null until it is read. */
  team: Team | null;
  /** Whose changes are shown; null for one's own. */
  personId: string | null;
  answer: ChangesAnswer | null;
  /** The result of the last undo. */
  outcome: { undone: number; refusals: readonly UndoRefusal[] } | null;
}

export type UndoMessage =
  | { type: 'read'; personId: string | null }
  | { type: 'teamRead'; result: ReturnType<ScriptApi['readTeam']> }
  | { type: 'changesRead'; personId: string | null; result: Result<ChangesAnswer> }
  | { type: 'undo'; step: ShownStep }
  | { type: 'undone'; step: ShownStep; result: Result<readonly CommandResult[]> };

type UndoWindowStep = Step<UndoState, UndoMessage>;

const readChanges = (personId: string | null) =>
  askFunction('changes', 'GET', { query: personId === null ? {} : { person: personId } }, (result) => ({
    type: 'changesRead' as const,
    personId,
    result,
  }));

export const startUndo = (): UndoWindowStep =>
  step<UndoState, UndoMessage>(
    { phase: { kind: 'reading' }, team: null, personId: null, answer: null, outcome: null },
    readChanges(null),
    call('readTeam', [], (result) => ({ type: 'teamRead' as const, result })),
  );

const undoRequests = ({ changes }: ShownStep): CommandRequestBody[] =>
  changes.map(({ accountId, version }) => ({
    accountId,
    expectedVersion: version,
    command: { type: 'undo', version },
  }));

const refusalsIn = ({ changes }: ShownStep, results: readonly CommandResult[]): UndoRefusal[] =>
  results.flatMap((result, index): UndoRefusal[] => {
    const refusal = refusalOf(result);
    return refusal === null ? [] : [{ name: changes[index]?.company ?? '', refusal }];
  });

const failed = (state: UndoState, error: ApiError, again: UndoMessage): UndoWindowStep =>
  step({ ...state, phase: { kind: 'failed', error, again } });

export const isUndoing = ({ phase }: UndoState): boolean => phase.kind === 'sending';

export const updateUndo = (state: UndoState, message: UndoMessage): UndoWindowStep => {
  switch (message.type) {
    case 'read': {
      const { personId } = message;
      return step(
        { ...state, phase: { kind: 'reading' }, personId, answer: null, outcome: null },
        readChanges(personId),
      );
    }
    case 'teamRead':
      // Without the team one's own changes are still shown.
      return step('error' in message.result ? state : { ...state, team: message.result.value });
    case 'changesRead': {
      const { result, personId } = message;
      if (personId !== state.personId) return step(state);
      return 'error' in result
        ? failed(state, result.error, { type: 'read', personId })
        : step({ ...state, phase: { kind: 'asked' }, answer: result.value });
    }
    case 'undo':
      return state.phase.kind === 'sending'
        ? step(state)
        : step(
            { ...state, phase: { kind: 'sending' }, outcome: null },
            send(undoRequests(message.step), (result) => ({
              type: 'undone' as const,
              step: message.step,
              result,
            })),
          );
    case 'undone': {
      const { result } = message;
      if ('error' in result) return failed(state, result.error, { type: 'undo', step: message.step });
      const refusals = refusalsIn(message.step, result.value);
      const outcome = { undone: result.value.length - refusals.length, refusals };
      return step({ ...state, phase: { kind: 'reading' }, outcome }, readChanges(state.personId));
    }
    default:
      return message satisfies never;
  }
};
