/** What each guard asks for, as a refusal says it. */

import { type Text, text } from '../text/text';
import { NEVER_COLD_AGAIN } from './illegal-transition-texts';

export const GUARD_TEXTS = {
  OWNER: text('在籍している担当者が必要です。', 'An owner who is an active member is needed.'),
  ACTION: text(
    '初回または再開のアクション(今日以前の日付・手段・相手の人または部署)が必要です。',
    'A first or renewed action is needed: date (not after today), channel, person or department.',
  ),
  NOT_MET: NEVER_COLD_AGAIN,
  MET: text('今日以前の商談が一回以上必要です。', 'At least one meeting, dated not after today, is needed.'),
  OPPORTUNITY: text(
    '進行中の案件(製品・FS 担当・開始日)と引き継ぎメモ(会った人・BANT・次の一手)が必要です。',
    'An open opportunity (product, field sales owner, since) with a hand-over note (who was met, BANT, next step) is needed.',
  ),
  NONE_OPEN: text(
    '進行中の案件が残っています。同じ操作ですべて閉じて(受注・失注・差し戻し)ください。',
    'Open opportunities are left: close each in the same step (won, lost or returned).',
  ),
  NEED: text(
    '課題が「あり」で、予算・決裁者・時期の少なくとも一つが「あり」でないこと、待っている条件、窓口の人が必要です。',
    'Need must be yes and at least one of budget, authority, timing not yes; the awaited condition and a contact person are needed.',
  ),
  NEXT_CHECK: text(
    '次回確認日は明日以降、12か月以内の営業日にしてください。',
    'The next check must be after today, at most 12 months ahead, on a business day.',
  ),
  LOST: text(
    '失注日・失注理由(「その他」は内容も)・潜在的な課題・再訪の日またはきっかけが必要です。課題は「あり」以外であること。',
    'Lost date, coded reason (in words if other), the latent need, and a revisit date or trigger are needed; need must not be yes.',
  ),
  CONTACT_AFTER_LOSS: text(
    '失注後に双方向の連絡が一度必要です。',
    'A two-way contact after the loss is needed.',
  ),
  EVIDENCE: text(
    '利用中の製品と開始日、契約・注文番号または確認したメンバーが必要です。',
    'A product in use with its start date, and a contract or order reference or a confirming member, is needed.',
  ),
  CHURNED: text(
    '利用中の製品すべてに、今日以前の終了日と解約理由が必要です。',
    'Every product in use needs an end date (not after today) and a churn reason.',
  ),
  PRODUCTS_SETTLED: text(
    '利用中の製品を後継アカウントへ移すか、終了させてください。',
    'Move the products in use to the successor, or end them.',
  ),
  FIT: text(
    '不適合の理由と、扱う製品それぞれに顕在・潜在の課題がどちらも無いという確認が必要です。',
    'A coded reason is needed, and that neither an explicit nor a latent need exists for any product that we sell.',
  ),
  MANAGER: text(
    '提案者以外のマネージャーの承認が必要です。申請してください。',
    'A manager other than the requester must approve: send it as a proposal.',
  ),
  REASON: text('理由を5文字以上で書いてください。', 'Give the reason in at least 5 characters.'),
  KEEP: text(
    '登録保存の理由が必要です。重複・合併・買収では、代わりになる実在の別アカウント(循環しないもの)も必要です。',
    'A coded on-file reason is needed; for duplicate, merged or acquired also the account that stands for it: another one that exists, without a circle.',
  ),
  COORDINATED: text(
    'IS と FS が同じアカウントに関わっています。誰と調整したかを記入してください。',
    'Inside and field sales both stand on this account: say with whom it was coordinated.',
  ),
  WAS_QUARTERLY: text(
    '登録保存になる前に四半期チェックだったアカウントだけが戻れます。',
    'Only an account that was Check Back Quarterly before it was put on file may return there.',
  ),
  LINK_CUT: text(
    '重複・合併・買収で紐づいたアカウントは、先に紐づけを解除してください。',
    'A duplicate, merged or acquired account must have its link cut (un-merge) first.',
  ),
} as const satisfies Record<string, Text>;

export type GuardCode = keyof typeof GUARD_TEXTS;
