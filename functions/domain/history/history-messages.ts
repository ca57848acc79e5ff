/** The sentences that an entry of the history is told in, ja and en; labels of codes stand with their lists. */
import { interpolate } from '../text/interpolate';
import { type Text, text } from '../text/text';

export const HISTORY_MESSAGES = {
  yes: text('あり', 'Yes'),
  no: text('なし', 'No'),
  none: text('なし', 'none'),
  open: text('進行中', 'Open'),
  undone: text('変更を取り消しました。', 'The change was undone.'),
  merged: text('「{from}」を「{into}」に統合({reason})', '{from} was merged into {into} ({reason})'),
  unmerged: text('「{from}」と「{into}」の統合を解除', 'The merge of {from} into {into} was taken apart'),
  markedApart: text('「{name}」とは別の会社と確認', '{name} is another company'),
  fromTo: text('{label}:{old} → {now}', '{label}: {old} → {now}'),
  setTo: text('{label}:{now}', '{label}: {now}'),
  partNew: text('{label}を追加:{name}', '{label} added: {name}'),
  partGone: text('{label}を削除:{name}', '{label} removed: {name}'),
  changed: text('変更', 'changed'),
  because: text('理由:{reason}', 'Reason: {reason}'),
  coordinated: text('調整:{name}', 'Coordinated with {name}'),
  movedTo: text('案件・製品を {id} へ移動', 'Opportunities and products moved to {id}'),
  movedFrom: text('案件・製品を {id} から受け取り', 'Opportunities and products received from {id}'),
  contactMoved: text('窓口の転職:{from} → {to}', 'Change of job: {from} → {to}'),
  sentBy: text('送信:{name}', 'sent by {name}'),
  noAnswerShort: text('(応答なし)', '(no answer)'),
  nothingShown: text('変更の記録', 'A change'),
} as const satisfies Record<string, Text>;

export const historyMessage = (
  { language }: { language: keyof Text },
  key: keyof typeof HISTORY_MESSAGES,
  facts: Readonly<Record<string, string | number>> = {},
): string => interpolate(HISTORY_MESSAGES[key][language], facts);
