/** Opens the sidebar and the dialogs. */
import type { DialogGiven, SidebarGiven } from './told';
import { type Language, TITLES } from './words';

/** Pixels. */
const WIDTH = 600;
const HEIGHT = 620;

/** The page finds it in an attribute: the template escapes it. */
const page = (file: string, given: DialogGiven | SidebarGiven): GoogleAppsScript.HTML.HtmlOutput => {
  const template = HtmlService.createTemplateFromFile(file);
  template.given = JSON.stringify(given);
  return template.evaluate();
};

export const showSidebar = (language: Language, tab: SidebarGiven['tab']): void => {
  const output = page('windows/sidebar', { language, tab });
  SpreadsheetApp.getUi().showSidebar(output.setTitle(TITLES.sidebar[language]));
};

export const showDialog = (given: DialogGiven): void => {
  const output = page('windows/dialog', given).setWidth(WIDTH).setHeight(HEIGHT);
  SpreadsheetApp.getUi().showModalDialog(output, TITLES[given.view][given.language]);
};
