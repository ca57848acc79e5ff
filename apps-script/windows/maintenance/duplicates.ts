/**
 * Searches the whole register for possible duplicates in several calls. The results are written on a tab, which is then shown.
 */
import type { DuplicatesAnswer } from '../../../functions/contract/duplicates';
import { DUPLICATES_TAB } from '../../../functions/domain/register/tabs';
import type { ApiError, Result } from '../../script-api';
import { askFunction, call, type Step, step } from '../kit/step';

export interface DuplicatesState {
  /** Number of accounts compared so far. */
  read: number;
  /** Where the next call begins. */
  from: number;
  phase:
    | { kind: 'searching' }
    | { kind: 'failed'; error: ApiError }
    | { kind: 'found'; groups: DuplicatesAnswer['groups'] };
}

export type DuplicatesMessage =
  | { type: 'goOn' }
  | { type: 'answered'; result: Result<DuplicatesAnswer> }
  | { type: 'tabShown' };

type DuplicatesStep = Step<DuplicatesState, DuplicatesMessage>;

const searchOn = (state: DuplicatesState): DuplicatesStep =>
  step(
    { ...state, phase: { kind: 'searching' } },
    askFunction('duplicates', 'POST', { body: { from: state.from } }, (result) => ({
      type: 'answered' as const,
      result,
    })),
  );

export const startDuplicates = (): DuplicatesStep =>
  searchOn({ read: 0, from: 0, phase: { kind: 'searching' } });

export const updateDuplicates = (state: DuplicatesState, message: DuplicatesMessage): DuplicatesStep => {
  switch (message.type) {
    case 'goOn':
      return state.phase.kind === 'failed' ? searchOn(state) : step(state);
    case 'answered': {
      const { result } = message;
      if ('error' in result) return step({ ...state, phase: { kind: 'failed', error: result.error } });
      const { read, next, groups } = result.value;
      return next === null
        ? step(
            { ...state, read, phase: { kind: 'found', groups } },
            call('activateTab', [DUPLICATES_TAB], () => ({ type: 'tabShown' as const })),
          )
        : searchOn({ ...state, read, from: next });
    }
    case 'tabShown':
      return step(state);
    default:
      return message satisfies never;
  }
};
