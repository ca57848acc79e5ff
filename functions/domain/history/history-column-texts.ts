/** The headings of the history as a table. */
import { text } from '../text/text';

export const HISTORY_HEADINGS = {
  time: text('日時', 'Time'),
  company: text('会社名', 'Company'),
  what: text('変更の内容', 'What changed'),
  from: text('変更前ステータス', 'Status before'),
  to: text('変更後ステータス', 'Status after'),
  reason: text('理由', 'Reason'),
  person: text('決めた人', 'Decided by'),
  sender: text('送信者', 'Sent by'),
  channel: text('経路', 'Channel'),
  command: text('操作', 'Command'),
  batch: text('取り込み ID', 'Import batch'),
  version: text('版', 'Version'),
  accountId: text('アカウント ID', 'Account ID'),
};
