/** The page for decisions about many accounts: proposals, reviews and hand-overs. It has no forms of single accounts. */
import './window.css';
import './team/team.css';
import './decisions/decisions.css';
import type { DecisionsInput } from '../script-api';
import { DECISION_PROGRAMS } from './decisions/programs';
import { runPage } from './kit/run-page';

runPage('menu', (input: DecisionsInput) => DECISION_PROGRAMS[input.view](input));
