/** What the page adds to a cell's drawing: a black corner for a note, a red one for what is not in the cell's list. */
import { InterceptorEffectEnum, type Univer } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { SpreadsheetModel } from './spreadsheet-model';

const NOTE_MARK = { color: '#202124', size: 6 };
const NOT_LISTED_MARK = { color: '#d93025', size: 6 };

export function markCells(univer: Univer, sheets: () => SpreadsheetModel | null): void {
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      // After the lists, whose own mark stays when a wrong value has come back.
      priority: 1,
      effect: InterceptorEffectEnum.Style,
      handler: (cell, { row, col, subUnitId, rawData }, next) => {
        const mark = markOf(sheets(), Number(subUnitId), row, col);
        if (!mark && !cell?.markers?.tr) return next(cell);
        // What was found may be the sheet's own.
        const own = !cell || cell === rawData ? { ...rawData } : cell;
        own.markers = { ...own.markers, tr: mark };
        return next(own);
      },
    });
}

function markOf(
  sheets: SpreadsheetModel | null,
  id: number,
  row: number,
  column: number,
): typeof NOTE_MARK | undefined {
  if (sheets?.more(id, row, column)?.note) return NOTE_MARK;
  const text = sheets?.text(id, row, column) ?? '';
  const list =
    text &&
    sheets
      ?.tab(id)
      ?.choices.find(({ rects }) =>
        rects.some(
          ({ top, left, bottom, right }) => row >= top && row < bottom && column >= left && column < right,
        ),
      );
  return list && !list.values.includes(text) ? NOT_LISTED_MARK : undefined;
}
