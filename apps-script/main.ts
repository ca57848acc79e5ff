/** Everything that Google Sheets calls: triggers, menu items, and what the sidebar and the dialogs ask for. */
export function onOpen(): void {
  SpreadsheetApp.getUi().createMenu('Hachi').addItem('このシートについて', 'menuAbout').addToUi();
}

export function menuAbout(): void {
  SpreadsheetApp.getUi().alert('Hachi');
}
