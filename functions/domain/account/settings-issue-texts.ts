/** The sentences of what is wrong with the settings as a whole, in both languages. */
import { type Text, text } from '../text/text';

export const SETTINGS_ISSUE_TEXTS = {
  month_without_business_day: text(
    '営業日が一日もない月ができます。どの月にも営業日を残してください。',
    'A month would have no business day: leave one in each month.',
  ),
  holiday_and_workday: text(
    '同じ日が追加の休日と追加の営業日の両方にあります。',
    'A day is both an extra holiday and an extra workday.',
  ),
  retry_after_more_than_a_year: text(
    '回答がないときの再確認が12か月より先になります。営業日数を減らすか、休業日を減らしてください。',
    'The retry after a check without answer would be more than twelve months later: take fewer business days, or close on fewer days.',
  ),
  reassign_before_manager: text(
    '担当替えの提案が、マネージャーが確かめる日より先か同じ日になります。もっと大きい日数にしてください。',
    'Another owner would be proposed before, or as soon as, a manager asks: give more business days.',
  ),
  no_product: text(
    '自社の製品が一つもありません。案件を始めるときと不適合を判断するときに必要です。',
    'No product is named: opportunities and bad fits are about what we sell.',
  ),
  label_doubled: text(
    '同じ名前の理由が二つあります(はじめからある理由を含みます)。',
    'Two reasons have the same label; the built-in ones count, too.',
  ),
} as const satisfies Record<string, Text>;
