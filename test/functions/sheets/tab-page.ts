/** What a page of a tab shows. */
import type { TabPage } from '../../../functions/sheets/whole-tab';

/** What a browser of 1440 has left beside the numbers of the rows and the scroll bar. */
export const SCREEN_WIDTH = 1_375;
export const PHONE_WIDTH = 390;
/** Pixels that the numbers of the rows take on the left. */
export const ROW_NUMBERS = 46;

/** What stands in the cells as text, the empty ones included. */
export const cellTexts = ({ cells }: TabPage): string[][] =>
  cells.map((row) =>
    row.map(({ userEnteredValue }) =>
      String(userEnteredValue?.stringValue ?? userEnteredValue?.numberValue ?? ''),
    ),
  );

/** Pixels of the columns that are not hidden. */
export const pageWidth = ({ columns }: TabPage): number =>
  columns.reduce((sum, { width, isHidden }) => sum + (isHidden ? 0 : width), 0);
