/** The queue's tab in words: its title and its headings. */
import { text } from '../domain/text/text';

export const QUEUE_TITLE = text('四半期チェック', 'Quarterly checks');

export const QUEUE_HEADINGS = {
  band: text('区分', 'Band'),
  name: text('会社名', 'Company'),
  owners: text('担当', 'Owner(s)'),
  due: text('次回確認日', 'Next check'),
  daysOverdue: text('超過日数', 'Days overdue'),
  missed: text('見送り回数', 'Missed'),
  lastContact: text('最終連絡日', 'Last contact'),
  lastContactWith: text('連絡の相手', 'With'),
  condition: text('待っている条件', 'Awaited condition'),
  next: text('次にすること', 'What to do next'),
  note: text('メモ(自由記入・次回も残ります)', 'Note (yours; survives the next run)'),
  id: text('アカウント ID', 'Account ID'),
};
