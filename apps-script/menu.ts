/** The menu of the sheet, and what each item does. */

import { HELP_TAB } from '../functions/domain/register/tabs';
import type { Text } from '../functions/domain/text/text';
import { dropRequestsQuestion, MENU_MESSAGES, queueMessage, refreshMessage } from './menu-messages';
import { MENU_LABELS, type MenuKey, SCRIPT_MESSAGES, userLanguage } from './messages';
import {
  showDecisions,
  showDialog,
  showLists,
  showMaintenance,
  showReports,
  showSidebar,
  showTeamPage,
} from './open-window';
import { activeSpreadsheet } from './register/active-spreadsheet';
import { isQueueScript } from './register/queue-rows';
import { selectedAccounts, selectedColumn } from './register/selection';
import { rememberPerson } from './requests/editor-identity';
import { sendPendingRows } from './requests/send-pending';
import type {
  ApiError,
  DecisionsView,
  DialogInput,
  DialogView,
  ListsView,
  MaintenanceView,
  SendReport,
  TeamPageView,
} from './script-api';
import { callFunction } from './server/call-function';
import { refresh } from './server/refresh';
import { cachedTeam, ownLanguage, todayOf } from './server/team';

const APP_NAME = 'Hachi';
/** Accounts that one dialog handles: as many as one call. */
const MAX_ACCOUNTS = 200;
/** Seconds. */
const TOAST_SECONDS = 8;

const GROUPS: readonly (readonly MenuKey[])[] = [
  ['changeStatus', 'logContact', 'recordCheck', 'handOver'],
  ['lookUp', 'register', 'openAccount', 'history'],
  ['send', 'refresh', 'undo'],
  ['import', 'leads', 'duplicates', 'check'],
  [
    'approvals',
    'badFitReviews',
    'badFitSample',
    'reports',
    'members',
    'settings',
    'autoSend',
    'help',
    'about',
  ],
];

/** The menu of the queue's spreadsheet: items about rows of the register, and about lists, stand in the register's menu only. */
const QUEUE_GROUPS: readonly (readonly MenuKey[])[] = [
  ['recordCheck', 'logContact', 'changeStatus', 'handOver'],
  ['lookUp', 'openAccount', 'history'],
  ['send', 'refreshQueue', 'undo'],
  ['approvals', 'badFitReviews', 'badFitSample', 'reports', 'members', 'settings', 'autoSend'],
];

export const addMenu = (): void => {
  const language = userLanguage();
  const menu = SpreadsheetApp.getUi().createMenu(APP_NAME);
  (isQueueScript() ? QUEUE_GROUPS : GROUPS).forEach((items, group) => {
    if (group > 0) menu.addSeparator();
    for (const item of items)
      menu.addItem(MENU_LABELS[item][language], `menu${item.charAt(0).toUpperCase()}${item.slice(1)}`);
  });
  menu.addToUi();
};

const showAlert = (message: Text): void => {
  SpreadsheetApp.getUi().alert(APP_NAME, message[ownLanguage()], SpreadsheetApp.getUi().ButtonSet.OK);
};

export const showToast = (message: Text): void =>
  activeSpreadsheet().toast(message[ownLanguage()], APP_NAME, TOAST_SECONDS);

const askYesNo = (question: Text): boolean => {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(APP_NAME, question[ownLanguage()], ui.ButtonSet.YES_NO) === ui.Button.YES;
};

const showError = ({ message }: ApiError): void => showAlert(message);

/** Opens a dialog for the selected accounts; it stays about them, whatever happens to their rows meanwhile. */
export const openDialogForSelection = (view: DialogView): void => {
  const selected = selectedAccounts();
  if (selected.rows.length + selected.hidden.length === 0) {
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

export const openDialogFor = (view: DialogView, over: Partial<DialogInput> = {}): void =>
  showDialog({
    ...{ view, language: ownLanguage(), today: todayOf(cachedTeam()) },
    ...{ rows: [], hidden: [], otherRows: 0, to: null, values: {}, part: '', name: '' },
    ...over,
  });

export const openLists = (view: ListsView): void =>
  showLists({ view, language: userLanguage(), today: todayOf(cachedTeam()) });

export const openMaintenance = (view: MaintenanceView): void =>
  showMaintenance({ view, language: ownLanguage() });

export const openTeamPage = (view: TeamPageView): void => showTeamPage({ view, language: ownLanguage() });

export const openDecisions = (view: DecisionsView): void => {
  const rows = view === 'handOver' ? selectedAccounts().rows : [];
  showDecisions({ view, language: ownLanguage(), rows });
};

export const openReports = (): void => showReports(userLanguage());

export const openSidebar = (tab: 'account' | 'history'): void => {
  rememberPerson();
  showSidebar({ language: ownLanguage(), tab, ...selectedColumn() });
};

/** Sends what waits, drafts too, and opens the form for data that is missing. */
export const sendFromMenu = (): void => {
  rememberPerson();
  showToast(MENU_MESSAGES.sending);
  const report = sendPendingRows({ channel: 'menu', drafts: true });
  if ('error' in report) showError(report.error);
  else showSendReport(report.value);
};

const showSendReport = ({ message, missingData }: SendReport): void => {
  showToast(message);
  if (missingData === null) return;
  const { row, retry } = missingData;
  openDialogFor(retry.form, {
    ...{ rows: [row], values: retry.values },
    ...('to' in retry ? { to: retry.to } : {}),
    ...('id' in retry ? { part: retry.id } : {}),
  });
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

export const refreshQueueFromMenu = (): void => {
  showToast(MENU_MESSAGES.refreshingQueue);
  const answer = callFunction('queue', 'POST', { body: {} });
  if ('error' in answer) showError(answer.error);
  else showToast(queueMessage(answer.value.listed));
};

export const helpFromMenu = (): void => {
  if (!goToTab(HELP_TAB)) showAlert(SCRIPT_MESSAGES.noHelp);
};

/** False where there is no such tab. */
export const goToTab = (sheetId: number): boolean => {
  const tab = activeSpreadsheet().getSheetById(sheetId);
  tab?.activate();
  return tab !== null;
};
