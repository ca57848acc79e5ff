/** What each status is called. */
import { text } from '../text/text';

export const STATUS_LABELS = {
  COLD: text('コールド', 'Cold'),
  WORKING: text('ワーキング', 'Working'),
  ACTIVE_OPPORTUNITY: text('アクティブ案件', 'Active Opportunity'),
  QUARTERLY_CHECK: text('四半期チェック', 'Check Back Quarterly'),
  DEAD_OPPORTUNITY: text('失注案件', 'Dead Opportunity'),
  CURRENT_CLIENT: text('現在の顧客', 'Current Client'),
  BAD_FIT: text('不適合', 'Bad Fit'),
  ON_FILE: text('登録保存', 'Kept on File'),
};
