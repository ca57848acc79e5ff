/** Words in the cells of the register. */
import { text } from '../text/text';

export const WITHDRAWN_LABEL = text('登録を取り消し済み', 'Registration taken back');
