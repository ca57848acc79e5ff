/** The queue in words: its parts, what to do next, and what stands there when it is empty. */
import { DECISION_LABEL } from '../account/decision-texts';
import { type Text, text } from '../text/text';

export const BUCKETS = {
  decide: DECISION_LABEL,
  overdue: text('期限超過', 'Overdue'),
  thisWeek: text('今週', 'This week'),
  thisMonth: text('今月', 'This month'),
  later: text('それ以降', 'Later'),
} as const;

export type Bucket = keyof typeof BUCKETS;

export const NEXT_STEPS = {
  giveOwner: text('担当者を決める', 'Give it an owner'),
  handOverToActive: text('在籍者へ引き継ぐ', 'Hand it over to an active member'),
  makeOpportunity: text('案件化する(BANT がそろっています)', 'Make it an opportunity (all of BANT is yes)'),
  managerDecides: text(
    'マネージャーが続けるか決める(3回以上見送り)',
    'Manager decides whether to go on (missed three times)',
  ),
  escalate: text('マネージャーに相談して連絡する(2回見送り)', 'Escalate and call (missed twice)'),
  fillIn: text('窓口・条件・BANT を補ってから連絡する', 'Fill in contact, condition and BANT, then call'),
  call: text('連絡して条件が整ったか確かめる', 'Call and ask whether the condition is met'),
} as const satisfies Record<string, Text>;

export const tryAgainText = (unanswered: number, retries: number): Text =>
  text(
    `もう一度連絡する(応答なし ${unanswered}/${retries} 回)`,
    `Try again (no answer ${unanswered} of ${retries})`,
  );

/** BANT of which an account lacks the yes, with what is known instead. */
export const missingBantText = (label: Text, value: Text): Text =>
  text(`${label.ja}(${value.ja})`, `${label.en} (${value.en})`);

export const EMPTY_QUEUE = text('予定されている四半期チェックはありません。', 'No quarterly check is due.');
