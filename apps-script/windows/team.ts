/** The page of the team's members and settings. It has no forms of single accounts. */
import './window.css';
import './team/team.css';
import type { TeamPageInput } from '../script-api';
import { runPage } from './kit/run-page';
import { TEAM_PROGRAMS } from './team/programs';

runPage('menu', (input: TeamPageInput) => TEAM_PROGRAMS[input.view](input));
