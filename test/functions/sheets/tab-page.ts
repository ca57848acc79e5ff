/** What a page of a tab shows. */
import { textWidth } from '../../../emulator/workbook/text-width';
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

/** What is drawn in a cell: how much wider than plain text, and pixels that it needs beside the text. */
interface Drawn {
  scale: number;
  beside: number;
}

/** A bold text is wider. */
export const BOLD = 1.1;
/** Beside it stand the borders, and the button of a filter. */
const HEADING: Drawn = { scale: BOLD, beside: 24 };
/** In the local page, which has a wider font than Sheets, and draws a choice as a chip with an arrow. */
const CHOICE: Drawn = { scale: 1.14, beside: 34 };

const tooWide = (texts: readonly string[], width: number, { scale, beside }: Drawn): string[] =>
  texts
    .flatMap((text) => text.match(/[A-Za-z]+/g) ?? [])
    .filter((word) => textWidth(word, undefined) * scale + beside > width);

/** Western words of the choices of the cells for which their column is too narrow: it breaks them in two. */
export const brokenChoices = ({ cells, columns, frozenRows }: TabPage): string[] =>
  columns.flatMap(({ width, isHidden }, at) => {
    const choices = cells
      .slice(frozenRows)
      .flatMap((row) => row[at]?.dataValidation?.condition?.values ?? [])
      .map(({ userEnteredValue }) => userEnteredValue ?? '');
    return isHidden ? [] : tooWide(choices, width, CHOICE);
  });

/** Such words of the headings, too. */
export const brokenWords = (page: TabPage): string[] => {
  const { cells, columns, frozenRows } = page;
  const headings = columns.flatMap(({ width, isHidden }, at) => {
    const heading = cells[frozenRows - 1]?.[at]?.userEnteredValue?.stringValue ?? '';
    return isHidden ? [] : tooWide([heading], width, HEADING);
  });
  return [...headings, ...brokenChoices(page)];
};
