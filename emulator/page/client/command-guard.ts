/** Keeps Univer a view: what would change only this window's copy does not happen, or is asked of the server instead. */
import { CanceledError, CommandType, type ICommandService } from '@univerjs/core';
import type { GridListener } from './grid-listener';

/** What people do to cells, and moving about. Everything else by Univer's own hand is refused. */
const ALLOWED_COMMANDS = new Set(
  [
    'set-range-values clear-selection-content auto-clear-content auto-fill copy-down copy-right',
    'copy cut paste paste-by-short-key paste-value optional-paste set-worksheet-activate scroll-view scroll-to-cell scroll-view-reset',
    'set-scroll-relative move-selection move-selection-enter-tab expand-selection select-all select-range',
    'set-zoom-ratio change-zoom-ratio delta-column-width move-range',
  ]
    .join(' ')
    .split(' ')
    .map((name) => `sheet.command.${name}`),
);
const SHEET_COMMANDS = /^(sheets?|data-validation|sheet-permission)\.command\./;
/** A look that only Google's page can give: the person is told, for nothing would happen. */
const REPORTED_COMMANDS =
  /\.(set-(range-)?(bold|italic|underline|stroke|style|text-color|font)|move-(rows|cols))/;

export function guardCommands(
  commands: ICommandService,
  isApplying: () => boolean,
  listener: GridListener,
): void {
  commands.beforeCommandExecuted((info) => {
    if (isApplying() || info.type !== CommandType.COMMAND || !SHEET_COMMANDS.test(info.id)) return;
    if (info.id === 'sheet.command.set-filter-criteria') {
      const { subUnitId, col, criteria } = info.params as FilterParams;
      if (criteria && !criteria.filters) listener.refused();
      else listener.filtered(Number(subUnitId), col, shownValues(criteria));
      throw new CanceledError();
    }
    if (info.id === 'sheet.command.delta-column-width') return;
    if (ALLOWED_COMMANDS.has(info.id)) return;
    if (REPORTED_COMMANDS.test(info.id)) listener.refused();
    throw new CanceledError();
  });
  commands.onCommandExecuted((info) => {
    if (isApplying() || info.id !== 'sheet.mutation.set-worksheet-col-width') return;
    const { subUnitId, ranges, colWidth } = info.params as WidthParams;
    for (const { startColumn, endColumn } of ranges) {
      const width = typeof colWidth === 'number' ? colWidth : colWidth[startColumn];
      if (width !== undefined)
        listener.resized(Number(subUnitId), startColumn, Math.round(width), endColumn + 1 - startColumn);
    }
  });
}

interface FilterParams {
  subUnitId: string;
  col: number;
  criteria: { filters?: { blank?: boolean; filters?: string[] } } | null;
}
interface WidthParams {
  subUnitId: string;
  ranges: { startColumn: number; endColumn: number }[];
  colWidth: number | Record<number, number>;
}

function shownValues(criteria: FilterParams['criteria']): string[] | null {
  if (!criteria?.filters) return null;
  const { blank, filters = [] } = criteria.filters;
  return [...(blank ? [''] : []), ...filters];
}
