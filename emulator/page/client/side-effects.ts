/** Reverts what Univer changes besides values when a person edits: copied dropdowns, row heights, frozen rows. */
import { CommandType } from '@univerjs/core';
import type { GridContext } from './grid-context';
import { writeTab } from './tab-writer';

/** Every mutation of a sheet or its dropdowns except those of values and column widths, which are reported to the server. */
const SIDE_EFFECTS =
  /^(sheet\.mutation\.(?!set-range-values$|set-worksheet-col-width$)|data-validation\.mutation\.)/;

export function undoSideEffects(context: GridContext): void {
  const changedTabs = new Set<number>();

  function rewriteTabs(): void {
    for (const id of changedTabs) {
      const tab = context.spreadsheet?.tab(id);
      if (!tab) continue;
      // Differs from the tab in everything that Univer may have changed, so that all of it is written again.
      const disturbed = { ...tab, choices: [], filter: null, frozenRows: -1 };
      context.applyQuietly(() => writeTab(context, disturbed, tab, []));
    }
    changedTabs.clear();
  }

  context.commands.onCommandExecuted((command) => {
    if (context.isApplying() || command.type !== CommandType.MUTATION || !SIDE_EFFECTS.test(command.id))
      return;
    if (changedTabs.size === 0) setTimeout(rewriteTabs);
    changedTabs.add(Number((command.params as { subUnitId?: string }).subUnitId));
  });
}
