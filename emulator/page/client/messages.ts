/** The page's own texts in both languages; those of the spreadsheet and its script are not among them. */
import type { PageLanguage } from '../protocol';

const MESSAGES = {
  localSuite: { ja: 'ローカル', en: 'Local suite' },
  localSuiteHint: {
    ja: 'この帯は Google の画面にはありません。人、言語、日付を変え、定期ジョブを動かします。',
    en: 'Not part of Google’s page: change the person, the language and the day, and run the scheduled jobs.',
  },
  person: { ja: '人', en: 'Person' },
  language: { ja: '言語', en: 'Language' },
  phone: { ja: '電話', en: 'Phone' },
  phoneHint: {
    ja: '電話のアプリのように、メニューもサイドバーもない',
    en: 'As the app on a phone: no menus, no sidebar',
  },
  documents: { ja: 'スプレッドシート', en: 'Spreadsheets' },
  register: { ja: '台帳', en: 'Register' },
  queue: { ja: 'キュー', en: 'Queue' },
  openRow: { ja: '台帳の行を開く', en: 'Open the row in the register' },
  clock: { ja: '日時', en: 'Clock' },
  clockSet: { ja: '(設定中)', en: '(set)' },
  setClock: { ja: '日付を変える…', en: 'Set the day…' },
  realTime: { ja: '実際の時刻に戻す', en: 'Back to real time' },
  clockIsSet: { ja: '日時を変えました。', en: 'The clock is set.' },
  jobs: { ja: 'ジョブを実行', en: 'Run now' },
  layoutJob: { ja: '台帳の更新', en: 'Refresh register' },
  checkJob: { ja: '保存データの検査', en: 'Check store' },
  digestsJob: { ja: 'まとめの送信', en: 'Send digests' },
  queueJob: { ja: 'キューの作成', en: 'Make queue' },
  dashboardJob: { ja: 'ダッシュボードの更新', en: 'Update dashboard' },
  jobRuns: { ja: '実行しています…', en: 'Running…' },
  jobFailed: { ja: '失敗しました', en: 'It failed' },
  file: { ja: 'ファイル', en: 'File' },
  edit: { ja: '編集', en: 'Edit' },
  view: { ja: '表示', en: 'View' },
  insert: { ja: '挿入', en: 'Insert' },
  data: { ja: 'データ', en: 'Data' },
  nameBox: { ja: '名前ボックス', en: 'Name box' },
  definedNames: { ja: '名前付き範囲', en: 'Named ranges' },
  tabList: { ja: 'シートの一覧', en: 'All sheets' },
  tabsBefore: { ja: '左のシートを見る', en: 'Sheets to the left' },
  tabsBehind: { ja: '右のシートを見る', en: 'Sheets to the right' },
  menuBar: { ja: 'メニュー', en: 'Menus' },
  downloadCsv: { ja: 'このシートを CSV でダウンロード', en: 'Download this sheet as CSV' },
  print: { ja: '印刷', en: 'Print' },
  reload: { ja: '読み込み直す', en: 'Reload' },
  undo: { ja: '元に戻す', en: 'Undo' },
  redo: { ja: 'やり直す', en: 'Redo' },
  clearCells: { ja: '値を消す', en: 'Clear values' },
  deleteRows: { ja: '選んだ行を削除', en: 'Delete selected rows' },
  deleteColumns: { ja: '選んだ列を削除', en: 'Delete selected columns' },
  columnLeft: { ja: '列を左へ移動', en: 'Move column left' },
  columnRight: { ja: '列を右へ移動', en: 'Move column right' },
  rowsAbove: { ja: '上に行を挿入', en: 'Insert rows above' },
  rowsBelow: { ja: '下に行を挿入', en: 'Insert rows below' },
  columnsLeft: { ja: '左に列を挿入', en: 'Insert columns left' },
  columnsRight: { ja: '右に列を挿入', en: 'Insert columns right' },
  hideRows: { ja: '行を隠す', en: 'Hide rows' },
  hideColumns: { ja: '列を隠す', en: 'Hide columns' },
  showRows: { ja: '隠した行を表示', en: 'Show hidden rows' },
  showColumns: { ja: '隠した列を表示', en: 'Show hidden columns' },
  sortSheetUp: { ja: 'シートを並べ替え(この列 A → Z)', en: 'Sort sheet by this column (A to Z)' },
  sortSheetDown: { ja: 'シートを並べ替え(この列 Z → A)', en: 'Sort sheet by this column (Z to A)' },
  sortRangeUp: { ja: '選んだ範囲だけ並べ替え(A → Z)', en: 'Sort selected range only (A to Z)' },
  sortRangeDown: { ja: '選んだ範囲だけ並べ替え(Z → A)', en: 'Sort selected range only (Z to A)' },
  makeFilter: { ja: 'フィルタを作成', en: 'Create a filter' },
  removeFilter: { ja: 'フィルタを削除', en: 'Remove filter' },
  filterViews: { ja: 'フィルタ表示', en: 'Filter views' },
  noFilterView: { ja: 'なし', en: 'None' },
  filterColumn: { ja: 'この列で絞り込む…', en: 'Filter this column…' },
  showAll: { ja: '絞り込みを解除', en: 'Clear filter criteria' },
  ok: { ja: 'OK', en: 'OK' },
  cancel: { ja: 'キャンセル', en: 'Cancel' },
  yes: { ja: 'はい', en: 'Yes' },
  no: { ja: 'いいえ', en: 'No' },
  close: { ja: '閉じる', en: 'Close' },
  details: { ja: '詳細', en: 'Details' },
  inScript: { ja: 'スクリプトのエラー', en: 'Script error' },
  scriptRuns: { ja: 'スクリプトを実行しています…', en: 'Running script…' },
  lost: { ja: '接続が切れました。再接続しています…', en: 'The connection is lost. Connecting again…' },
  noAnswer: {
    ja: '接続が切れ、答えが届きませんでした。',
    en: 'The connection was cut before an answer came.',
  },
  back: { ja: '接続が戻りました。', en: 'Connected again.' },
  loading: { ja: '読み込んでいます…', en: 'Loading…' },
  refusedEdit: { ja: '問題が発生しました', en: 'There was a problem' },
  wasTyped: { ja: '入力した文字:', en: 'You typed:' },
  headsUp: { ja: '注意', en: 'Heads up!' },
  warning: {
    ja: 'このシートの中で、誤って変更すべきではない部分を編集しようとしています。それでも編集しますか？',
    en: "You're trying to edit part of this sheet that shouldn't be changed accidentally. Edit anyway?",
  },
  notAgain: { ja: '5 分間は表示しない', en: "Don't show this again for 5 minutes" },
  notHere: {
    ja: 'これはローカルの画面ではできません。Google スプレッドシートではできます。',
    en: 'The local page cannot do that. Google Sheets can.',
  },
  sidebar: { ja: 'サイドバー', en: 'Sidebar' },
} as const;

export type MessageKey = keyof typeof MESSAGES;
export type Translate = (key: MessageKey) => string;

export const translatorFor =
  (language: PageLanguage): Translate =>
  (key) =>
    MESSAGES[key][language];

/** Why a request has not reached the server. */
export const CONNECTION_LOST = {
  ja: '接続が切れています。変更は保存されていません。',
  en: 'The connection is lost. The change was not saved.',
};

const ROLE_LABELS: Readonly<Record<string, Readonly<Record<PageLanguage, string>>>> = {
  admin: { ja: '管理者', en: 'admin' },
  manager: { ja: 'マネージャー', en: 'manager' },
  is: { ja: 'IS', en: 'IS' },
  fs: { ja: 'FS', en: 'FS' },
  viewer: { ja: '閲覧者', en: 'viewer' },
  stranger: { ja: 'メンバーではない', en: 'not a member' },
  other: { ja: '', en: '' },
};

export const roleLabel = (language: PageLanguage, role: string): string =>
  ROLE_LABELS[role]?.[language] ?? '';
