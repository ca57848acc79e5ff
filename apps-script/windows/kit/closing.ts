/** The close button of a window. It is disabled while a request is being sent, since closing would drop what follows. */
import { CLOSE, type Step, step } from './step';

export const CLOSE_BUTTON = { type: 'closeButton' } as const;

export interface ClosableUpdate<State, Message> {
  update(state: State, message: Message): Step<State, Message>;
  /** Whether something is being sent that continues only while the window is open. */
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

/** For a window that sends nothing, or everything in one call. */
export const neverBusy = (): boolean => false;
