/** Sentences of the windows in which many accounts are answered at once, ja and en. */
import { interpolate } from '../../../functions/domain/text/interpolate';
import { type Text, text } from '../../../functions/domain/text/text';
import { localize, type MessageParams, type Viewer } from './viewer';

const ANSWER_MANY_MESSAGES = {
  sending: text('送信しています…', 'Sending…'),
  all: text('すべて選ぶ', 'All of them'),
  who: text('{who} さん({date})', '{who} ({date})'),
  reason: text('理由', 'Reason'),
  noReason: text('書かれていません', 'None is given'),
  contacts: text('連絡の履歴', 'Contacts'),
  noContact: text('連絡の記録なし', 'No contact logged'),
  note: text('コメント(選んだすべてに同じもの)', 'Note (the same for all that are chosen)'),
  refused: text('回答できなかったもの', 'Refused'),
} as const satisfies Record<string, Text>;

export const tAnswerMany = (
  viewer: Pick<Viewer, 'language'>,
  key: keyof typeof ANSWER_MANY_MESSAGES,
  params: MessageParams = {},
): string => interpolate(localize(viewer, ANSWER_MANY_MESSAGES[key]), params);
