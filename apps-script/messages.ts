/** What the script itself says, ja and en. */
import { type Text, text } from '../functions/domain/text/text';
import type {
  ApiError,
  DecisionsView,
  DialogView,
  Language,
  ListsView,
  MaintenanceView,
  TeamPageView,
} from './script-api';

/** Of the person at the sheet; menus, dialogs and messages are in it. */
export const userLanguage = (): Language =>
  Session.getActiveUserLocale().slice(0, 2) === 'ja' ? 'ja' : 'en';

/** Of the items of the menu, in their order within its groups; each is named as the function that it calls: `menuUndo`. */
export const MENU_LABELS = {
  changeStatus: text('ステータスを変更…', 'Change status…'),
  logContact: text('連絡を記録…', 'Log contact…'),
  recordCheck: text('確認を記録…', 'Record check…'),
  handOver: text('担当を引き継ぐ…', 'Hand over accounts…'),
  lookUp: text('既存か新規か調べる…', 'Look up a company…'),
  register: text('会社を新規登録…', 'Register a company…'),
  openAccount: text('アカウントを開く', 'Open account'),
  history: text('履歴を見る', 'History'),
  send: text('未送信の申請を送る', 'Send pending requests'),
  refresh: text('台帳を最新に更新', 'Refresh from server'),
  refreshQueue: text('キューを作り直す', 'Write the queue anew'),
  undo: text('変更を元に戻す…', 'Undo changes…'),
  import: text('会社リストを取り込む…', 'Import a list…'),
  leads: text('リードを照合…', 'Match leads…'),
  duplicates: text('重複候補を調べる…', 'Find duplicates…'),
  check: text('保存データを検査…', 'Check the stored data…'),
  approvals: text('承認待ちの申請…', 'Proposals to answer…'),
  badFitReviews: text('不適合を見直す…', 'Review bad fits…'),
  badFitSample: text('不適合の再判定を頼む…', 'Have bad fits judged again…'),
  members: text('メンバー…', 'Members…'),
  settings: text('設定…', 'Settings…'),
  autoSend: text('自動送信…', 'Automatic sending…'),
  reports: text('履歴・報告…', 'History and reports…'),
  help: text('ヘルプ', 'Help'),
  about: text('このシートについて…', 'About…'),
} as const;
export type MenuKey = keyof typeof MENU_LABELS;

export const SIDEBAR_TITLE = text('Hachi アカウント', 'Hachi account');

const CLOSE_OPPORTUNITY = text('案件を閉じる', 'Close opportunity');

/** As the item of the menu that opens the dialog, or one that is like it. */
export const dialogTitle = (
  view: DecisionsView | DialogView | ListsView | MaintenanceView | TeamPageView | 'reports',
  language: Language,
): string =>
  (view === 'closeOpportunity'
    ? CLOSE_OPPORTUNITY
    : MENU_LABELS[view === 'reviewBadFit' ? 'badFitReviews' : view])[language].replace('…', '');

export const SCRIPT_MESSAGES = {
  noRegister: text(
    '台帳の列が足りません。「台帳を最新に更新」で作り直してください。',
    'A column of the register is missing: choose "Refresh from server".',
  ),
  selectAccounts: text('先に会社の行を選んでください。', 'Select rows of companies first.'),
  tooMany: text('選べるのは一度に200社までです。', 'Select at most 200 accounts at a time.'),
  notSetUp: text(
    'プロパティ FUNCTIONS_URL に関数の URL を設定してください(管理者)。',
    'Set the script property FUNCTIONS_URL to the URL of the functions (admin).',
  ),
  notGranted: text(
    'スクリプトに権限がありません。メニューをもう一度選び、承認してください。',
    'The script has no permission: choose the menu item again and allow it.',
  ),
  offline: text(
    'サーバーにつながりません。申請は残ります。あとで「未送信の申請を送る」を選んでください。',
    'The server cannot be reached. Requests stay: choose "Send pending requests" later.',
  ),
  odd: text('サーバーの答えを読めません。', 'The answer of the server cannot be read.'),
  busy: text('ほかの人が送信中です。お待ちください。', 'Somebody else is sending: try again in a moment.'),
  nothingToSend: text('未送信の申請はありません。', 'Nothing waits to be sent.'),
  noHelp: text(
    '「台帳を最新に更新」を選ぶとヘルプができます。',
    'There is no help tab yet: choose "Refresh from server".',
  ),
} as const;

export const NO_REGISTER: { error: ApiError } = {
  error: { code: 'NO_REGISTER', message: SCRIPT_MESSAGES.noRegister },
};

export const ROW_MOVED: { error: ApiError } = {
  error: {
    code: 'ROW_MOVED',
    message: text(
      'その行はもうありません。選び直してください。',
      'That row is there no more: select it again.',
    ),
  },
};

/** A status cell that was cleared, and the like: what to do instead. */
export const CELL_MESSAGES = {
  statusUnknown: text(
    'ステータスとして読めません。一覧から選んでください。',
    'This is no status: choose one from the list.',
  ),
  ownerUnknown: text(
    '在籍中のメンバーの名前かメールアドレスを入力してください。',
    'Give the name or e-mail address of an active member.',
  ),
  ownerEmpty: text(
    '担当は空にできません。引き継ぐ相手を選んでください。',
    'The owner cannot be empty: choose who takes over.',
  ),
  dateEmpty: text(
    '次回確認日は空にできません。日付を入力してください。',
    'The next check cannot be empty: give a date.',
  ),
  nameEmpty: text('会社名は空にできません。', 'The company needs a name.'),
  contactEmpty: text(
    '窓口は空にできません。退職や異動はサイドバーで記録してください。',
    'The contact cannot be empty: record who left or moved in the sidebar.',
  ),
} as const;

/** The owner's cell is a hand-over without words of its own. */
export const HAND_OVER_NOTE = text('台帳の担当セルで変更', 'Changed in the owner cell of the register');

export const textWithNumbers = (ja: string, en: string, numbers: Readonly<Record<string, number>>): Text => {
  const filled = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (_, key) => String(numbers[key]));
  return { ja: filled(ja), en: filled(en) };
};
