/** How members are named where people read it. */
import { type Text, text } from '../text/text';

/** Of a change whose editor the sheet did not know. */
export const UNKNOWN_EDITOR_NAME = text('編集者不明', 'unknown editor');

/** Of an ID that no member has. */
export const UNKNOWN_MEMBER = text('(不明)', '(unknown)');

/** The name of somebody who has left the team. */
export const leaverName = (name: string): Text => text(`${name}(退職)`, `${name} (left)`);
