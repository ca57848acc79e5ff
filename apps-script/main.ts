/** Everything that Google Sheets calls: triggers, menu items, and what the sidebar and the dialogs ask for. */
import type {
  AccountAnswer,
  ImportAnswer,
  ImportBatch,
  LeadsAnswer,
  LookupAnswer,
} from '../functions/contract';
import { isOurTab } from '../functions/domain/register-tabs';
import type { Status } from '../functions/domain/statuses';
import { runAutomatic } from './automatic';
import { edited } from './edits';
import { type Ask, callFunction } from './functions';
import { give as giveWishes } from './give';
import * as menu from './menu';
import { refresh } from './refresh';
import { openRegister, readColumn, readScattered } from './register';
import * as rows from './rows';
import { accountOf, selectionState } from './selection';
import { sendUnsent as send } from './send';
import { askTeam } from './team';
import type {
  AccountTold,
  DialogView,
  ImportWish,
  LeadsWish,
  ScriptForWindows,
  SelectedRow,
  SendReport,
  SidebarState,
  Told,
  Wish,
} from './told';
import { countUnsent } from './unsent';

export function onOpen(): void {
  menu.makeMenu();
}

export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  edited(event);
}

/** Of the clock trigger that somebody installs by the menu. */
export function onSchedule(): void {
  runAutomatic();
}

export function menuChangeStatus(): void {
  menu.dialogOnSelection('changeStatus');
}

export function menuLogContact(): void {
  menu.dialogOnSelection('logContact');
}

export function menuRecordCheck(): void {
  menu.dialogOnSelection('recordCheck');
}

export function menuLookUp(): void {
  menu.openDialog('lookUp');
}

export function menuRegister(): void {
  menu.openDialog('register');
}

export function menuImport(): void {
  menu.openDialog('import');
}

export function menuLeads(): void {
  menu.openDialog('leads');
}

export function menuDuplicates(): void {
  menu.duplicatesFromMenu();
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

export function menuUndo(): void {
  menu.undoFromMenu();
}

export function menuAutomatic(): void {
  menu.automaticFromMenu();
}

export function menuHelp(): void {
  menu.helpFromMenu();
}

export function menuAbout(): void {
  menu.aboutFromMenu();
}

export function sidebarState(): Told<SidebarState> {
  return { told: { selection: selectionState(), unsent: countUnsent() } };
}

export function readAccount(id: string, before: number | null): Told<AccountTold> {
  const account = callFunction<AccountAnswer>('account', {
    query: before === null ? { id } : { id, before },
  });
  if ('trouble' in account) return account;
  const asked = askTeam();
  if ('trouble' in asked) return asked;
  const { team, you } = asked.told;
  return { told: { ...account.told, members: team.members, today: team.today, you } };
}

export function readTeam(): ReturnType<ScriptForWindows['readTeam']> {
  const asked = askTeam();
  if ('trouble' in asked) return asked;
  const { team, you } = asked.told;
  return { told: { members: team.members, today: team.today, you } };
}

export function give(wishes: readonly Wish[], channel: 'menu' | 'sidebar'): ReturnType<typeof giveWishes> {
  return giveWishes(wishes, channel);
}

/** Without drafts: a company is still being typed. */
export function sendUnsent(): Told<SendReport> {
  return send({ channel: 'sidebar', drafts: false });
}

export function registerDraft(row: number): Told<SendReport> {
  return send({ channel: 'sidebar', drafts: true, rows: [row] });
}

export function lookUp(query: string): Told<LookupAnswer> {
  return callFunction('lookup', { query: { q: query } });
}

export function goTo(id: string): Told<boolean> {
  return rows.goTo(id);
}

export function settleCopy(row: number, how: 'draft' | 'remove'): Told<boolean> {
  return rows.settleCopy(row, how);
}

export function importList({ text, ...wish }: ImportWish): Told<ImportAnswer> {
  const query = given(wish);
  const answer = callFunction<ImportAnswer>('import', { query, csv: text ?? '' });
  // What was imported is wanted in the register at once.
  if ('told' in answer && !wish.dryRun && answer.told.next === null) refresh();
  return answer;
}

export function readBatch(batch: string): Told<ImportBatch> {
  return callFunction('import', { query: { batch } });
}

/** Which of the leads in a list we know already; nothing is written. */
export function matchLeads({ text, ...wish }: LeadsWish): Told<LeadsAnswer> {
  return callFunction('leads', { query: given(wish), csv: text });
}

export function listTabs(): Told<string[]> {
  const tabs = SpreadsheetApp.getActiveSpreadsheet().getSheets();
  return { told: tabs.filter((tab) => !isOurTab(tab.getSheetId())).map((tab) => tab.getName()) };
}

export function undoImport(batch: string): ReturnType<ScriptForWindows['undoImport']> {
  const answer = callFunction<{ undone: number; finished: boolean }>('import', {
    query: { undo: batch },
    csv: '',
  });
  if ('trouble' in answer) return answer;
  const { undone, finished } = answer.told;
  if (finished) refresh();
  return { told: { undone, next: finished ? null : 0 } };
}

export function openDialog(
  view: DialogView,
  ids: readonly string[],
  to: Status | null,
  name: string,
): Told<boolean> {
  menu.openDialog(view, { rows: selectedById(ids), to, name });
  return { told: true };
}

/** A query has no word for what was left out. */
const given = (wish: Readonly<Record<string, string | number | boolean | null>>): Ask['query'] =>
  Object.fromEntries(
    Object.keys(wish).flatMap((key): [string, string | number | boolean][] => {
      const value = wish[key];
      return value === null || value === undefined ? [] : [[key, value]];
    }),
  );

const selectedById = (ids: readonly string[]): SelectedRow[] => {
  const register = ids.length === 0 ? null : openRegister();
  if (register === null) return [];
  const places = readColumn(register, 'id').flatMap((cell, index) =>
    ids.indexOf(String(cell)) >= 0 ? [register.headerRow + 1 + index] : [],
  );
  return readScattered(register, places).flatMap((row) => accountOf(register, row) ?? []);
};
