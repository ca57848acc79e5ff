/** What a person reads whose link cannot be led to a row. */
import { text } from '../domain/text/text';

export const OPEN_TEXTS = {
  ROW_GONE: text(
    '台帳にこの会社の行がありません。行が削除されたか、並べ替えで崩れています。台帳のメニューで「台帳を最新に更新」を選んでから、もう一度開いてください。',
    'The register has no row of this company: it was deleted, or the sort of some columns has torn it. Choose "Refresh from server" in the register\'s menu, then open the link again.',
  ),
  ROW_HIDDEN: text(
    'この会社の行は、台帳のフィルタか「行を非表示」で隠れています。台帳でフィルタを解除するか行を再表示してから、もう一度開いてください。',
    'The row of this company is hidden, by the filter of the register or by hand. Clear the filter there or show the row, then open the link again.',
  ),
  LINK_INVALID: text(
    'このリンクは使えません。一覧を作り直すと新しいリンクになります。',
    'This link cannot be used. When its list is made again, it has new links.',
  ),
  REGISTER_UNREADABLE: text(
    '台帳の列が見分けられません。台帳のメニューで「台帳を最新に更新」を選んでください。',
    'Which column of the register is which cannot be told. Choose "Refresh from server" in the register\'s menu.',
  ),
  SHEETS_UNAVAILABLE: text(
    'Google スプレッドシートが応答しません。しばらくしてからもう一度開いてください。',
    'Google Sheets does not answer. Please open the link again in a while.',
  ),
} as const;
