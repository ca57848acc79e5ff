/** The page of the dialogs: one page, and what it was opened for. */
import type { DialogInput } from '../script-api';
import { DIALOGS } from './dialogs/programs';
import { runProgram } from './kit/run-program';
import { closeWindow, readWindowInput } from './kit/script-client';
import type { Viewer } from './messages/viewer';

const { root, input } = readWindowInput<DialogInput>();
const viewer: Viewer = {
  language: input.language,
  channel: 'menu',
  today: input.today,
  members: {},
  you: null,
};
const program = DIALOGS[input.view](viewer, input);

document.documentElement.lang = input.language;
// A program that listens to the keys itself decides what Escape does.
if (program.listen === undefined)
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) closeWindow();
  });
runProgram(program, root, 'menu');
