/** The page of what is decided of many accounts: proposals to answer, hand-overs. It carries no account forms. */
import type { DecisionsInput } from '../script-api';
import { DECISION_PROGRAMS } from './decisions/programs';
import { runProgram } from './kit/run-program';
import { closeWindow, readWindowInput } from './kit/script-client';

const { root, input } = readWindowInput<DecisionsInput>();
document.documentElement.lang = input.language;
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) closeWindow();
});
runProgram(DECISION_PROGRAMS[input.view](input), root, 'menu');
