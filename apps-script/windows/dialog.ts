/** The page of the dialogs: one page, and what it was opened for. */
import type { DialogInput } from '../script-api';
import { DIALOGS } from './dialogs/programs';
import { runProgram } from './kit/run-program';
import { closeWindow, readWindowInput } from './kit/script-client';
import { importView } from './lists/import-view';
import { leadsView } from './lists/leads-view';
import type { Viewer } from './messages/viewer';

const { room, input } = readWindowInput<DialogInput>();
const viewer: Viewer = {
  language: input.language,
  channel: 'menu',
  today: input.today,
  members: {},
  you: null,
};

document.documentElement.lang = input.language;
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) closeWindow();
});

if (input.view === 'import') room.append(importView(viewer, closeWindow));
else if (input.view === 'leads') room.append(leadsView(viewer));
else runProgram(DIALOGS[input.view](viewer, input), room, 'menu');
