/** Univer clears a cell with a dropdown where its own value is picked once more. In Google Sheets the value stays. */
import type { GridContext } from './grid-context';

const OPTION = '[data-u-comp="sheets-dropdown-list"] .univer-cursor-pointer';

export function keepValuePickedAgain({ commands }: GridContext): void {
  /** The value, while Univer handles the click on it. */
  let pickedAgain: string | null = null;
  document.addEventListener(
    'click',
    ({ target }) => {
      const option = target instanceof Element ? target.closest(OPTION) : null;
      // Univer marks the value of the cell with an icon.
      pickedAgain = option?.querySelector('svg') ? option.textContent : null;
      setTimeout(() => {
        pickedAgain = null;
      });
    },
    true,
  );
  commands.beforeCommandExecuted(({ id, params }) => {
    if (pickedAgain === null || id !== 'sheet.command.set-range-values') return;
    (params as SetCellParams).value.v = pickedAgain;
  });
}

interface SetCellParams {
  value: { v: string };
}
