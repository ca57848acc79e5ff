/** What the script keeps beside the spreadsheet, for everybody who has it open: no cell and no copy of a tab has it. */
export const documentProperties = (): GoogleAppsScript.Properties.Properties =>
  PropertiesService.getDocumentProperties();
