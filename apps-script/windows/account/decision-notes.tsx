/** What of an account waits for a manager's decision, and how the viewer's own proposals were decided. */
import { answersTo } from '../../../functions/domain/account/proposal-answers';
import { addDays } from '../../../functions/domain/calendar/calendar-date';
import { EVENT_LABELS } from '../../../functions/domain/history/account-labels';
import { statusLabel } from '../../../functions/domain/history/value-words';
import { tAccount } from '../messages/account-catalog';
import { formatDate, localize, memberName } from '../messages/viewer';
import { ApprovalFactsView } from './approval-facts-view';
import { type HeadProps, OpenFormButton } from './head-parts';
import { mayReviewBadFit } from './pane-rights';

export const ProposalNote = ({ viewer, accountView, dispatch }: HeadProps) => {
  const { account, approval } = accountView;
  const { proposal } = account;
  if (proposal === null) return null;
  const { id: proposalId, inEffect, by, on, to } = proposal;
  return (
    <div class="warning">
      <p>
        {tAccount(viewer, inEffect ? 'reviewPending' : 'proposalPending', {
          who: memberName(viewer, by),
          date: formatDate(viewer, on),
          status: statusLabel(viewer, to),
        })}
      </p>
      {approval === null ? null : <ApprovalFactsView viewer={viewer} approval={approval} />}
      <div class="buttons">
        {approval?.mayApprove ? (
          <OpenFormButton name={{ form: 'approve', proposalId }} dispatch={dispatch}>
            {tAccount(viewer, 'approve')}
          </OpenFormButton>
        ) : null}
        {approval?.mayReject ? (
          <OpenFormButton name={{ form: 'reject', proposalId }} dispatch={dispatch}>
            {tAccount(viewer, 'reject')}
          </OpenFormButton>
        ) : null}
      </div>
    </div>
  );
};

/** Days for which a proposer is shown how a manager has answered. */
const DAYS_OF_ANSWERS = 14;

export const AnswersNote = ({ viewer, accountView: { history, you, today } }: HeadProps) => {
  const [newest] = answersTo(you.id, history, addDays(today, -DAYS_OF_ANSWERS));
  if (newest === undefined) return null;
  const { isApproved, to, note, answeredBy, on } = newest;
  return (
    <div class="warning">
      <p>
        {tAccount(viewer, 'yourProposal', { status: statusLabel(viewer, to) })}
        {' → '}
        {localize(viewer, EVENT_LABELS[isApproved ? 'moveApproved' : 'moveRejected'])}
        {` (${memberName(viewer, answeredBy)}, ${formatDate(viewer, on)})`}
      </p>
      <p>{note}</p>
    </div>
  );
};

/** Whoever may review it may do so at any time; it is said where it is due. */
export const BadFitReviewNote = ({ viewer, accountView, dispatch }: HeadProps) => {
  const rejudgement = accountView.account.badFit?.rejudgement ?? null;
  return (
    <>
      {rejudgement === null ? null : (
        <p class="warning">
          {tAccount(viewer, 'rejudgeAsked', {
            by: memberName(viewer, rejudgement.by),
            to: memberName(viewer, rejudgement.memberId),
            date: formatDate(viewer, rejudgement.on),
          })}
        </p>
      )}
      {mayReviewBadFit(accountView) ? (
        <div class="buttons">
          <OpenFormButton name={{ form: 'reviewBadFit' }} kind="primary" dispatch={dispatch}>
            {tAccount(viewer, 'reviewBadFit')}
          </OpenFormButton>
        </div>
      ) : null}
    </>
  );
};
