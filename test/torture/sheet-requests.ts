/** What a person's action at the register is for Google Sheets. Rows and columns count from 0. */
import type { UpdateRequest, WorkbookRow } from '../../emulator/workbook/model';
import { REGISTER_TAB } from '../../functions/domain/register/tabs';
import type { Span } from './sheet-places';

type Dimension = 'ROWS' | 'COLUMNS';

const rangeOfOne = (dimension: Dimension, startIndex: number) => ({
  sheetId: REGISTER_TAB,
  dimension,
  startIndex,
  endIndex: startIndex + 1,
});

const gridRange = (rows: Span, columns: Span) => ({
  sheetId: REGISTER_TAB,
  startRowIndex: rows.from,
  endRowIndex: rows.to,
  startColumnIndex: columns.from,
  endColumnIndex: columns.to,
});

/** Cuts a cell, and pastes it into another row of its column. */
export const cutCell = (column: number, from: number, to: number): UpdateRequest => ({
  cutPaste: {
    source: gridRange({ from, to: from + 1 }, { from: column, to: column + 1 }),
    destination: { sheetId: REGISTER_TAB, rowIndex: to, columnIndex: column },
    pasteType: 'PASTE_NORMAL',
  },
});

export const sortRows = (
  rows: Span,
  columns: Span,
  by: { dimensionIndex: number; sortOrder: 'ASCENDING' | 'DESCENDING' },
): UpdateRequest => ({ sortRange: { range: gridRange(rows, columns), sortSpecs: [by] } });

/** Whole cells, from that place on. */
export const putCells = (
  rowIndex: number,
  columnIndex: number,
  rows: readonly WorkbookRow[],
): UpdateRequest => ({
  updateCells: {
    start: { sheetId: REGISTER_TAB, rowIndex, columnIndex },
    rows: rows.map((row) => ({ values: Array.from(row, (cell) => cell ?? {}) })),
    fields: '*',
  },
});

export const insertOneRow = (row: number): UpdateRequest => ({
  insertDimension: { range: rangeOfOne('ROWS', row) },
});

export const deleteOneRow = (row: number): UpdateRequest => ({
  deleteDimension: { range: rangeOfOne('ROWS', row) },
});

export const moveOne = (dimension: Dimension, from: number, destinationIndex: number): UpdateRequest => ({
  moveDimension: { source: rangeOfOne(dimension, from), destinationIndex },
});

export const hideOne = (dimension: Dimension, index: number): UpdateRequest => ({
  updateDimensionProperties: {
    range: rangeOfOne(dimension, index),
    properties: { hiddenByUser: true },
    fields: 'hiddenByUser',
  },
});
