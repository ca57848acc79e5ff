/** The content of a line of a spreadsheet's journal, and the check of a line that was read. */
import type { Book, WorkbookTab } from './model';
import { isPlainObject } from './plain-object';
import { areSharedObjects, type CodedRow, isCodedRow, type SharedObjects } from './row-codec';

export interface TabRecord {
  sheetId: number;
  settings?: Omit<WorkbookTab, 'rows'>;
  /** [index, number of removed rows, inserted rows]. */
  splice?: [number, number, CodedRow[]];
  rows?: [number, CodedRow][];
}

export interface JournalRecord {
  /** Everything except the tabs, where that has changed. */
  book?: Omit<Book, 'tabs'>;
  /** Sheet IDs in the order of the tab strip. */
  order: number[];
  tabs: TabRecord[];
  shared: SharedObjects;
}

const isIndex = (value: unknown): boolean => Number.isSafeInteger(value);
const isListOf = (list: unknown, isOne: (value: unknown) => boolean): boolean =>
  Array.isArray(list) && list.every(isOne);
const areTexts = (...values: unknown[]): boolean => values.every((value) => typeof value === 'string');

/** Checks only the outer form: Google's messages within were checked when they were received. */
const isBook = (book: unknown): boolean =>
  isPlainObject(book) &&
  isPlainObject(book.properties) &&
  areTexts(book.spreadsheetId, book.properties.title, book.properties.locale, book.properties.timeZone) &&
  isListOf(book.namedRanges, isPlainObject) &&
  isListOf(book.developerMetadata, isPlainObject);

const isPlainObjectOrNull = (value: unknown): boolean => value === null || isPlainObject(value);

const areSettings = (settings: unknown): boolean =>
  isPlainObject(settings) &&
  isPlainObject(settings.properties) &&
  isPlainObject(settings.properties.gridProperties) &&
  isIndex(settings.properties.sheetId) &&
  areTexts(settings.properties.title) &&
  isIndex(settings.properties.gridProperties.rowCount) &&
  isIndex(settings.properties.gridProperties.columnCount) &&
  isListOf(settings.rowProperties, isPlainObjectOrNull) &&
  isListOf(settings.columnProperties, isPlainObjectOrNull) &&
  [
    settings.merges,
    settings.protectedRanges,
    settings.conditionalFormats,
    settings.bandedRanges,
    settings.charts,
  ].every((list) => isListOf(list, isPlainObject)) &&
  [settings.rowGroups, settings.columnGroups, settings.tables, settings.filterViews].every(
    (list) => list === undefined || isListOf(list, isPlainObject),
  ) &&
  (settings.basicFilter === undefined || isPlainObject(settings.basicFilter));

const isSplice = (splice: unknown): boolean =>
  Array.isArray(splice) && isIndex(splice[0]) && isIndex(splice[1]) && isListOf(splice[2], isCodedRow);

const isChangedRow = (row: unknown): boolean => Array.isArray(row) && isIndex(row[0]) && isCodedRow(row[1]);

const isTabRecord = (tab: unknown): boolean =>
  isPlainObject(tab) &&
  isIndex(tab.sheetId) &&
  (tab.settings === undefined || areSettings(tab.settings)) &&
  (tab.splice === undefined || isSplice(tab.splice)) &&
  (tab.rows === undefined || isListOf(tab.rows, isChangedRow));

export const isJournalRecord = (record: unknown): record is JournalRecord =>
  isPlainObject(record) &&
  (record.book === undefined || isBook(record.book)) &&
  isListOf(record.order, isIndex) &&
  isListOf(record.tabs, isTabRecord) &&
  areSharedObjects(record.shared);
