/** The page of what is decided of many accounts: proposals to answer, hand-overs. It carries no account forms. */
import './window.css';
import './team/team.css';
import './decisions/decisions.css';
import type { DecisionsInput } from '../script-api';
import { DECISION_PROGRAMS } from './decisions/programs';
import { runPage } from './kit/run-page';

runPage('menu', (input: DecisionsInput) => DECISION_PROGRAMS[input.view](input));
