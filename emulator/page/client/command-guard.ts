/** Keeps Univer a view: a command that would change only this window's copy is cancelled, and where the server can do it, reported. */
import { CanceledError, CommandType } from '@univerjs/core';
import type { GridContext } from './grid-context';
import type { GridListener } from './grid-listener';

/** Commands for editing, selecting and scrolling; all others of Univer are cancelled. */
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
/** Univer's shortcuts for formatting and moving, which only work in Google's page: the person is told so. */
const REPORTED_COMMANDS =
  /\.(set-(range-)?(bold|italic|underline|stroke|style|text-color|font)|move-(rows|cols))/;

export function guardCommands(context: GridContext, listener: GridListener): void {
  const { commands } = context;
  commands.beforeCommandExecuted((command) => {
    if (context.isApplying() || command.type !== CommandType.COMMAND || !SHEET_COMMANDS.test(command.id))
      return;
    if (command.id === 'sheet.command.set-filter-criteria') {
      const { subUnitId, col, criteria } = command.params as FilterParams;
      if (criteria && !criteria.filters) listener.refused();
      else listener.filtered(Number(subUnitId), col, shownValues(criteria));
      throw new CanceledError();
    }
    if (command.id === 'sheet.command.delta-column-width') return;
    if (ALLOWED_COMMANDS.has(command.id)) return;
    if (REPORTED_COMMANDS.test(command.id)) listener.refused();
    throw new CanceledError();
  });
  commands.onCommandExecuted((command) => {
    if (context.isApplying() || command.id !== 'sheet.mutation.set-worksheet-col-width') return;
    const { subUnitId, ranges, colWidth } = command.params as WidthParams;
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
