/** What is said of a client whose last product has ended (`awaitsDecision`): in the queue, the register, the look-up and the windows. */
import type { CalendarDate } from '../calendar/calendar-date';
import { type Text, text } from '../text/text';

/** In a sentence without its end. */
export const DECISION_DUE = text(
  '利用中の製品はすべて終了しています。次のステータスを決めてください',
  'every product has ended: its next status is to be decided',
);

/** Why. `since` is the day on which the last product ended. */
export const decisionReason = (since: CalendarDate): Text =>
  text(`利用中の製品はすべて終了(${since})`, `Every product has ended (${since})`);

/** What to do. */
export const DECISION_STEP = text('次のステータスを決める', 'Decide its next status');
