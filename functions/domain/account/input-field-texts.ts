/** What the fields are called that a transition can ask for. */
import { type Text, text } from '../text/text';

export const INPUT_FIELD_LABELS = {
  ownerId: text('担当者', 'Owner'),
  'action.kind': text('アクションの手段', 'Channel of the action'),
  'action.date': text('アクションの日付', 'Date of the action'),
  'action.with': text('相手(人または部署)', 'Person or department'),
  'action.twoWay': text('相手と話せた(双方向)', 'They answered (two-way)'),
  'meeting.date': text('商談日', 'Date of the meeting'),
  'meeting.with': text('商談の相手', 'Met with'),
  'opportunity.product': text('製品', 'Product'),
  'opportunity.fsOwnerId': text('FS 担当', 'Field sales owner'),
  'opportunity.since': text('案件の開始日', 'Opportunity since'),
  'opportunity.handOverNote.metWith': text('引き継ぎ:会った人', 'Hand-over: who was met'),
  'opportunity.handOverNote.bant': text('引き継ぎ:BANT', 'Hand-over: BANT'),
  'opportunity.handOverNote.nextStep': text('引き継ぎ:次の一手', 'Hand-over: next step'),
  closing: text('進行中の案件の結果', 'Outcome of each open opportunity'),
  'bant.budget': text('予算', 'Budget'),
  'bant.authority': text('決裁者', 'Authority'),
  'bant.need': text('課題', 'Need'),
  'bant.timing': text('時期', 'Timing'),
  awaitedCondition: text('待っている条件', 'Awaited condition'),
  contactId: text('窓口の人', 'Contact person'),
  nextCheckDate: text('次回確認日', 'Next check date'),
  'lost.on': text('失注日', 'Lost date'),
  'lost.reason': text('失注理由', 'Lost reason'),
  'lost.reasonText': text('失注理由の内容', 'Lost reason in words'),
  'lost.confirmed': text('失注日はこの日付で正しい', 'The lost date is right'),
  latentNeed: text('潜在的な課題', 'Latent need'),
  'lost.revisitOn': text('再訪の日', 'Revisit date'),
  'lost.revisitTrigger': text('再訪のきっかけ', 'Revisit trigger'),
  'product.product': text('利用中の製品', 'Product in use'),
  'product.since': text('利用開始日', 'In use since'),
  'product.reference': text('契約・注文番号', 'Contract or order reference'),
  'product.confirmedBy': text('確認したメンバー', 'Confirming member'),
  churn: text('終了日と解約理由', 'End date and churn reason'),
  'fit.reason': text('不適合の理由', 'Bad-fit reason'),
  'fit.reasonText': text('不適合の理由の内容', 'Bad-fit reason in words'),
  'fit.explicitNeed': text('顕在的な課題', 'Explicit need'),
  'fit.latentNeed': text('潜在的な課題', 'Latent need'),
  'fit.products': text('照らし合わせた製品', 'Judged against products'),
  'fit.recordedNeed': text('記録されている課題', 'The need on record'),
  'onFile.reason': text('登録保存の理由', 'On-file reason'),
  'onFile.reasonText': text('登録保存の理由の内容', 'On-file reason in words'),
  'onFile.successorId': text('代わりになるアカウント', 'Account that stands for it'),
  'onFile.products': text('利用中の製品の扱い', 'Products in use'),
  coordinatedWith: text('誰と調整したか', 'Coordinated with'),
  reason: text('理由', 'Reason'),
  note: text('コメント', 'Note'),
  'decision.to': text('次のステータス', 'Next status'),
} as const satisfies Record<string, Text>;

export type FieldKey = keyof typeof INPUT_FIELD_LABELS;

export const NONE_CHOICE = text('なし', 'None');
export const GONE_CHOICE = text('もうない(記録も改める)', 'Gone (the record is changed, too)');
export const SUCCESSOR_CHOICE = text('後継アカウントへ移す', 'Move to the successor');
