/** Decides when the script is asked for the selection and for pending requests. */
import type { SidebarState as SheetState } from '../../script-api';
import { call, step } from '../kit/step';
import {
  IDLE_POLL_MS,
  POLL_MS,
  type SheetSelection,
  type SidebarStep,
  type SidebarWindowState,
  STOP_POLLING,
} from './sidebar-state';

export const poll = (state: SidebarWindowState): SidebarStep =>
  state.poll.running
    ? step(state)
    : step(
        { ...state, poll: { ...state.poll, running: true } },
        STOP_POLLING,
        call('sidebarState', [], (result) => ({ type: 'polled' as const, result })),
      );

export const selectionKey = (selection: SheetSelection): string =>
  selection.kind === 'account'
    ? selection.id
    : JSON.stringify([
        selection.kind,
        'row' in selection ? selection.row : 0,
        'name' in selection ? selection.name : '',
      ]);

/** Each question runs the script, so the pauses grow while the person does something else. */
export const pauseAfter = (
  { connection, followed, pending, poll }: SidebarWindowState,
  { selection, pending: waiting }: SheetState,
): number => {
  const isIdle = connection === null && selectionKey(selection) === followed && waiting === pending.count;
  return isIdle ? Math.min(poll.pause * 1.1, IDLE_POLL_MS) : POLL_MS;
};

/** Whether the message is an answer of the script, also one to a pane or the search. */
export const isAnswered = (message: object): boolean => {
  const { result, message: inner } = { result: null, message: null, ...message };
  return (
    (typeof result === 'object' && result !== null && 'value' in result) ||
    (typeof inner === 'object' && inner !== null && isAnswered(inner))
  );
};
