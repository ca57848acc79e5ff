/** The page of what keeps the register right: checks, duplicates, undo, automatic sending. It carries no account forms. */
import type { MaintenanceInput } from '../script-api';
import { runProgram } from './kit/run-program';
import { closeWindow, readWindowInput } from './kit/script-client';
import { MAINTENANCE } from './maintenance/programs';

const { root, input } = readWindowInput<MaintenanceInput>();
document.documentElement.lang = input.language;
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) closeWindow();
});
runProgram(MAINTENANCE[input.view](input), root, 'menu');
