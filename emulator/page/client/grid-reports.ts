/** Reports where the person is: the selection, and the cell under the pointer. */
import type { IRange } from '@univerjs/core';
import { cellBox } from './cell-position';
import type { GridContext } from './grid-context';
import type { GridListener } from './grid-listener';

interface SelectionsParams {
  subUnitId: string;
  selections: { range: IRange }[];
}

export function reportSelection(context: GridContext, listener: GridListener): void {
  const { api, commands } = context;
  commands.onCommandExecuted((command) => {
    if (context.isApplying() || command.id !== 'sheet.operation.set-selections') return;
    const { subUnitId, selections } = command.params as SelectionsParams;
    const sheetId = context.activeSheetId();
    if (selections.length === 0 || Number(subUnitId) !== sheetId) return;
    listener.selected(
      sheetId,
      selections.map(({ range }) => context.rectInGrid(range)),
    );
  });
  api.addEvent(api.Event.ActiveSheetChanged, () => {
    if (!context.isApplying()) listener.selected(context.activeSheetId(), context.selection());
  });
}

export function reportPointer(context: GridContext, listener: GridListener): void {
  const { api } = context;
  api.addEvent(api.Event.CellPointerMove, ({ row, column }) => {
    const box = cellBox(context, row, column);
    if (box) listener.hovered(context.activeSheetId(), row, column, box);
  });
}
