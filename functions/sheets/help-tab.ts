/** The help tab: statuses, matrix and moves, made from the rules; replaced where it says anything else. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { SHOWN_KEYS } from '../domain/register/column-keys';
import { SHOWN_COLUMNS } from '../domain/register/columns';
import { HELP_TAB } from '../domain/register/tabs';
import { type MatrixCell as Legality, MATRIX } from '../domain/status/matrix';
import { BIN_LABELS, MATRIX_CELL_TEXTS } from '../domain/status/matrix-texts';
import { STATUS_MEANINGS } from '../domain/status/status-meanings';
import { STATUS, STATUSES, type Status } from '../domain/status/statuses';
import { keysOf } from '../domain/status/table-keys';
import { transitionHelp } from '../domain/status/transition-help';
import type { Text } from '../domain/text/text';
import {
  colorStyle,
  differsFromCells,
  HEADER_FORMAT,
  numberCell,
  type SheetCell,
  type SheetsRequest,
  textCell,
} from './cells';
import { FIRST_DAY, HELP_SECTION_TITLES, HELP_TABLE_HEADS } from './help-tab-texts';
import type { TabContent } from './register-spreadsheet';
import { STATUS_COLOURS } from './status-colours';
import { allCellsRequest, columnRequests } from './whole-tab';

const LEGALITY_COLOURS: Readonly<Record<Legality, string>> = {
  L: '#ceead6',
  C: '#feefc3',
  M: '#e6d8f5',
  X: '#fad2cf',
  '-': '#ffffff',
};

const WRAPPED_FORMAT: sheets_v4.Schema$CellFormat = { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' };
const titleCell = (value: string): SheetCell => ({
  ...textCell(value),
  userEnteredFormat: { textFormat: { bold: true, fontSize: 12 } },
});
const colouredCell = (value: string, hex: string): SheetCell => ({
  ...textCell(value),
  userEnteredFormat: { ...WRAPPED_FORMAT, backgroundColorStyle: colorStyle(hex) },
});
const wrappedCell = (value: string): SheetCell => ({ ...textCell(value), userEnteredFormat: WRAPPED_FORMAT });

const helpCells = (language: keyof Text): SheetCell[][] => {
  const headCells = (heads: readonly Text[]): SheetCell[] =>
    heads.map((head) => ({ ...textCell(head[language]), userEnteredFormat: HEADER_FORMAT }));
  const statusCell = (status: Status): SheetCell =>
    colouredCell(STATUS[status].label[language], STATUS_COLOURS[status]);
  const numberedStatusCell = (status: Status): SheetCell =>
    colouredCell(`${STATUS[status].number} ${STATUS[status].label[language]}`, STATUS_COLOURS[status]);
  const legalityCell = (legality: Legality): SheetCell =>
    colouredCell(legality === '-' ? '–' : legality, LEGALITY_COLOURS[legality]);
  return [
    [titleCell(HELP_SECTION_TITLES.firstDay[language])],
    // The words stand in the wide column, as the conditions of the moves do.
    ...FIRST_DAY.map(([what, how], index) => [
      numberCell(index + 1),
      wrappedCell(what[language]),
      {},
      wrappedCell(how[language]),
    ]),
    [],
    [titleCell(HELP_SECTION_TITLES.statuses[language])],
    headCells(HELP_TABLE_HEADS.statuses),
    ...STATUSES.map((status) => [
      numberCell(STATUS[status].number),
      statusCell(status),
      wrappedCell(BIN_LABELS[STATUS[status].bin][language]),
      wrappedCell(STATUS_MEANINGS[status][language]),
    ]),
    [],
    [titleCell(HELP_SECTION_TITLES.moves[language])],
    headCells(HELP_TABLE_HEADS.moves),
    ...transitionHelp().map(({ from, to, cell, asks, note }) => [
      statusCell(from),
      statusCell(to),
      legalityCell(cell),
      wrappedCell(asks.map((guard) => guard[language]).join('\n')),
      wrappedCell(note?.[language] ?? ''),
    ]),
    [],
    [titleCell(HELP_SECTION_TITLES.matrix[language])],
    [{}, ...STATUSES.map(numberedStatusCell)],
    ...STATUSES.map((from) => [
      numberedStatusCell(from),
      ...STATUSES.map((to) => legalityCell(MATRIX[from][to])),
    ]),
    ...keysOf(MATRIX_CELL_TEXTS).map((legality) => [
      legalityCell(legality),
      textCell(MATRIX_CELL_TEXTS[legality][language]),
    ]),
    [],
    [titleCell(HELP_SECTION_TITLES.columns[language])],
    headCells(HELP_TABLE_HEADS.columns),
    ...SHOWN_KEYS.map((key) => [
      textCell(SHOWN_COLUMNS[key].label[language]),
      textCell(SHOWN_COLUMNS[key].note[language].replaceAll('\n', ' ')),
    ]),
  ];
};

/** Widths in pixels. */
const COLUMNS = [150, 150, 150, 420, 300, 150, 150, 150, 150].map((width) => ({ width }));

/** `newTitle` is for a tab that has to be made. */
export const helpTabRequests = (
  tab: TabContent | null,
  newTitle: string,
  language: keyof Text,
): SheetsRequest[] => {
  const cells = helpCells(language);
  if (tab !== null && !differsFromCells(tab.values, cells)) return [];
  const properties: sheets_v4.Schema$SheetProperties = {
    sheetId: HELP_TAB,
    gridProperties: { rowCount: cells.length, columnCount: COLUMNS.length, hideGridlines: true },
  };
  return [
    ...(tab === null
      ? [{ addSheet: { properties: { ...properties, title: newTitle } } }]
      : [
          { unmergeCells: { range: { sheetId: HELP_TAB } } },
          {
            updateSheetProperties: {
              properties,
              fields: 'gridProperties(rowCount,columnCount,hideGridlines,frozenRowCount,frozenColumnCount)',
            },
          },
        ]),
    allCellsRequest(HELP_TAB, cells, COLUMNS.length),
    ...columnRequests(HELP_TAB, COLUMNS),
  ];
};
