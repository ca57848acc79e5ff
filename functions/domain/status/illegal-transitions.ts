/** Which reason the matrix has against a transition: for the functions, and for the sheet's script, which refuses it at once. */
import { ILLEGAL_TRANSITION_TEXTS, NEVER_COLD_AGAIN } from './illegal-transition-texts';
import type { Status } from './statuses';

export type IllegalTransitionCode = keyof typeof ILLEGAL_TRANSITION_TEXTS | 'NOT_MET';

/** The code of a move that the matrix marks X, or that changes nothing. */
export const illegalTransitionCode = (
  { status: from, everMet }: { status: Status; everMet: boolean },
  to: Status,
): IllegalTransitionCode => {
  if (from === to) return 'NO_CHANGE';
  if (to === 'COLD') return everMet ? 'NOT_MET' : 'MOVE_ILLEGAL';
  if (from === 'COLD') return 'MEETING_FIRST';
  return from === 'BAD_FIT' || from === 'ON_FILE' ? 'THROUGH_WORKING' : 'MOVE_ILLEGAL';
};

export const illegalTransitionText = (code: IllegalTransitionCode) =>
  code === 'NOT_MET' ? NEVER_COLD_AGAIN : ILLEGAL_TRANSITION_TEXTS[code];
