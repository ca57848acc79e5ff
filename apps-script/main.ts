/** Everything that Google Sheets calls: triggers, menu items, and what the sidebar and the dialogs ask for. */

import type { CommandRequest } from '../functions/contract/commands';
import { classifyRow } from '../functions/domain/register/classify-row';
import { isReservedTab } from '../functions/domain/register/tabs';
import type { Status } from '../functions/domain/status/statuses';
import * as menu from './menu';
import { activeSpreadsheet } from './register/active-spreadsheet';
import { countPending } from './register/count-pending';
import { registerColumns } from './register/register-columns';
import { openRegister, readRowsAt } from './register/register-sheet';
import { selectAccountRow } from './register/select-account';
import { accountInRow, selectionState } from './register/selection';
import { autoSendState, runAutoSend, startAutoSend, stopAutoSend } from './requests/auto-send';
import { ownAddress } from './requests/editor-identity';
import { handleEdit } from './requests/handle-edit';
import { countOwnPending } from './requests/own-pending';
import { resolveCopiedRow } from './requests/resolve-copy';
import { sendCommandRequests } from './requests/send-commands';
import { sendPendingRows } from './requests/send-pending';
import type {
  AccountView,
  DialogView,
  Result,
  ScriptApi,
  SelectedRow,
  SendReport,
  SheetFacts,
  SidebarState,
} from './script-api';
import { callFunction } from './server/call-function';
import { lastRefresh, refresh } from './server/refresh';
import { fetchTeam } from './server/team';

export function onOpen(): void {
  menu.addMenu();
}

export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  handleEdit(event);
}

/** What the clock trigger calls that somebody has installed by the menu. */
export function onSchedule(): void {
  runAutoSend();
}

export function menuChangeStatus(): void {
  menu.openDialogForSelection('changeStatus');
}

export function menuLogContact(): void {
  menu.openDialogForSelection('logContact');
}

export function menuRecordCheck(): void {
  menu.openDialogForSelection('recordCheck');
}

export function menuLookUp(): void {
  menu.openDialogFor('lookUp');
}

export function menuRegister(): void {
  menu.openDialogFor('register');
}

export function menuImport(): void {
  menu.openLists('import');
}

export function menuLeads(): void {
  menu.openLists('leads');
}

export function menuDuplicates(): void {
  menu.openMaintenance('duplicates');
}

export function menuCheck(): void {
  menu.openMaintenance('check');
}

export function menuHandOver(): void {
  menu.openDecisions('handOver');
}

export function menuApprovals(): void {
  menu.openDecisions('approvals');
}

export function menuBadFitReviews(): void {
  menu.openDecisions('badFitReviews');
}

export function menuBadFitSample(): void {
  menu.openDecisions('badFitSample');
}

export function menuMembers(): void {
  menu.openTeamPage('members');
}

export function menuSettings(): void {
  menu.openTeamPage('settings');
}

export function menuReports(): void {
  menu.openReports();
}

export function menuOpenAccount(): void {
  menu.openSidebar('account');
}

export function menuHistory(): void {
  menu.openSidebar('history');
}

export function menuSend(): void {
  menu.sendFromMenu();
}

export function menuRefresh(): void {
  menu.refreshFromMenu();
}

export function menuRefreshQueue(): void {
  menu.refreshQueueFromMenu();
}

export function menuUndo(): void {
  menu.openMaintenance('undo');
}

export function menuAutoSend(): void {
  menu.openMaintenance('autoSend');
}

export function menuHelp(): void {
  menu.helpFromMenu();
}

export function menuAbout(): void {
  menu.openMaintenance('about');
}

export function sidebarState(): Result<SidebarState> {
  return { value: { selection: selectionState(), pending: countOwnPending() } };
}

export function readAccount(id: string, before: number | null): Result<AccountView> {
  const account = callFunction('account', 'GET', {
    query: before === null ? { id } : { id, before },
  });
  if ('error' in account) return account;
  const answer = fetchTeam();
  if ('error' in answer) return answer;
  const { team, you } = answer.value;
  return { value: { ...account.value, members: team.members, today: team.today, zone: team.zone, you } };
}

export function readTeam(): ReturnType<ScriptApi['readTeam']> {
  const answer = fetchTeam();
  if ('error' in answer) return answer;
  const { team, you } = answer.value;
  return { value: { members: team.members, today: team.today, you } };
}

export function sendCommands(
  requests: readonly CommandRequest[],
  channel: 'menu' | 'sidebar',
): ReturnType<typeof sendCommandRequests> {
  return sendCommandRequests(requests, channel);
}

/** Sends what waits, but no drafts: somebody may still be typing the company. */
export function sendPending(): Result<SendReport> {
  const report = sendPendingRows({ channel: 'sidebar', drafts: false });
  // A toast, so that a person who looks at the cells and not at the sidebar sees the result of a block, or that something came back.
  if ('value' in report && (report.value.refused > 0 || report.value.accepted > 1))
    menu.showToast(report.value.message);
  return report;
}

export function registerDraft(row: number, name: string, mark: string | null): Result<SendReport> {
  return sendPendingRows({ channel: 'sidebar', drafts: true, draft: { row, name, mark } });
}

export function goTo(id: string, words?: string): Result<boolean> {
  if (words) menu.showToast({ ja: words, en: words });
  return selectAccountRow(id);
}

export function resolveCopy(row: number, how: 'draft' | 'remove', id: string): Result<boolean> {
  return resolveCopiedRow(row, how, id);
}

/** Calls of the functions that write no row from here; what is asked and answered is the window's own matter. */
export { callFunction };

export function refreshRows(): ReturnType<ScriptApi['refreshRows']> {
  return refresh();
}

export function sheetFacts(): Result<SheetFacts> {
  return {
    value: {
      address: ownAddress(),
      refreshedAt: lastRefresh(),
      pending: countPending(),
      hasColumns: openRegister() !== null,
      claims: ScriptApp.getIdentityToken()?.split('.')[1] ?? '',
      autoSend: autoSendState(),
    },
  };
}

export function setAutoSend(on: boolean): Result<boolean> {
  if (on) startAutoSend();
  else stopAutoSend();
  return { value: on };
}

export function activateTab(sheetId: number): Result<boolean> {
  return { value: menu.goToTab(sheetId) };
}

export function listTabs(): Result<string[]> {
  const tabs = activeSpreadsheet().getSheets();
  return { value: tabs.filter((tab) => !isReservedTab(tab.getSheetId())).map((tab) => tab.getName()) };
}

export function openDialog(
  view: DialogView,
  ids: readonly string[],
  to: Status | null,
  name: string,
): Result<boolean> {
  menu.openDialogFor(view, { rows: selectedRowsById(ids), to, name });
  return { value: true };
}

const selectedRowsById = (ids: readonly string[]): SelectedRow[] => {
  const register = ids.length === 0 ? null : openRegister();
  if (register === null) return [];
  const columns = registerColumns(register);
  const places = ids.flatMap((id) => columns.topmostRow(id) || []);
  return readRowsAt(register, places).flatMap((row) => accountInRow(row, classifyRow(row, columns)) || []);
};
