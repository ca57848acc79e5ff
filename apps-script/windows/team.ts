/** The page about the team: its members and its settings. It carries no account forms. */
import type { TeamPageInput } from '../script-api';
import { runProgram } from './kit/run-program';
import { closeWindow, readWindowInput } from './kit/script-client';
import { TEAM_PROGRAMS } from './team/programs';

const { root, input } = readWindowInput<TeamPageInput>();
document.documentElement.lang = input.language;
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) closeWindow();
});
runProgram(TEAM_PROGRAMS[input.view](input), root, 'menu');
