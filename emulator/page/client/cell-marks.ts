/** Marks a cell's corner: black for a note, red for a value that is not in the cell's list. */
import { InterceptorEffectEnum, type Univer } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { SpreadsheetModel } from './spreadsheet-model';

const NOTE_MARK = { color: '#202124', size: 6 };
const NOT_LISTED_MARK = { color: '#d93025', size: 6 };

export function markCells(univer: Univer, spreadsheet: () => SpreadsheetModel | null): void {
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      // After Univer's own mark of dropdowns, which remains after the server has reverted a wrong value.
      priority: 1,
      effect: InterceptorEffectEnum.Style,
      handler: (cell, { row, col, subUnitId, rawData }, next) => {
        const mark = markOf(spreadsheet(), Number(subUnitId), row, col);
        if (!mark && !cell?.markers?.tr) return next(cell);
        // The stored cell itself must not be changed.
        const marked = !cell || cell === rawData ? { ...rawData } : cell;
        const { tr: _, ...others } = marked.markers ?? {};
        marked.markers = { ...others, ...(mark && { tr: mark }) };
        return next(marked);
      },
    });
}

function markOf(
  spreadsheet: SpreadsheetModel | null,
  id: number,
  row: number,
  column: number,
): typeof NOTE_MARK | undefined {
  if (spreadsheet?.extras(id, row, column)?.note) return NOTE_MARK;
  const text = spreadsheet?.text(id, row, column) ?? '';
  const list =
    text &&
    spreadsheet
      ?.tab(id)
      ?.choices.find(({ rects }) =>
        rects.some(
          ({ top, left, bottom, right }) => row >= top && row < bottom && column >= left && column < right,
        ),
      );
  return list && !list.values.includes(text) ? NOT_LISTED_MARK : undefined;
}
