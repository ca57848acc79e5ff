/** What each window of the page runs. */
import type { DecisionsInput, DecisionsView } from '../../script-api';
import { type ClosableProgram, closable } from '../kit/closable';
import { startApprovals, updateApprovals } from './approvals';
import { ApprovalsView } from './approvals-view';
import { startBadFitReviews, updateBadFitReviews } from './bad-fit-reviews';
import { BadFitReviewsView } from './bad-fit-reviews-view';
import { startBadFitSample, updateBadFitSample } from './bad-fit-sample';
import { BadFitSampleView } from './bad-fit-sample-view';
import { startHandOverWindow, updateHandOverWindow } from './hand-over-window';
import { HandOverWindowView } from './hand-over-window-view';

export const DECISION_PROGRAMS: Readonly<Record<DecisionsView, ClosableProgram<DecisionsInput>>> = {
  approvals: closable(() => startApprovals(), updateApprovals, ApprovalsView),
  badFitReviews: closable(() => startBadFitReviews(), updateBadFitReviews, BadFitReviewsView),
  badFitSample: closable(() => startBadFitSample(), updateBadFitSample, BadFitSampleView),
  handOver: closable(
    (input: DecisionsInput) => startHandOverWindow(input.rows),
    updateHandOverWindow,
    HandOverWindowView,
  ),
};
