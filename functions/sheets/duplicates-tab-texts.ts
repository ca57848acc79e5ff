/** The tab of possible duplicates in words: its headings, and its links. */
import { text } from '../domain/text/text';

export const DUPLICATES_HEADINGS = {
  group: text('組', 'Group'),
  kind: text('種類', 'Kind'),
  row: text('行', 'Row'),
  company: text('会社名', 'Company'),
  status: text('ステータス', 'Status'),
  owner: text('担当', 'Owner'),
  why: text('理由', 'Why'),
  next: text('次にすること', 'What to do next'),
  accountId: text('アカウント ID', 'Account ID'),
};

export const OPEN_ROW = text('開く', 'Open');
