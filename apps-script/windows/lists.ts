/** The page for importing lists and matching leads. Its windows handle Escape themselves. */
import './window.css';
import './lists/lists.css';
import type { ListsInput } from '../script-api';
import { LIST_PROGRAMS } from './dialogs/list-programs';
import { runPage } from './kit/run-page';
import { viewerWithoutTeam } from './messages/viewer';

runPage('menu', (input: ListsInput) => LIST_PROGRAMS[input.view](viewerWithoutTeam('menu', input)));
