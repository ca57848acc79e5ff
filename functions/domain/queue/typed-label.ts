/** Whether a typed text says what a label of the list says: in either language, in any width, case and spacing, or in another word. */
import { foldWord } from '../text/fold-word';
import type { Text } from '../text/text';

export const saysLabel = (typed: string, label: Text, otherWords: readonly string[] = []): boolean =>
  [...Object.values(label), ...otherWords].some((word) => foldWord(word) === foldWord(typed));

/** What people write for it on a phone, where the list is in the language of the sheet. */
export const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  acknowledge: ['受領', '受領済み', '受け取り', '受け取った', 'acknowledged', 'accept', 'accepted'],
  giveBack: ['差し戻し', '差戻し', '返す', 'returned', 'give back'],
  returned: ['差し戻す', '差戻し', 'return'],
};
