/** Opens the sidebar and the dialogs. */

import { WINDOW_TITLES } from './messages';
import type { DialogInput, Language, SidebarInput } from './script-api';

/** Pixels. */
const DIALOG_WIDTH = 600;
const DIALOG_HEIGHT = 620;

/** The page finds it in an attribute: the template escapes it. */
const renderPage = (file: string, given: DialogInput | SidebarInput): GoogleAppsScript.HTML.HtmlOutput => {
  const template = HtmlService.createTemplateFromFile(file);
  template.input = JSON.stringify(given);
  return template.evaluate();
};

export const showSidebar = (language: Language, tab: SidebarInput['tab']): void => {
  const output = renderPage('windows/sidebar', { language, tab });
  SpreadsheetApp.getUi().showSidebar(output.setTitle(WINDOW_TITLES.sidebar[language]));
};

export const showDialog = (given: DialogInput): void => {
  const output = renderPage('windows/dialog', given).setWidth(DIALOG_WIDTH).setHeight(DIALOG_HEIGHT);
  SpreadsheetApp.getUi().showModalDialog(output, WINDOW_TITLES[given.view][given.language]);
};
