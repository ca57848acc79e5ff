/** The button that closes a window: not while something is on its way, for what is not sent by then would never be. */
import { CLOSE, type Step, step } from './step';

export const CLOSE_BUTTON = { type: 'closeButton' } as const;

export interface ClosableUpdate<State, Message> {
  update(state: State, message: Message): Step<State, Message>;
  /** Whether something is on its way that goes on only as long as the window is open. */
  isBusy(state: State): boolean;
}

export const updateClosable = <State, Message>(
  { update, isBusy }: ClosableUpdate<State, Message>,
  state: State,
  message: Message | typeof CLOSE_BUTTON,
): Step<State, Message> => {
  if (message !== CLOSE_BUTTON) return update(state, message as Message);
  return isBusy(state) ? step(state) : step(state, CLOSE);
};

/** Of a window that sends nothing, or all of it in one call. */
export const neverBusy = (): boolean => false;
