/** How members are named where people read it. */
import type { CalendarDate } from '../calendar/calendar-date';
import { type Text, text } from '../text/text';

/** Of a change whose editor the sheet did not know. */
export const UNKNOWN_EDITOR_NAME = text('編集者不明', 'unknown editor');

/** Of an ID that no member has. */
export const UNKNOWN_MEMBER = text('(不明)', '(unknown)');

/** The name of somebody who has left the team. */
export const leaverName = (name: string): Text => text(`${name}(退職)`, `${name} (left)`);

/** Somebody on leave, until the day, with whoever acts meanwhile. */
export const onLeaveName = (name: string, until: CalendarDate, standIn: Text): Text =>
  text(
    `${name}(${until} まで休暇、代理: ${standIn.ja})`,
    `${name} (on leave until ${until}, stand-in: ${standIn.en})`,
  );

/** Where nobody stands in. */
export const MANAGERS_STAND_IN = text('マネージャー', 'managers');
