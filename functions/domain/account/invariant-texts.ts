/** What each invariant says, to whoever has given a command that would break it: what to do instead. */
import { NEVER_COLD_AGAIN } from '../status/illegal-transition-texts';
import { type Text, text } from '../text/text';

export const INVARIANT_TEXTS = {
  MET_IS_COLD: NEVER_COLD_AGAIN,
  MEETING_NOT_MET: text(
    '商談の記録があるアカウントは「商談済み」です。商談の訂正はマネージャーが行います。',
    'An account with a meeting is a met one: a manager corrects a meeting that was not.',
  ),
  MET_TAKEN_BACK: text(
    '「商談済み」は、マネージャーによる商談の訂正でのみ取り消せます。',
    'That an account was met is taken back by a manager’s correction of the meeting alone.',
  ),
  ACTIVE_WITHOUT_OPPORTUNITY: text(
    'アクティブ案件には進行中の案件が必要です。案件を閉じるときに次のステータスを決めてください。',
    'An Active Opportunity has an open opportunity: decide the next status with the closing of the last one.',
  ),
  OPPORTUNITY_MISPLACED: text(
    '進行中の案件があるのはアクティブ案件か現在の顧客だけです。案件を閉じるか、アクティブ案件にしてください。',
    'Only an Active Opportunity or a Current Client has open opportunities: close them, or make it an Active Opportunity.',
  ),
  PRODUCT_MISPLACED: text(
    '利用中の製品があるのは現在の顧客だけです。「現在の顧客」にするか、製品を終了させてください。',
    'Only a Current Client has products in use: make it a Current Client, or end the products.',
  ),
  PRODUCT_UNPROVED: text(
    '利用中の製品には、利用開始日と、契約・注文番号または確認したメンバーが必要です。',
    'A product in use needs its start date, and a contract or order reference or a confirming member.',
  ),
  CLIENT_WITHOUT_PRODUCT: text(
    '現在の顧客には利用中の製品が必要です。最後の製品を終了させるときに次のステータスを決めてください。',
    'A Current Client has a product: decide the next status with the end of the last one.',
  ),
  NURTURED_NOT_MET: text(
    '四半期チェックと失注案件は、商談をしたアカウントだけです。先に商談を記録してください。',
    'Only a met account is Check Back Quarterly or a Dead Opportunity: log the meeting first.',
  ),
  NEED_NOT_HELD: text(
    '四半期チェックの条件(課題「あり」・不足の条件・窓口の人)が欠けたまま、補完の対象にもなっていません。',
    'What Check Back Quarterly needs (an agreed need, what is awaited, a contact person) is missing and owed nowhere.',
  ),
  LOSS_NOT_HELD: text(
    '失注案件の条件(課題「あり」以外・失注の記録・潜在的な課題)が欠けたまま、補完の対象にもなっていません。',
    'What a Dead Opportunity needs (no agreed need, the loss, the latent need) is missing and owed nowhere.',
  ),
  BAD_FIT_NOT_REVIEWED: text(
    '不適合には、別の人による確認(確認待ちまたは確認済み)が必要です。',
    'A bad fit has a review by somebody else: one that waits, or one that was made.',
  ),
  FILED_BADLY: text(
    '登録保存のアカウントは、理由と、自分以外の実在するアカウントへの紐づけ(循環しないもの)を持ちます。',
    'An account on file has its reason, and points to nobody but another account that exists, without a circle.',
  ),
  OWNER_MISSING: text(
    'ワーキングのアカウントには担当者が必要です。',
    'A Working account has an owner: name one.',
  ),
  PROPOSAL_STALE: text(
    '承認待ちの申請が、いまのステータスと合いません。先に申請を承認または却下してください。',
    'The proposal that waits is about another status than the present one: approve or reject it first.',
  ),
  DEBT_MISPLACED: text(
    '補完の項目が、いまのステータスのものではありません。',
    'Missing data is listed that the present status does not ask for.',
  ),
} as const satisfies Record<string, Text>;

export type InvariantCode = keyof typeof INVARIANT_TEXTS;
