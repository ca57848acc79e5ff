let active: GoogleAppsScript.Spreadsheet.Spreadsheet | undefined;
let sheets: GoogleAppsScript.Spreadsheet.Sheet[] | undefined;

/** The spreadsheet that the script belongs to, asked for once in an execution. */
export const activeSpreadsheet = (): GoogleAppsScript.Spreadsheet.Spreadsheet => {
  active = active ?? SpreadsheetApp.getActiveSpreadsheet();
  return active;
};

/** Null where it has no such tab. All tabs are asked for once in an execution. */
export const sheetById = (sheetId: number): GoogleAppsScript.Spreadsheet.Sheet | null => {
  sheets = sheets ?? activeSpreadsheet().getSheets();
  return sheets.find((sheet) => sheet.getSheetId() === sheetId) ?? null;
};
