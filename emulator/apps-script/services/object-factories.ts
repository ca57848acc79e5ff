/**
 * Makes ranges, sheets and spreadsheets. Each of them leads to the others (a range to its sheet, a sheet to its spreadsheet),
 * so that their classes are connected here when the services are installed, and import only this file.
 */
import type { RangeAddress, Selection } from '../protocol';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

export interface ObjectFactories {
  spreadsheet(spreadsheetId: string): Spreadsheet;
  sheet(spreadsheetId: string, sheetId: number): Sheet;
  range(address: RangeAddress): Range;
  rangeList(addresses: RangeAddress[]): RangeList;
}

let factories: ObjectFactories;

export function connectFactories(connected: ObjectFactories): void {
  factories = connected;
}

export const newSpreadsheet = (spreadsheetId: string): Spreadsheet => factories.spreadsheet(spreadsheetId);
export const newSheet = (spreadsheetId: string, sheetId: number): Sheet =>
  factories.sheet(spreadsheetId, sheetId);
export const newRange = (address: RangeAddress): Range => factories.range(address);
export const newRangeList = (addresses: RangeAddress[]): RangeList => factories.rangeList(addresses);

/** The address of a range that a script passes as an argument. */
export const addressOfRange = (range: Range): RangeAddress => ({
  spreadsheetId: range.getSheet().getParent().getId(),
  sheetId: range.getGridId(),
  row: range.getRow(),
  column: range.getColumn(),
  rows: range.getNumRows(),
  columns: range.getNumColumns(),
});

export const activeRange = ({ ranges }: Selection): Range | null => {
  const last = ranges[ranges.length - 1];
  return last ? newRange(last) : null;
};
export const activeRangeList = ({ ranges }: Selection): RangeList | null =>
  ranges.length > 0 ? newRangeList(ranges) : null;
