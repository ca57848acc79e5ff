/** The page of the dialogs: one page, and what it was opened for. */
import './window.css';
import './companies/lookup.css';
import type { DialogInput } from '../script-api';
import { DIALOGS } from './dialogs/programs';
import { runPage } from './kit/run-page';
import { viewerWithoutTeam } from './messages/viewer';

runPage('menu', (input: DialogInput) => DIALOGS[input.view](viewerWithoutTeam('menu', input), input));
