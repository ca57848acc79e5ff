/** Why an account has moved to the status that a list has for it, as its history says. */
import { type Text, text } from '../text/text';

export const listedStatusReason = (list: string): Text =>
  text(`リスト「${list}」のステータスによる`, `As the list "${list}" has it`);
