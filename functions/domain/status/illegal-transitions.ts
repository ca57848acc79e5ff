/** Why the matrix says no: for the functions, and for the sheet's script, which refuses the hopeless at once. */

import { text } from '../text/text';
import type { Status } from './statuses';

/** Rule 1. */
export const NEVER_COLD_AGAIN = text(
  '一度でも商談した会社はコールドに戻せません。',
  'An account that we have met is never Cold again.',
);

export const ILLEGAL_TRANSITIONS = {
  NO_CHANGE: text(
    'すでにこのステータスです。変更ではなく連絡を記録してください。',
    'The account has this status already: log a contact instead.',
  ),
  MOVE_ILLEGAL: text('このステータスへは変更できません。', 'The account may not change to this status.'),
  MEETING_FIRST: text(
    'コールドからは移れません。先にワーキングにして商談を記録してください。',
    'Not from Cold: make it Working and log the meeting first.',
  ),
  THROUGH_WORKING: text(
    '直接は移れません。先にワーキングに戻してください。',
    'Not directly: return the account to Working first.',
  ),
};

export type IllegalTransitionCode = keyof typeof ILLEGAL_TRANSITIONS | 'NOT_MET';

/** Of a move that the matrix marks X, or of none. */
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
  code === 'NOT_MET' ? NEVER_COLD_AGAIN : ILLEGAL_TRANSITIONS[code];
