/** Starts or stops automatic sending: the window says what it does, and whose Google account does it now. */
import type { ApiError, Result, SheetFacts } from '../../script-api';
import { call, type Step, step } from '../kit/step';

export type AutoSendState =
  | { kind: 'reading' }
  | { kind: 'failed'; error: ApiError; again: AutoSendMessage }
  | { kind: 'asked'; autoSend: SheetFacts['autoSend'] }
  | { kind: 'changing' }
  | { kind: 'done'; on: boolean };

export type AutoSendMessage =
  | { type: 'read' }
  | { type: 'factsRead'; result: Result<SheetFacts> }
  | { type: 'set'; on: boolean }
  | { type: 'wasSet'; on: boolean; result: Result<boolean> };

type AutoSendStep = Step<AutoSendState, AutoSendMessage>;

export const startAutoSendWindow = (): AutoSendStep =>
  step(
    { kind: 'reading' },
    call('sheetFacts', [], (result) => ({ type: 'factsRead' as const, result })),
  );

export const updateAutoSend = (state: AutoSendState, message: AutoSendMessage): AutoSendStep => {
  switch (message.type) {
    case 'read':
      return startAutoSendWindow();
    case 'factsRead': {
      const { result } = message;
      return step(
        'error' in result
          ? { kind: 'failed', error: result.error, again: { type: 'read' } }
          : { kind: 'asked', autoSend: result.value.autoSend },
      );
    }
    case 'set': {
      const { on } = message;
      return state.kind === 'changing'
        ? step(state)
        : step(
            { kind: 'changing' },
            call('setAutoSend', [on], (result) => ({ type: 'wasSet' as const, on, result })),
          );
    }
    case 'wasSet': {
      const { on, result } = message;
      return step(
        'error' in result
          ? { kind: 'failed', error: result.error, again: { type: 'set', on } }
          : { kind: 'done', on },
      );
    }
    default:
      return message satisfies never;
  }
};
