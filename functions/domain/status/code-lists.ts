/** The coded lists of the specification (section 4). Teams add their own codes in the settings. */
import { type Text, text } from '../text/text';

export type CodeList = Readonly<Record<string, Text>>;

export const hasCode = (list: CodeList, code: string | null | undefined): boolean =>
  code != null && Object.keys(list).includes(code);

/** The code whose meaning must be told in words. */
export const OTHER = 'OTHER';

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

/** Why an account goes into another one. */
export type MergeReason = 'DUPLICATE' | 'MERGED' | 'ACQUIRED';

/** On-file reasons that must say which account stands for this one from now on. */
export const REASONS_WITH_SUCCESSOR: readonly string[] = [
  'DUPLICATE',
  'MERGED',
  'ACQUIRED',
] satisfies MergeReason[];

export const BANT_KEYS = ['budget', 'authority', 'need', 'timing'] as const;
export type BantKey = (typeof BANT_KEYS)[number];

export const BANT_VALUES = {
  yes: text('あり', 'Yes'),
  no: text('なし', 'No'),
  unclear: text('不明確', 'Unclear'),
  unknown: text('未確認', 'Unknown'),
} as const;
export type BantValue = keyof typeof BANT_VALUES;

export const ACTIVITY_KINDS = {
  meeting: text('商談', 'Meeting'),
  call: text('電話', 'Call'),
  mail: text('メール', 'Mail'),
  visit: text('訪問', 'Visit'),
  note: text('メモ', 'Note'),
} as const;
export type ActivityKind = keyof typeof ACTIVITY_KINDS;

export const OPPORTUNITY_OUTCOMES = {
  won: text('受注', 'Won'),
  lost: text('失注', 'Lost'),
  returned: text('差し戻し', 'Returned'),
} as const;
export type OpportunityOutcome = keyof typeof OPPORTUNITY_OUTCOMES;

export const PRODUCT_STATES = {
  prospect: text('見込み', 'Prospect'),
  live: text('利用中', 'In use'),
  ended: text('終了', 'Ended'),
  lost: text('失注', 'Lost'),
} as const;
export type ProductState = keyof typeof PRODUCT_STATES;

export const CONTACT_STATES = {
  present: text('在籍', 'Present'),
  left: text('退職', 'Left'),
  moved: text('異動', 'Moved'),
} as const;
export type ContactState = keyof typeof CONTACT_STATES;

export const CHECK_RESULTS = {
  stillWaiting: text('条件待ち(次回確認日を設定)', 'Still waiting (next date set)'),
  becameDeal: text('案件化', 'Became a deal'),
  needGone: text('課題がなくなった', 'The need is gone'),
  noAnswer: text('応答なし', 'No answer'),
  badFit: text('不適合', 'Bad fit'),
} as const;
export type CheckResult = keyof typeof CHECK_RESULTS;

/** A trigger speaks for whoever installed it, not for who typed. */
export const CHANNELS = ['menu', 'sidebar', 'cell', 'trigger', 'import', 'api', 'schedule'] as const;
export type Channel = (typeof CHANNELS)[number];
