/** `SpreadsheetApp`. */
import { CRITERIA, newDataValidation } from './data-validation';
import { type Emulates, emulates, google } from './emulated';
import { call, exception } from './server';
import { spreadsheetOf } from './spreadsheet';
import { ui } from './ui';

type SpreadsheetApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

class LocalSpreadsheetApp implements Emulates<LocalSpreadsheetApp, SpreadsheetApp> {
  constructor(private readonly active: Spreadsheet) {}

  get DataValidationCriteria() {
    return CRITERIA;
  }
  getActive(): Spreadsheet {
    return this.active;
  }
  getActiveSpreadsheet(): Spreadsheet {
    return this.active;
  }
  getActiveSheet(): Sheet {
    return this.active.getActiveSheet();
  }
  getActiveRange(): Range {
    return found(this.active.getActiveRange());
  }
  getActiveRangeList(): RangeList {
    return found(this.active.getActiveRangeList());
  }
  getCurrentCell(): Range {
    return found(this.active.getCurrentCell());
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setActiveRangeList(list: RangeList): RangeList {
    return this.active.setActiveRangeList(list);
  }
  openById(id: string): Spreadsheet {
    call('SpreadsheetApp.openById', String(id));
    return spreadsheetOf(String(id));
  }
  flush(): void {
    call('SpreadsheetApp.flush');
  }
  getUi(): GoogleAppsScript.Base.Ui {
    call('SpreadsheetApp.getUi');
    return ui();
  }
  newDataValidation(): GoogleAppsScript.Spreadsheet.DataValidationBuilder {
    return newDataValidation();
  }
}

function found<T>(active: T | null): T {
  if (active === null) throw exception('There is no active range.');
  return active;
}

emulates('SpreadsheetApp', LocalSpreadsheetApp);

export const makeSpreadsheetApp = (spreadsheetId: string): SpreadsheetApp =>
  google<SpreadsheetApp>(new LocalSpreadsheetApp(spreadsheetOf(spreadsheetId)));
