/** The menu of the sheet, and what each item does. */
import { HELP_TAB } from '../functions/domain/register/tabs';
import { STATUS } from '../functions/domain/status/statuses';
import type { Text } from '../functions/domain/text/text';
import {
  aboutMessage,
  checkMessage,
  checkProgress,
  dropRequestsQuestion,
  duplicatesMessage,
  duplicatesProgress,
  MENU_MESSAGES,
  refreshMessage,
  startAutoSendQuestion,
  undoneMessage,
  undoQuestion,
} from './menu-messages';
import { MENU_LABELS, SCRIPT_MESSAGES, userLanguage } from './messages';
import { showDialog, showSidebar } from './open-window';
import { countPending } from './register/pending-hint';
import { openRegister } from './register/register-sheet';
import { selectedAccounts } from './register/selection';
import { autoSendState, startAutoSend, stopAutoSend } from './requests/auto-send';
import { rememberPerson } from './requests/editor-identity';
import { clearLastChange, readLastChange, undoRequests } from './requests/last-change';
import { sendCommandRequests } from './requests/send-commands';
import { sendPendingRows } from './requests/send-pending';
import type { ApiError, DialogView, SelectedRow, SendReport } from './script-api';
import { checkStore } from './server/check-store';
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
  item('check', 'menuCheck');
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

export const openSidebar = (tab: 'account' | 'history'): void => {
  rememberPerson();
  showSidebar(userLanguage(), tab);
};

/** What lacks data is asked for at once. */
export const sendFromMenu = (): void => {
  rememberPerson();
  showToast(MENU_MESSAGES.sending);
  const report = sendPendingRows({ channel: 'menu', drafts: true });
  if ('error' in report) showError(report.error);
  else showSendReport(report.value);
};

const showSendReport = ({ message, missingData }: SendReport): void => {
  showToast(message);
  if (missingData !== null) openDialogFor('changeStatus', { rows: [missingData.row], to: missingData.to });
};

export const refreshFromMenu = (): void => {
  showToast(MENU_MESSAGES.refreshing);
  let answer = refresh();
  if ('error' in answer && answer.error.code === 'REGISTER_RESTORED') {
    if (!askYesNo(dropRequestsQuestion(answer.error.message))) return;
    answer = refresh(true);
  }
  if ('error' in answer) showError(answer.error);
  else showToast(refreshMessage(answer.value));
};

export const duplicatesFromMenu = (): void => {
  showToast(MENU_MESSAGES.searchingDuplicates);
  const answer = findDuplicates((read) => showToast(duplicatesProgress(read)));
  if ('error' in answer) {
    showError(answer.error);
    return;
  }
  activateDuplicatesTab();
  showToast(duplicatesMessage(answer.value.groups));
};

/** What it finds is for whoever runs the functions: each finding is one line. */
export const checkFromMenu = (): void => {
  showToast(MENU_MESSAGES.checking);
  const answer = checkStore((read) => showToast(checkProgress(read)));
  if ('error' in answer) showError(answer.error);
  else showAlert(checkMessage(answer.value, MAX_LINES));
};

export const undoFromMenu = (): void => {
  const changes = readLastChange();
  if (changes.length === 0) {
    showAlert(SCRIPT_MESSAGES.nothingToUndo);
    return;
  }
  const names = changes.flatMap(({ name }) => (name === '' ? [] : [name]));
  if (!askYesNo(undoQuestion(changes.length, names))) return;
  const answer = sendCommandRequests(undoRequests(changes), 'menu');
  if ('error' in answer) {
    showError(answer.error);
    return;
  }
  clearLastChange();
  const refusals = answer.value.flatMap((result) =>
    'refusal' in result ? { name: result.row?.name ?? '', reason: result.refusal.message } : [],
  );
  const message = undoneMessage(answer.value.length - refusals.length, refusals.slice(0, MAX_LINES));
  if (refusals.length === 0) showToast(message);
  else showAlert(message);
};

const MAX_LINES = 10;

export const autoSendFromMenu = (): void => {
  const { installer, mine } = autoSendState();
  if (mine) {
    if (askYesNo(MENU_MESSAGES.stopAutoSend)) stopAutoSend();
    return;
  }
  if (!askYesNo(startAutoSendQuestion(installer))) return;
  startAutoSend();
  showToast(MENU_MESSAGES.autoSendBegun);
};

export const helpFromMenu = (): void => {
  const tab = SpreadsheetApp.getActiveSpreadsheet().getSheetById(HELP_TAB);
  if (tab === null) showAlert(SCRIPT_MESSAGES.noHelp);
  else tab.activate();
};

/** Who you are, how far the sheet is, who sends: what a colleague asks for on the phone. */
export const aboutFromMenu = (): void => {
  const answer = fetchTeam();
  const { installer, lastRun } = autoSendState();
  const zone = cachedTeam()?.zone ?? 'Asia/Tokyo';
  const inZone = (instant: string | null): string | null =>
    instant === null ? null : Utilities.formatDate(new Date(instant), zone, 'yyyy-MM-dd HH:mm');
  showAlert(
    aboutMessage({
      statuses: Object.keys(STATUS).length,
      you:
        'error' in answer
          ? Session.getEffectiveUser().getEmail()
          : `${answer.value.you.name} <${answer.value.you.email}>`,
      serverProblem: 'error' in answer ? answer.error.message : null,
      refreshedAt: inZone(lastRefresh()),
      pending: countPending(),
      autoSend: installer === null ? null : { installer, lastRun: inZone(lastRun) },
      hasColumns: openRegister() !== null,
    }),
  );
};
