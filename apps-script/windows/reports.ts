/** The page of what was, and of who does what how often: it changes no account. */
import type { ReportsInput } from '../script-api';
import { closable } from './kit/closable';
import { runProgram } from './kit/run-program';
import { closeWindow, readWindowInput } from './kit/script-client';
import { startReports, updateReports } from './reports/reports';
import { ReportsView } from './reports/reports-view';

const { root, input } = readWindowInput<ReportsInput>();
document.documentElement.lang = input.language;
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) closeWindow();
});
const program = closable(({ language }: ReportsInput) => startReports(language), updateReports, ReportsView);
runProgram(program(input), root, 'menu');
