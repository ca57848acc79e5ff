let active: GoogleAppsScript.Spreadsheet.Spreadsheet | undefined;

/** The spreadsheet that the script belongs to, asked for once in an execution. */
export const activeSpreadsheet = (): GoogleAppsScript.Spreadsheet.Spreadsheet => {
  active = active ?? SpreadsheetApp.getActiveSpreadsheet();
  return active;
};
