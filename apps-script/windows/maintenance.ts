/** The page for keeping the register right: checks, duplicates, undo, automatic sending. It has no forms of single accounts. */
import './window.css';
import './lists/lists.css';
import type { MaintenanceInput } from '../script-api';
import { runPage } from './kit/run-page';
import { MAINTENANCE } from './maintenance/programs';

runPage('menu', (input: MaintenanceInput) => MAINTENANCE[input.view](input));
