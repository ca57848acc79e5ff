/** The tab of findings in words: its headings, and its links. */
import { type Text, text } from '../domain/text/text';

export const FINDINGS_HEADINGS = {
  kind: text('種類', 'Kind'),
  row: text('行', 'Row'),
  company: text('会社名', 'Company'),
  accountId: text('アカウント ID', 'Account ID'),
  found: text('見つかったこと', 'What was found'),
  next: text('次にすること', 'What to do next'),
};

/** Where the row stood when the tab was made: people sort, and the link finds it all the same. */
export const rowWhenMade = (row: number): Text => text(`${row} 行目`, `Row ${row}`);
