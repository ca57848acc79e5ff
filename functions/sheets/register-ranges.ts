/** Ranges of the register: what lies below its header, and whether one that is there reaches as far. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { REGISTER_TAB } from '../domain/register/tabs';
import type { RegisterHead } from './register-head';

export type Range = sheets_v4.Schema$GridRange;

export const belowHeader = ({ headerRow }: RegisterHead, column: number, columns = 1): Range => ({
  sheetId: REGISTER_TAB,
  startRowIndex: headerRow + 1,
  startColumnIndex: column,
  endColumnIndex: column + columns,
});

/** Whether a range reaches as far as ours; Sheets says the end of the grid where an end is open. */
export const coversRange = (range: Range | null | undefined, ours: Range, rowCount: number): boolean =>
  (range?.startRowIndex ?? 0) === (ours.startRowIndex ?? 0) &&
  (range?.startColumnIndex ?? 0) === (ours.startColumnIndex ?? 0) &&
  range?.endColumnIndex === ours.endColumnIndex &&
  (range?.endRowIndex ?? rowCount) >= (ours.endRowIndex ?? rowCount);
