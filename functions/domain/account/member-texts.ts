/** How members are named where people read it. */
import type { CalendarDate } from '../calendar/calendar-date';
import { dateText } from '../calendar/date-text';
import { type Text, text } from '../text/text';
import type { Leave } from './team';

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

/** From when until when, and who acts meanwhile. `nameOf` a member's ID. */
export const leaveText = ({ from, to, standInId }: Leave, nameOf: (id: string) => string): Text => {
  const days = (language: keyof Text): string =>
    [...new Set([from, to])].map((day) => dateText(day, language)).join('–');
  const standIn = standInId === null ? MANAGERS_STAND_IN : text(nameOf(standInId), nameOf(standInId));
  return text(`${days('ja')}(代理: ${standIn.ja})`, `${days('en')} (stand-in: ${standIn.en})`);
};
