/** Every legal move with its guards: the second half of section 4 of the product specification, as data. */

import { type Text, text } from '../text/text';
import { NEVER_COLD_AGAIN } from './illegal-transitions';
import type { Status } from './statuses';

export const GUARDS = {
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

export type GuardCode = keyof typeof GUARDS;

interface Transition {
  from: readonly Status[];
  to: Status;
  guards: readonly GuardCode[];
  note?: Text;
}

const ANY: readonly Status[] = ['COLD', 'WORKING', 'QUARTERLY_CHECK', 'DEAD_OPPORTUNITY', 'BAD_FIT'];

/**
 * Which guards stand on which move; a move that is not here is illegal. Rows in the order of the specification, which
 * leaves two things to other sections: a client's open opportunities may not be carried into a status that has none
 * (rule 7), hence NONE_OPEN on the moves out of CURRENT_CLIENT; a duplicate or merged account is restored only after its
 * link is cut (last paragraph of section 4), hence LINK_CUT on the moves out of ON_FILE.
 */
export const TRANSITIONS: readonly Transition[] = [
  { from: ['COLD', 'QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'], to: 'WORKING', guards: ['OWNER', 'ACTION'] },
  {
    from: ['COLD'],
    to: 'ACTIVE_OPPORTUNITY',
    guards: ['OWNER', 'OPPORTUNITY'],
    note: text(
      '履歴にはワーキングの通過も残ります。',
      'The history also records the passage through Working.',
    ),
  },
  { from: ['COLD', 'QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'], to: 'CURRENT_CLIENT', guards: ['EVIDENCE'] },
  { from: ['WORKING'], to: 'CURRENT_CLIENT', guards: ['EVIDENCE', 'COORDINATED'] },
  {
    from: ['COLD', 'WORKING'],
    to: 'BAD_FIT',
    guards: ['FIT'],
    note: text('すぐに反映され、確認待ちになります。', 'Takes effect at once with its review pending.'),
  },
  { from: ANY, to: 'ON_FILE', guards: ['KEEP'] },
  { from: ['ACTIVE_OPPORTUNITY'], to: 'ON_FILE', guards: ['NONE_OPEN', 'KEEP'] },
  { from: ['CURRENT_CLIENT'], to: 'ON_FILE', guards: ['PRODUCTS_SETTLED', 'NONE_OPEN', 'KEEP'] },
  {
    from: ['WORKING'],
    to: 'COLD',
    guards: ['NOT_MET', 'REASON'],
    note: text('反応がなく、一度も会っていない場合。', 'Unresponsive, never met.'),
  },
  { from: ['WORKING'], to: 'ACTIVE_OPPORTUNITY', guards: ['OPPORTUNITY', 'COORDINATED'] },
  {
    from: ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'],
    to: 'ACTIVE_OPPORTUNITY',
    guards: ['OPPORTUNITY'],
    note: text(
      '失注した案件は再開しません。新しい案件が前の案件を参照します。',
      'A lost opportunity is never reopened: a new one links to it.',
    ),
  },
  { from: ['WORKING'], to: 'QUARTERLY_CHECK', guards: ['MET', 'NEED', 'NEXT_CHECK'] },
  { from: ['WORKING'], to: 'DEAD_OPPORTUNITY', guards: ['MET', 'LOST'] },
  {
    from: ['ACTIVE_OPPORTUNITY'],
    to: 'WORKING',
    guards: ['NONE_OPEN', 'REASON'],
    note: text('FS が差し戻します。', 'Field sales returns it.'),
  },
  {
    from: ['ACTIVE_OPPORTUNITY'],
    to: 'QUARTERLY_CHECK',
    guards: ['NONE_OPEN', 'MET', 'NEED', 'NEXT_CHECK'],
  },
  { from: ['ACTIVE_OPPORTUNITY'], to: 'DEAD_OPPORTUNITY', guards: ['NONE_OPEN', 'MET', 'LOST'] },
  {
    from: ['ACTIVE_OPPORTUNITY'],
    to: 'CURRENT_CLIENT',
    guards: ['EVIDENCE'],
    note: text(
      '受注した案件が証拠になります。ほかの案件は進行中のままで構いません。',
      'A won opportunity is evidence; others may stay open.',
    ),
  },
  { from: ['QUARTERLY_CHECK'], to: 'DEAD_OPPORTUNITY', guards: ['LOST'] },
  {
    from: ['DEAD_OPPORTUNITY'],
    to: 'QUARTERLY_CHECK',
    guards: ['CONTACT_AFTER_LOSS', 'NEED', 'NEXT_CHECK'],
  },
  {
    from: ['CURRENT_CLIENT'],
    to: 'WORKING',
    guards: ['CHURNED', 'NONE_OPEN', 'OWNER', 'ACTION'],
    note: text(
      '製品の利用中は、追加の商いは顧客の「案件」であってステータスではありません。',
      'While a product is in use, more business is an opportunity on a client, not a status.',
    ),
  },
  { from: ['CURRENT_CLIENT'], to: 'ACTIVE_OPPORTUNITY', guards: ['CHURNED', 'OPPORTUNITY'] },
  { from: ['CURRENT_CLIENT'], to: 'QUARTERLY_CHECK', guards: ['CHURNED', 'NONE_OPEN', 'NEED', 'NEXT_CHECK'] },
  { from: ['CURRENT_CLIENT'], to: 'DEAD_OPPORTUNITY', guards: ['CHURNED', 'NONE_OPEN', 'LOST'] },
  { from: ['ACTIVE_OPPORTUNITY'], to: 'BAD_FIT', guards: ['NONE_OPEN', 'FIT', 'MANAGER'] },
  { from: ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'], to: 'BAD_FIT', guards: ['FIT', 'MANAGER'] },
  { from: ['CURRENT_CLIENT'], to: 'BAD_FIT', guards: ['CHURNED', 'NONE_OPEN', 'FIT', 'MANAGER'] },
  { from: ['BAD_FIT'], to: 'COLD', guards: ['NOT_MET', 'REASON', 'MANAGER'] },
  { from: ['ON_FILE'], to: 'COLD', guards: ['LINK_CUT', 'NOT_MET', 'REASON', 'MANAGER'] },
  { from: ['BAD_FIT'], to: 'WORKING', guards: ['OWNER', 'ACTION', 'MANAGER'] },
  { from: ['ON_FILE'], to: 'WORKING', guards: ['LINK_CUT', 'OWNER', 'ACTION', 'MANAGER'] },
  { from: ['BAD_FIT'], to: 'DEAD_OPPORTUNITY', guards: ['MET', 'LOST', 'MANAGER'] },
  { from: ['ON_FILE'], to: 'DEAD_OPPORTUNITY', guards: ['LINK_CUT', 'MET', 'LOST', 'MANAGER'] },
  { from: ['BAD_FIT'], to: 'CURRENT_CLIENT', guards: ['EVIDENCE', 'MANAGER'] },
  { from: ['ON_FILE'], to: 'CURRENT_CLIENT', guards: ['LINK_CUT', 'EVIDENCE', 'MANAGER'] },
  {
    from: ['ON_FILE'],
    to: 'QUARTERLY_CHECK',
    guards: ['LINK_CUT', 'WAS_QUARTERLY', 'NEED', 'NEXT_CHECK', 'MANAGER'],
  },
  { from: ['ON_FILE'], to: 'BAD_FIT', guards: ['LINK_CUT', 'FIT'] },
];

/** What an account in this status owes: asked of a new account, and of an import as debts. */
export const ENTRY_GUARDS: Readonly<Record<Status, readonly GuardCode[]>> = {
  COLD: ['NOT_MET'],
  WORKING: ['OWNER', 'ACTION'],
  ACTIVE_OPPORTUNITY: ['OWNER', 'OPPORTUNITY'],
  QUARTERLY_CHECK: ['OWNER', 'MET', 'NEED', 'NEXT_CHECK'],
  DEAD_OPPORTUNITY: ['OWNER', 'MET', 'LOST'],
  CURRENT_CLIENT: ['EVIDENCE'],
  BAD_FIT: ['FIT'],
  ON_FILE: ['KEEP'],
};

/** Statuses that a new account may start in (section 4, last paragraph). */
export const FIRST_STATUSES: readonly Status[] = ['COLD', 'WORKING', 'CURRENT_CLIENT'];

/** The move's row; undefined when the matrix says X or no change. */
export const transitionOf = (from: Status, to: Status): Transition | undefined =>
  TRANSITIONS.find((move) => move.to === to && move.from.includes(from));
