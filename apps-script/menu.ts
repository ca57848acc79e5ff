/** The menu of the sheet, and what each item does. */
import type { LayoutAnswer } from '../functions/contract/layout';
import { HELP_TAB } from '../functions/domain/register/tabs';
import { STATUS } from '../functions/domain/status/statuses';
import { type Text, text } from '../functions/domain/text/text';
import { MENU_LABELS, SCRIPT_MESSAGES, textWithNumbers, userLanguage } from './messages';
import { showDialog, showSidebar } from './open-window';
import { countPending } from './register/pending-hint';
import { openRegister } from './register/register-sheet';
import { selectedAccounts } from './register/selection';
import { autoSendState, startAutoSend, stopAutoSend } from './requests/auto-send';
import { clearLastChange, readLastChange, undoRequests } from './requests/last-change';
import { sendCommandRequests } from './requests/send-commands';
import { sendPendingRows } from './requests/send-pending';
import type { ApiError, DialogView, SelectedRow, SendReport } from './script-api';
import { activateDuplicatesTab, findDuplicates } from './server/find-duplicates';
import { lastRefresh, refresh } from './server/refresh';
import { cachedTeam, fetchTeam, todayOf } from './server/team';

const APP_NAME = 'Hachi';
/** Accounts that one dialog handles: as many as one call. */
const MAX_ACCOUNTS = 200;
/** Seconds. */
const TOAST_SECONDS = 8;

export const addMenu = (): void => {
  const language = userLanguage();
  const ui = SpreadsheetApp.getUi();
  const menu = ui.createMenu(APP_NAME);
  const item = (key: keyof typeof MENU_LABELS, functionName: string): void =>
    void menu.addItem(MENU_LABELS[key][language], functionName);
  item('changeStatus', 'menuChangeStatus');
  item('logContact', 'menuLogContact');
  item('recordCheck', 'menuRecordCheck');
  menu.addSeparator();
  item('lookUp', 'menuLookUp');
  item('register', 'menuRegister');
  item('open', 'menuOpenAccount');
  item('history', 'menuHistory');
  menu.addSeparator();
  item('send', 'menuSend');
  item('refresh', 'menuRefresh');
  item('undo', 'menuUndo');
  menu.addSeparator();
  item('import', 'menuImport');
  item('leads', 'menuLeads');
  item('duplicates', 'menuDuplicates');
  item('auto', 'menuAutoSend');
  item('help', 'menuHelp');
  item('about', 'menuAbout');
  menu.addToUi();
};

const showAlert = (message: Text): void => {
  SpreadsheetApp.getUi().alert(APP_NAME, message[userLanguage()], SpreadsheetApp.getUi().ButtonSet.OK);
};

const showToast = (message: Text): void =>
  SpreadsheetApp.getActiveSpreadsheet().toast(message[userLanguage()], APP_NAME, TOAST_SECONDS);

const askYesNo = (question: Text): boolean => {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(APP_NAME, question[userLanguage()], ui.ButtonSet.YES_NO) === ui.Button.YES;
};

const showError = ({ message }: ApiError): void => showAlert(message);

/** For the rows that are selected, whatever is done with them while the dialog is open. */
export const openDialogForSelection = (view: DialogView): void => {
  const selected = selectedAccounts();
  if (selected === null || selected.rows.length + selected.hidden.length === 0) {
    showAlert(SCRIPT_MESSAGES.selectAccounts);
    return;
  }
  const { rows, hidden, otherRows } = selected;
  if (rows.length > MAX_ACCOUNTS) {
    showAlert(SCRIPT_MESSAGES.tooMany);
    return;
  }
  openDialogFor(view, { rows, hidden, otherRows });
};

export const openDialogFor = (
  view: DialogView,
  {
    rows = [],
    hidden = [],
    otherRows = 0,
    to = null,
    name = '',
  }: Partial<{
    rows: readonly SelectedRow[];
    hidden: readonly SelectedRow[];
    otherRows: number;
    to: SelectedRow['status'] | null;
    name: string;
  }> = {},
): void =>
  showDialog({
    view,
    language: userLanguage(),
    today: todayOf(cachedTeam()),
    rows,
    hidden,
    otherRows,
    to,
    name,
  });

export const openSidebar = (tab: 'account' | 'history'): void => showSidebar(userLanguage(), tab);

/** What lacks data is asked for at once. */
export const sendFromMenu = (): void => {
  showToast(text('送信しています…', 'Sending…'));
  const report = sendPendingRows({ channel: 'menu', drafts: true });
  if ('error' in report) showError(report.error);
  else showSendReport(report.value);
};

const showSendReport = ({ message, missingData }: SendReport): void => {
  showToast(message);
  if (missingData !== null) openDialogFor('changeStatus', { rows: [missingData.row], to: missingData.to });
};

export const refreshFromMenu = (): void => {
  showToast(text('台帳を更新しています…', 'Refreshing the register…'));
  let answer = refresh();
  if ('error' in answer && answer.error.code === 'REGISTER_RESTORED') {
    const { message } = answer.error;
    const question = text(
      `${message.ja}\n\n待っている申請を捨てて、台帳をすべて最新にしますか?`,
      `${message.en}\n\nDrop the waiting requests and refresh the whole register?`,
    );
    if (!askYesNo(question)) return;
    answer = refresh(true);
  }
  if ('error' in answer) showError(answer.error);
  else showToast(refreshMessage(answer.value));
};

const refreshMessage = ({ written, appended, pending, toCheck }: LayoutAnswer): Text => {
  const parts: [string, string, number][] = [
    ['更新 {n} 行', '{n} rows updated', written],
    ['追加 {n} 行', '{n} added', appended],
    ['未送信 {n} 件', '{n} not sent', pending],
    ['要確認 {n} 件(「要確認」のシート)', '{n} to check (see the tab "To check")', toCheck],
  ];
  const told = parts.filter(([, , n]) => n > 0).map(([ja, en, n]) => textWithNumbers(ja, en, { n }));
  return told.length === 0
    ? text('台帳は最新です。', 'The register is up to date.')
    : text(told.map(({ ja }) => ja).join('・'), told.map(({ en }) => en).join(', '));
};

export const duplicatesFromMenu = (): void => {
  showToast(text('重複を調べています…', 'Looking for duplicates…'));
  const answer = findDuplicates((read) =>
    showToast(
      textWithNumbers('重複を調べています… {read} 社', 'Looking for duplicates… {read} accounts', { read }),
    ),
  );
  if ('error' in answer) {
    showError(answer.error);
    return;
  }
  const { number, likely, name } = answer.value.groups;
  activateDuplicatesTab();
  showToast(
    number + likely + name === 0
      ? text('重複候補はありません。', 'No possible duplicates.')
      : textWithNumbers(
          '重複候補:同じ法人番号 {number} 組・おそらく同じ {likely} 組・同名 {name} 組',
          'Possible duplicates: {number} with one number, {likely} likely, {name} of one name',
          { number, likely, name },
        ),
  );
};

export const undoFromMenu = (): void => {
  const changes = readLastChange();
  if (changes.length === 0) {
    showAlert(SCRIPT_MESSAGES.nothingToUndo);
    return;
  }
  const names = changes.flatMap(({ name }) => (name === '' ? [] : [name]));
  const what = names.length > 0 ? names.join(', ') : '';
  const question = textWithNumbers(
    what === '' ? '直前の変更 {n} 件を元に戻しますか?' : `直前の変更を元に戻しますか?\n${what}`,
    what === '' ? 'Take back your last change of {n} accounts?' : `Take back your last change?\n${what}`,
    { n: changes.length },
  );
  if (!askYesNo(question)) return;
  const answer = sendCommandRequests(undoRequests(changes), 'menu');
  if ('error' in answer) {
    showError(answer.error);
    return;
  }
  clearLastChange();
  const refused = answer.value.flatMap((result) => ('refusal' in result ? result : []));
  const done = textWithNumbers('{n} 件を元に戻しました。', '{n} taken back.', {
    n: answer.value.length - refused.length,
  });
  if (refused.length === 0) {
    showToast(done);
    return;
  }
  const lines = (language: keyof Text): string =>
    refused
      .slice(0, MAX_LINES)
      .map(({ refusal, row }) => `${row?.name ?? ''}: ${refusal.message[language]}`)
      .join('\n');
  showAlert(text(`${done.ja}\n${lines('ja')}`, `${done.en}\n${lines('en')}`));
};

const MAX_LINES = 10;

export const autoSendFromMenu = (): void => {
  const { installer, mine } = autoSendState();
  if (mine) {
    const stop = text(
      'あなたの名前で10分ごとに未送信の申請を送っています。止めますか?',
      'Requests are sent every 10 minutes in your name. Stop it?',
    );
    if (askYesNo(stop)) stopAutoSend();
    return;
  }
  const others =
    installer === null
      ? text('', '')
      : text(
          `\n(いまは ${installer} の名前で送られています。)`,
          `\n(Now they are sent in the name of ${installer}.)`,
        );
  const start = text(
    `未送信の申請を、10分ごとにあなたの名前で送りますか? スマートフォンでの編集も送られます。マネージャーの承認が必要なことは行いません。${others.ja}`,
    `Send pending requests every 10 minutes in your name? Edits on phones are sent, too. Nothing that needs a manager is done.${others.en}`,
  );
  if (!askYesNo(start)) return;
  startAutoSend();
  showToast(text('自動送信を始めました。', 'Automatic sending has begun.'));
};

export const helpFromMenu = (): void => {
  const tab = SpreadsheetApp.getActiveSpreadsheet().getSheetById(HELP_TAB);
  if (tab === null) showAlert(SCRIPT_MESSAGES.noHelp);
  else tab.activate();
};

/** Who you are, how far the sheet is, who sends: what a colleague asks for on the phone. */
export const aboutFromMenu = (): void => {
  const asked = fetchTeam();
  const unsent = countPending();
  const { installer, lastRun } = autoSendState();
  const synced = lastRefresh();
  const zone = cachedTeam()?.zone ?? 'Asia/Tokyo';
  const at = (instant: string | null, never: string): string =>
    instant === null ? never : Utilities.formatDate(new Date(instant), zone, 'yyyy-MM-dd HH:mm');
  const server = 'error' in asked ? asked.error.message : text('接続できます', 'reachable');
  const you =
    'error' in asked
      ? Session.getEffectiveUser().getEmail()
      : `${asked.value.you.name} <${asked.value.you.email}>`;
  const statuses = Object.keys(STATUS).length;
  showAlert(
    text(
      [
        `Hachi — ${statuses}つのアカウントステータス`,
        `あなた: ${you}`,
        `サーバー: ${server.ja}`,
        `最終更新: ${at(synced, 'まだありません')}`,
        `未送信: ${unsent} 件`,
        `自動送信: ${installer === null ? 'なし' : `${installer}(最終 ${at(lastRun, 'まだありません')})`}`,
        `台帳の列: ${openRegister() === null ? '見つかりません' : '正常'}`,
      ].join('\n'),
      [
        `Hachi — ${statuses} account statuses`,
        `You: ${you}`,
        `Server: ${server.en}`,
        `Last sync: ${at(synced, 'not yet')}`,
        `Not sent: ${unsent}`,
        `Automatic sending: ${installer === null ? 'off' : `${installer} (last ${at(lastRun, 'not yet')})`}`,
        `Columns of the register: ${openRegister() === null ? 'missing' : 'fine'}`,
      ].join('\n'),
    ),
  );
};
