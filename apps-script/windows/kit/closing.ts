/** How a window is closed. It stays open while a request is being sent, since closing would drop what follows. */
import { CLOSE, type Step, step } from './step';

export const CLOSE_BUTTON = { type: 'closeButton' } as const;
export const ESCAPE_KEY = { type: 'escapeKey' } as const;
export type Closing = typeof CLOSE_BUTTON | typeof ESCAPE_KEY;

export interface ClosableUpdate<State, Message> {
  update(state: State, message: Message): Step<State, Message>;
  /** Whether something is being sent that continues only while the window is open. */
  isBusy(state: State): boolean;
  /** What takes back a question that is open within the window; null where none is. Escape leaves the question first. */
  takeBack?(state: State): Message | null;
}

export const updateClosable = <State, Message>(
  { update, isBusy, takeBack = () => null }: ClosableUpdate<State, Message>,
  state: State,
  message: Message | Closing,
): Step<State, Message> => {
  const back = message === ESCAPE_KEY ? takeBack(state) : null;
  if (back !== null) return update(state, back);
  if (message !== CLOSE_BUTTON && message !== ESCAPE_KEY) return update(state, message as Message);
  return isBusy(state) ? step(state) : step(state, CLOSE);
};

/** For a window that sends nothing, or everything in one call. */
export const neverBusy = (): boolean => false;
