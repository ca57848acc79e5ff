/** Debts in words. */
import type { GuardCode } from '../status/guard-texts';
import { type Text, text } from '../text/text';

/** What is missing, in a word or two. */
export const MISSING_DATA_TEXTS: Readonly<Partial<Record<GuardCode, Text>>> = {
  OWNER: text('担当', 'Owner'),
  ACTION: text('アクション', 'Action'),
  NOT_MET: text('商談歴あり', 'Was met'),
  MET: text('商談', 'Meeting'),
  OPPORTUNITY: text('案件', 'Opportunity'),
  NEED: text('課題・条件・窓口', 'Need, condition, contact'),
  NEXT_CHECK: text('次回確認日', 'Next check'),
  LOST: text('失注理由', 'Why it was lost'),
  EVIDENCE: text('契約番号・確認者', 'Contract or who confirms'),
  FIT: text('不適合の理由', 'Why it does not fit'),
  KEEP: text('登録保存の理由', 'Why it is on file'),
};
