/** What the commands are called. */
import { partById } from '../account/account';
import { type Text, text } from '../text/text';
import type { CommandType } from './command-table';

export const COMMAND_LABELS = {
  register: text('登録', 'Register'),
  changeStatus: text('ステータス変更', 'Change status'),
  putOnFile: text('登録保存', 'Put on file'),
  propose: text('申請', 'Propose'),
  restore: text('復帰の申請', 'Propose to restore'),
  approve: text('承認', 'Approve'),
  reject: text('却下', 'Reject'),
  reviewBadFit: text('不適合の見直し', 'Review a bad fit'),
  cutLink: text('紐づけを解除', 'Cut the link'),
  merge: text('統合', 'Merge'),
  unmerge: text('統合を解除', 'Un-merge'),
  markNotDuplicate: text('別の会社と確認', 'Mark as another company'),
  logActivity: text('連絡を記録', 'Log contact'),
  correctMeeting: text('商談を訂正', 'Correct the meeting'),
  recordCheck: text('確認を記録', 'Record check'),
  setNextCheck: text('次回確認日', 'Next check'),
  setRevisit: text('再訪の日', 'Revisit date'),
  setAwaited: text('待っている条件・窓口', 'Awaited condition and contact'),
  addOpportunity: text('案件を追加', 'Open opportunity'),
  editOpportunity: text('案件を更新', 'Edit opportunity'),
  closeOpportunity: text('案件を閉じる', 'Close opportunity'),
  saveContact: text('窓口', 'Contact'),
  eraseContact: text('窓口の個人情報を消去', 'Erase a contact'),
  moveContact: text('窓口の転職', 'Change of job'),
  saveProduct: text('製品', 'Product'),
  setBant: text('BANT', 'BANT'),
  editDetails: text('会社情報', 'Company'),
  addFormerName: text('旧社名を追加', 'Add a former name'),
  handOver: text('引き継ぎ', 'Hand over'),
  handOverInsideSales: text('IS 担当の引き継ぎ', 'Hand over inside sales'),
  handOverOpportunity: text('案件の引き継ぎ', 'Hand over an opportunity'),
  acknowledgeHandOver: text('引き継ぎの受け取り', 'Acknowledge hand-over'),
  keepPromises: text('約束を果たした', 'Promises kept'),
  fillIn: text('補完', 'Fill in'),
  quickEntry: text('ひとこと入力', 'Quick entry'),
  undo: text('取り消し', 'Undo'),
  import: text('リストから取り込み', 'Import from a list'),
  receive: text('製品・案件の引き受け', 'Take over products and opportunities'),
  absorb: text('統合(残った会社)', 'Merge (the account that stays)'),
  release: text('統合を解除(残った会社)', 'Un-merge (the account that stayed)'),
  receiveContact: text('窓口の転職(移った先)', 'Change of job (the new company)'),
} as const satisfies Record<CommandType, Text>;

/** Null for a command that the code no longer has: old entries of the history still name it. */
export const commandLabel = (type: string): Text | null => partById<Text>(COMMAND_LABELS, type) ?? null;
