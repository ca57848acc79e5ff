/** Opens the sidebar and the dialogs. */

import { dialogTitle, SIDEBAR_TITLE } from './messages';
import type {
  DecisionsInput,
  DialogInput,
  Language,
  ListsInput,
  MaintenanceInput,
  ReportsInput,
  SidebarInput,
  TeamPageInput,
} from './script-api';

/** Pixels. */
const DIALOG_WIDTH = 600;
const DIALOG_HEIGHT = 620;

type WindowInput =
  | DecisionsInput
  | DialogInput
  | ListsInput
  | MaintenanceInput
  | ReportsInput
  | TeamPageInput;

/** The page finds it in an attribute: the template escapes it. */
const renderPage = (file: string, input: WindowInput | SidebarInput): GoogleAppsScript.HTML.HtmlOutput => {
  const template = HtmlService.createTemplateFromFile(file);
  template.input = JSON.stringify(input);
  return template.evaluate();
};

export const showSidebar = (input: SidebarInput): void => {
  const output = renderPage('windows/sidebar', input);
  SpreadsheetApp.getUi().showSidebar(output.setTitle(SIDEBAR_TITLE[input.language]));
};

const showModal = (file: string, input: WindowInput): void => {
  const output = renderPage(file, input).setWidth(DIALOG_WIDTH).setHeight(DIALOG_HEIGHT);
  SpreadsheetApp.getUi().showModalDialog(output, dialogTitle(input.view, input.language));
};

export const showDialog = (input: DialogInput): void => showModal('windows/dialog', input);

export const showLists = (input: ListsInput): void => showModal('windows/lists', input);

export const showMaintenance = (input: MaintenanceInput): void => showModal('windows/maintenance', input);

export const showTeamPage = (input: TeamPageInput): void => showModal('windows/team', input);

export const showDecisions = (input: DecisionsInput): void => showModal('windows/decisions', input);

export const showReports = (language: Language): void =>
  showModal('windows/reports', { view: 'reports', language });
