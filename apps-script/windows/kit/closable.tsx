/** A window with a button that closes it, as Escape does. */
import type { ComponentType } from 'preact';
import type { Language } from '../../script-api';
import { t } from '../messages/viewer';
import { CLOSE_BUTTON, type ClosableUpdate, type Closing, ESCAPE_KEY, updateClosable } from './closing';
import { ActionButton, QuietNote } from './elements';
import { listenToEscape } from './escape';
import type { AnyProgram, Dispatch, Program } from './run-program';
import type { Step } from './step';

/** `Input` is what the window opens with. */
export type ClosableProgram<Input> = (input: Input) => AnyProgram;

interface ClosableWindow<Input, State, Message> extends ClosableUpdate<State, Message> {
  start(input: Input): Step<State, Message>;
  View: ComponentType<{ viewer: Input; state: State; dispatch: Dispatch<Message> }>;
}

export const closable =
  <Input extends { language: Language }, State, Message>({
    start,
    View,
    ...window
  }: ClosableWindow<Input, State, Message>): ClosableProgram<Input> =>
  (input) => {
    const program: Program<State, Message | Closing> = {
      start: start(input),
      update: (state, message) => updateClosable(window, state, message),
      view: (state, dispatch) => (
        <>
          <View viewer={input} state={state} dispatch={dispatch} />
          {window.isBusy(state) ? <QuietNote>{t(input, 'closeLater')}</QuietNote> : null}
          <div class="buttons">
            <ActionButton act={() => dispatch(CLOSE_BUTTON)} disabled={window.isBusy(state)}>
              {t(input, 'close')}
            </ActionButton>
          </div>
        </>
      ),
      listen: (dispatch) => listenToEscape(() => dispatch(ESCAPE_KEY)),
    };
    return program;
  };
