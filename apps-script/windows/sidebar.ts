/** The page of the sidebar. */
import './window.css';
import './companies/lookup.css';
import './account/pane.css';
import { runPage } from './kit/run-page';
import { sidebarProgram } from './sidebar/program';

runPage('sidebar', sidebarProgram);
