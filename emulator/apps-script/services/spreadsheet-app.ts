/** `SpreadsheetApp`. */
import { CRITERIA, newDataValidation } from './data-validation';
import { asGoogle, type Emulates, emulates } from './emulated';
import { callHost, scriptException } from './host-bridge';
import { newSpreadsheet } from './object-factories';
import { makeUi } from './ui';

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
    return requireActive(this.active.getActiveRange());
  }
  getActiveRangeList(): RangeList {
    return requireActive(this.active.getActiveRangeList());
  }
  getCurrentCell(): Range {
    return requireActive(this.active.getCurrentCell());
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
    callHost('SpreadsheetApp.openById', String(id));
    return newSpreadsheet(String(id));
  }
  flush(): void {
    callHost('SpreadsheetApp.flush');
  }
  getUi(): GoogleAppsScript.Base.Ui {
    callHost('SpreadsheetApp.getUi');
    return makeUi();
  }
  newDataValidation(): GoogleAppsScript.Spreadsheet.DataValidationBuilder {
    return newDataValidation();
  }
}

function requireActive<T>(active: T | null): T {
  if (active === null) throw scriptException('There is no active range.');
  return active;
}

emulates('SpreadsheetApp', LocalSpreadsheetApp);

export const makeSpreadsheetApp = (spreadsheetId: string): SpreadsheetApp =>
  asGoogle<SpreadsheetApp>(new LocalSpreadsheetApp(newSpreadsheet(spreadsheetId)));
