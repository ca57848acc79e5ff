/** What the codes of the lists are called. The reasons are those that every team has; a team adds its own in the settings. */
import { type Text, text } from '../text/text';
import {
  type ActivityKind,
  type BantValue,
  type CheckResult,
  type CodeList,
  type ContactState,
  type OpportunityOutcome,
  OTHER,
  type ProductState,
} from './code-lists';

export const LOST_REASONS: CodeList = {
  BUDGET: text('予算', 'Budget'),
  COMPETITOR: text('競合', 'Competitor'),
  TIMING: text('時期', 'Timing'),
  AUTHORITY: text('決裁者', 'Decision maker'),
  NO_AGREED_NEED: text('課題合意なし', 'Need not agreed'),
  MISSING_FEATURE: text('機能不足', 'Missing feature'),
  BUILT_IN_HOUSE: text('社内開発', 'Built in house'),
  CONTACT_MOVED: text('担当者異動', 'Contact moved'),
  NO_RESPONSE: text('連絡不通', 'No response'),
  [OTHER]: text('その他', 'Other'),
};

export const BAD_FIT_REASONS: CodeList = {
  INDUSTRY: text('業種対象外', 'Industry not served'),
  SIZE: text('規模対象外', 'Size not served'),
  NO_NEED: text('課題なし', 'No need'),
  LEGAL_OR_CREDIT: text('法規制・与信', 'Legal or credit'),
  COMPETITOR: text('競合企業', 'A competitor'),
  CLOSED_DOWN: text('廃業', 'Closed down'),
  [OTHER]: text('その他', 'Other'),
};

export const ON_FILE_REASONS: CodeList = {
  DUPLICATE: text('重複', 'Duplicate'),
  MERGED: text('合併', 'Merged'),
  ACQUIRED: text('買収', 'Acquired'),
  DISSOLVED: text('廃業・清算', 'Closed or liquidated'),
  FORMER_NAME: text('商号変更前の登録', 'Registered before a change of name'),
  LEGAL_HOLD: text('法的保存', 'Legal hold'),
  [OTHER]: text('その他', 'Other'),
};

export const BANT_VALUE_LABELS: Readonly<Record<BantValue, Text>> = {
  yes: text('あり', 'Yes'),
  no: text('なし', 'No'),
  unclear: text('不明確', 'Unclear'),
  unknown: text('未確認', 'Unknown'),
};

export const ACTIVITY_KIND_LABELS: Readonly<Record<ActivityKind, Text>> = {
  meeting: text('商談', 'Meeting'),
  call: text('電話', 'Call'),
  mail: text('メール', 'Mail'),
  visit: text('訪問', 'Visit'),
  note: text('メモ', 'Note'),
};

export const OPPORTUNITY_OUTCOME_LABELS: Readonly<Record<OpportunityOutcome, Text>> = {
  won: text('受注', 'Won'),
  lost: text('失注', 'Lost'),
  returned: text('差し戻し', 'Returned'),
};

export const PRODUCT_STATE_LABELS: Readonly<Record<ProductState, Text>> = {
  prospect: text('見込み', 'Prospect'),
  live: text('利用中', 'In use'),
  ended: text('終了', 'Ended'),
  lost: text('失注', 'Lost'),
};

export const CONTACT_STATE_LABELS: Readonly<Record<ContactState, Text>> = {
  present: text('在籍', 'Present'),
  left: text('退職', 'Left'),
  moved: text('異動', 'Moved'),
};

export const CHECK_RESULT_LABELS: Readonly<Record<CheckResult, Text>> = {
  stillWaiting: text('条件待ち(次回確認日を設定)', 'Still waiting (next date set)'),
  becameDeal: text('案件化', 'Became a deal'),
  needGone: text('課題がなくなった', 'The need is gone'),
  noAnswer: text('応答なし', 'No answer'),
  badFit: text('不適合', 'Bad fit'),
};
