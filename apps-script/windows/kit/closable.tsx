/** A window with a button that closes it. */
import type { ComponentType } from 'preact';
import type { Language } from '../../script-api';
import { t } from '../messages/viewer';
import { ActionButton } from './elements';
import type { AnyProgram, Dispatch, Program } from './run-program';
import { CLOSE, type Step, step } from './step';

/** `Input` is what the window opens with. */
export type ClosableProgram<Input> = (input: Input) => AnyProgram;

const CLOSE_BUTTON = { type: 'closeButton' } as const;

export const closable =
  <Input extends { language: Language }, State, Message>(
    start: (input: Input) => Step<State, Message>,
    update: (state: State, message: Message) => Step<State, Message>,
    View: ComponentType<{ viewer: Input; state: State; dispatch: Dispatch<Message> }>,
  ): ClosableProgram<Input> =>
  (input) => {
    const program: Program<State, Message | typeof CLOSE_BUTTON> = {
      start: start(input),
      update: (state, message) =>
        message === CLOSE_BUTTON ? step(state, CLOSE) : update(state, message as Message),
      view: (state, dispatch) => (
        <>
          <View viewer={input} state={state} dispatch={dispatch} />
          <div class="buttons">
            <ActionButton act={() => dispatch(CLOSE_BUTTON)}>{t(input, 'close')}</ActionButton>
          </div>
        </>
      ),
    };
    return program;
  };
