/** Why a cell of the queue is no request, and what to do instead. */
import { text } from '../text/text';

export const QUEUE_EDIT_TEXTS = {
  BASIS_UNREADABLE: text(
    'この行がどのアカウントの何を表すか読めません。キューを作り直してからやり直してください。',
    'What this row is about cannot be read: have the queue written anew, then try again.',
  ),
  NOT_ASKED: text(
    'セルの値が消されたか変わったため、申請しません。',
    'The cell was cleared or has changed: nothing is asked for.',
  ),
  RESULT_UNKNOWN: text(
    'この行の結果として読めません。一覧から選んでください。',
    'This is no result of this row: choose one from the list.',
  ),
  STATUS_NEEDED: text(
    '次のステータスを決める行です。サイドバーでステータスを変更してください。',
    'This row asks for the next status: change it in the sidebar.',
  ),
  OWNER_NEEDED: text(
    '担当を決める行です。担当のセルに在籍者を入力してください。',
    'This row asks for an owner: type an active member into the cell of the owner.',
  ),
  DATA_NEEDED: text(
    '項目を補う行です。サイドバーで足りない項目を入力してください。',
    'This row asks for data: fill in what is missing in the sidebar.',
  ),
  OWNER_UNKNOWN: text(
    '在籍しているメンバー一人の名前またはメールアドレスを入力してください。',
    'Give the name or e-mail address of one active member.',
  ),
  NO_CHECK_DATE: text(
    '期日を変えられるのは四半期チェックだけです。',
    'Only the day of a quarterly check can be changed.',
  ),
  DATE_UNREADABLE: text(
    '日付として読めません。2026-04-01 のように入力してください。',
    'This cannot be read as a date: type it as 2026-04-01.',
  ),
  DATE_UNCLEAR: text(
    'どの日か決められません。2026-04-01 のように入力してください。',
    'More than one day could be meant: type it as 2026-04-01.',
  ),
} as const;

export type QueueEditProblem = keyof typeof QUEUE_EDIT_TEXTS;

/** A hand-over has a note; that of a cell has no words of its own. */
export const OWNER_CELL_NOTE = text('キューの担当セルで変更', 'Changed in the owner cell of the queue');
