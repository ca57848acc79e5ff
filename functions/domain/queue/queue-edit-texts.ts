/** Why an edited cell of the queue cannot become a request, and what to do instead. */
import { type Text, text } from '../text/text';

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
    '次のステータスを決める行です。結果の一覧から次のステータスを選んでください。',
    'This row asks for the next status: choose it from the list of results.',
  ),
  OWNER_NEEDED: text(
    '担当を決める行です。担当のセルに在籍者の名前を入力してください。',
    'This row asks for an owner: type the name of an active member into the cell of the owner.',
  ),
  DATA_NEEDED: text(
    '項目を補う行です。メニューの「アカウントを開く」から「補完する」を選んでください。',
    'This row asks for data: choose "Open account" in the menu, then "Fill in".',
  ),
  OWNER_UNKNOWN: text(
    '在籍しているメンバー一人の名前またはメールアドレスを入力してください。',
    'Give the name or e-mail address of one active member.',
  ),
  NO_CHECK_DATE: text(
    '期日を変えられるのは四半期チェックと再訪だけです。',
    'Only the day of a quarterly check, or of a revisit, can be changed.',
  ),
  DATE_UNREADABLE: text(
    '日付として読めません。2026-04-01 のように入力してください。',
    'This cannot be read as a date: type it as 2026-04-01.',
  ),
  DATE_UNCLEAR: text(
    'どの日か決められません。2026-04-01 のように入力してください。',
    'More than one day could be meant: type it as 2026-04-01.',
  ),
  AMOUNT_UNREADABLE: text(
    '金額として読めません。1200000 や 120万 のように入力してください。',
    'This cannot be read as an amount of yen: type it as 1200000.',
  ),
  PROBABILITY_UNREADABLE: text(
    '受注確度は 0〜100 の整数(%)で入力してください。',
    'Type the probability as a whole percentage, 0 to 100.',
  ),
  NOT_OF_ROW: text('この行ではこの列を変えられません。', 'This row has no such cell to change.'),
  STATE_UNKNOWN: text('在籍・退職・異動から選んでください。', 'Choose Present, Left or Moved.'),
  YES_OR_BLANK: text(
    '連絡不可なら「連絡不可」を選び、そうでなければ空にしてください。',
    'Choose "Do not contact", or leave it blank.',
  ),
  DAYS_UNREADABLE: text('1〜365 の日数を入力してください。', 'Type a number of days, 1 to 365.'),
  TEXT_TOO_LONG: text('文字数が多すぎます。短くしてください。', 'This is too long: shorten it.'),
  CLOSED_IN_FORM: text(
    '開いたフォームで閉じます(メニュー「アカウントを開く」→「案件を閉じる」でも)。',
    'Closed in the form that opens, or by "Open account" in the menu, then "Close opportunity".',
  ),
} as const;

export type QueueEditProblem = keyof typeof QUEUE_EDIT_TEXTS;

/** The sidebar opens the form with what was chosen in the row; from the menu it opens empty. */
const formHint = (ja: string, en: string): Text =>
  text(
    `サイドバーに開くフォームか、メニューの「${ja}」で入力してください。`,
    `Give it in the form that the sidebar opens, or by "${en}" in the menu.`,
  );

/** Names a window by the caption of its menu item. */
const windowHint = (ja: string, en: string): Text =>
  text(`入力はメニューの「${ja}」で。`, `Give it by "${en}" in the menu.`);

export const EDIT_HINTS = {
  note: text(
    'この行のメモに書くと、もう一度申請します。',
    'Write it into the note of this row: the request is then made again.',
  ),
  due: text('この行の期日に入力してください。', 'Type it into the due cell of this row.'),
  person: text('この行の名前に入力してください。', 'Type it into the name of this row.'),
  nextStep: text('この行の次の一手に入力してください。', 'Type it into the next step of this row.'),
  changeStatus: formHint('ステータスを変更…', 'Change status…'),
  recordCheck: formHint('確認を記録…', 'Record check…'),
  logContact: windowHint('連絡を記録…', 'Log contact…'),
  handOver: windowHint('担当を引き継ぐ…', 'Hand over accounts…'),
  reviewBadFit: formHint('アカウントを開く', 'Open account'),
  openAccount: windowHint('アカウントを開く', 'Open account'),
};

/** Shown beside the next step of a row that is worked off in another cell than the result, or in a window. */
export const STEP_HINTS = {
  owner: text('担当のセルに在籍者の名前を入力', 'Type the name of an active member into the owner cell'),
  fillIn: text('メニュー「アカウントを開く」→「補完する」', 'Menu: "Open account", then "Fill in"'),
};

/** A hand-over requires a note, and a cell has no room for one. */
export const OWNER_CELL_NOTE = text('キューの担当セルで変更', 'Changed in the owner cell of the queue');

/** The same for an opportunity. */
export const OPPORTUNITY_OWNER_NOTE = text(
  '案件の担当セルで変更',
  'Changed in the owner cell of the opportunities',
);
