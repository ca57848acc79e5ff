/** What a member's day says beside what the queue says. */
import { type Text, text } from '../text/text';

export const NEAR_BOX_LABEL = text('タイムボックス期限が近い', 'Time box ends soon');

/** `left` are the days until then, 0 on the last one. */
export const boxEndsText = (left: number): Text =>
  text(
    `あと ${left} 日で次のステータスを決めます。連絡して実情を確かめる`,
    `${left} ${left === 1 ? 'day' : 'days'} left to find out the truth: speak with them`,
  );
