/** The headings of the tab of findings. */
import { text } from '../domain/text/text';

export const FINDINGS_HEADINGS = {
  kind: text('種類', 'Kind'),
  row: text('行', 'Row'),
  company: text('会社名', 'Company'),
  accountId: text('アカウント ID', 'Account ID'),
  found: text('見つかったこと', 'What was found'),
  next: text('次にすること', 'What to do next'),
};
