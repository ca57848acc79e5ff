/** Why a transition that the matrix forbids is refused. */
import { text } from '../text/text';

/** Met is for ever (rule 1). */
export const NEVER_COLD_AGAIN = text(
  '一度でも商談した会社はコールドに戻せません。',
  'An account that we have met is never Cold again.',
);

export const ILLEGAL_TRANSITION_TEXTS = {
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
