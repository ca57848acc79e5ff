/** What each window of the page runs. */
import type { DecisionsInput, DecisionsView } from '../../script-api';
import { type ClosableProgram, closable } from '../kit/closable';
import { isAnswering } from './answer-many';
import { startApprovals, updateApprovals } from './approvals';
import { ApprovalsView } from './approvals-view';
import { startBadFitReviews, updateBadFitReviews } from './bad-fit-reviews';
import { BadFitReviewsView } from './bad-fit-reviews-view';
import { isSampleBusy, startBadFitSample, updateBadFitSample } from './bad-fit-sample';
import { BadFitSampleView } from './bad-fit-sample-view';
import { isHandOverWindowBusy, startHandOverWindow, updateHandOverWindow } from './hand-over-window';
import { HandOverWindowView } from './hand-over-window-view';

export const DECISION_PROGRAMS: Readonly<Record<DecisionsView, ClosableProgram<DecisionsInput>>> = {
  approvals: closable({
    start: () => startApprovals(),
    update: updateApprovals,
    isBusy: isAnswering,
    View: ApprovalsView,
  }),
  badFitReviews: closable({
    start: () => startBadFitReviews(),
    update: updateBadFitReviews,
    isBusy: isAnswering,
    View: BadFitReviewsView,
  }),
  badFitSample: closable({
    start: () => startBadFitSample(),
    update: updateBadFitSample,
    isBusy: isSampleBusy,
    View: BadFitSampleView,
  }),
  handOver: closable({
    start: (input: DecisionsInput) => startHandOverWindow(input.rows),
    update: updateHandOverWindow,
    isBusy: isHandOverWindowBusy,
    View: HandOverWindowView,
  }),
};
