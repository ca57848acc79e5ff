/** What each window of the page runs. */
import type { DecisionsInput, DecisionsView } from '../../script-api';
import { type ClosableProgram, closable } from '../kit/closable';
import { startApprovals, updateApprovals } from './approvals';
import { ApprovalsView } from './approvals-view';
import { startBadFitSample, updateBadFitSample } from './bad-fit-sample';
import { BadFitSampleView } from './bad-fit-sample-view';
import { startHandOverWindow, updateHandOverWindow } from './hand-over-window';
import { HandOverWindowView } from './hand-over-window-view';

export const DECISION_PROGRAMS: Readonly<Record<DecisionsView, ClosableProgram<DecisionsInput>>> = {
  approvals: closable(() => startApprovals(), updateApprovals, ApprovalsView),
  badFitSample: closable(() => startBadFitSample(), updateBadFitSample, BadFitSampleView),
  handOver: closable(
    (input: DecisionsInput) => startHandOverWindow(input.rows),
    updateHandOverWindow,
    HandOverWindowView,
  ),
};
