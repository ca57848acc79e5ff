/** Why a row of the queue is not sent, and what to do about it. */
import { text } from '../text/text';

/** For a cell of which it is unknown who typed it, or for which row. */
export const TYPE_AGAIN = text(
  '誰がどの行に入力したか分からず、送っていません。もう一度入力してください。',
  'Not sent: who typed it, or for which row, is not known. Type it again.',
);

/** For a cleared owner or day: an empty cell never removes them. */
export const CLEARED = text(
  '空にしても何も変わりません。キューを作り直すと、もとの値に戻ります。',
  'Clearing it asks for nothing: the queue shows the value again when it is written anew.',
);
