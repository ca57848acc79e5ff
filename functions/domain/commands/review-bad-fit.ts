import { applyTransition } from '../account/apply-transition';
import { applyTransitionData } from '../account/apply-transition-data';
import { mayReview } from '../account/bad-fit-review';
import type { TransitionData } from '../account/command-inputs';
import { refuseUnusedData } from '../account/data-uses';
import { activeMember, type DecisionContext } from '../account/decision-context';
import { append, type Draft } from '../account/draft';
import { badFitOf } from '../account/enter-status';
import { isFilled } from '../account/guard-failure';
import { guardFailures } from '../account/guards';
import { refuseGuardFailures } from '../account/offered-transitions';
import { isRequester, mayApprove, proposeTransition } from '../account/proposals';
import { isRefusal, refuse } from '../account/refusals';
import { refuseBlankNote } from '../account/required-note';
import { type BadFit, badFitStanding } from '../account/standing';
import { isManager, mayWrite, type Settings } from '../account/team';
import { MATRIX } from '../status/matrix';
import type { Status } from '../status/statuses';
import { defineCommand } from './command';
import { awaitedPaths, RULE_FIELDS } from './command-reads';
import { type ReceiveInput, receivingHalf } from './receive';
import { rejectProposal } from './reject';
import type { RuleRefusal } from './rule-refusal';

interface ReviewBadFitInput {
  /** The status that the review decides on; BAD_FIT confirms the bad fit. */
  to: Status;
  /** For a confirmed bad fit, the new judgement; otherwise what the new status asks for. */
  data?: TransitionData;
  /** This member is asked to judge the bad fit once more; it stays one until then. */
  judgeId?: string;
  note: string;
}

/**
 * The review of a bad fit (rule 10), by a manager, or by whom a manager has asked to judge it once more. Kept, it comes up again after
 * some months; moved, it goes by the matrix: where this takes an approval, the review proposes it. A first review approves or
 * rejects what is pending.
 */
export const reviewBadFit = defineCommand<
  'reviewBadFit',
  ReviewBadFitInput,
  { type: 'receive' } & ReceiveInput
>({
  type: 'reviewBadFit',
  givenBy: 'knownRep',
  reads: ({ data = {} }) => [...RULE_FIELDS, ...awaitedPaths(data)],
  needs: ({ data }) => ({ successorId: data?.onFile?.successorId ?? null }),
  counterpart: (account, { data }, events) => receivingHalf(account, events, data),
  decide: (draft, input, context) => {
    const { standing, proposal } = draft.account;
    const { actor } = context;
    if (standing.status !== 'BAD_FIT') return refuse('REVIEW_NONE');
    if (!mayReview(draft.account, actor))
      return refuse('ROLE_NOT_ALLOWED', { facts: { role: actor.role, allowed: ['manager', 'admin'] } });
    if (proposal !== null && (!proposal.inEffect || input.judgeId !== undefined))
      return refuse('PROPOSAL_PENDING', { facts: { proposalId: proposal.id } });
    const unsaid = refuseBlankNote(input.note, context);
    if (unsaid !== null) return unsaid;
    if (input.judgeId !== undefined) return askForJudgement(draft, input, input.judgeId, context);
    return input.to === 'BAD_FIT' ? keepBadFit(draft, input, context) : moveBadFit(draft, input, context);
  },
});

const badFitIn = ({ account: { standing } }: Draft): BadFit | null =>
  standing.status === 'BAD_FIT' ? standing.badFit : null;

/** Asks another member to judge the bad fit once more: samples that are judged twice show where members judge unevenly. */
const askForJudgement = (
  draft: Draft,
  { to, data = {}, note }: ReviewBadFitInput,
  judgeId: string,
  context: DecisionContext,
): Draft | RuleRefusal => {
  const badFit = badFitIn(draft);
  const judge = activeMember(context, judgeId);
  const mayAsk = isManager(context.actor) && to === 'BAD_FIT' && badFit !== null;
  if (!mayAsk || judge === null || !mayWrite(judge) || judgeId === badFit.by)
    return refuse('JUDGE_REFUSED', { facts: { judgeId } });
  const rejudgement = { memberId: judgeId, by: context.actor.id, on: context.today };
  return (
    refuseUnusedData(data, []) ??
    append(draft, 'rejudgementAsked', withBadFit(draft, { ...badFit, rejudgement }), { reason: note })
  );
};

const withBadFit = ({ account }: Draft, badFit: BadFit) => {
  const { since, debts } = account.standing;
  return { ...account, standing: badFitStanding({ since, debts, badFit }) };
};

/** Confirms the bad fit against all products that we sell today. */
const keepBadFit = (
  draft: Draft,
  { data = {}, note }: ReviewBadFitInput,
  context: DecisionContext,
): Draft | RuleRefusal => {
  const { actor, today, settings } = context;
  const badFit = badFitIn(draft);
  const { proposal } = draft.account;
  const judgedBy = proposal?.by ?? badFit?.by ?? actor.id;
  const ownReview = isRequester(judgedBy, context);
  if (ownReview && !mayApprove(judgedBy, context)) return refuse('APPROVAL_OWN');
  const { fit } = data;
  const judged =
    fit === undefined && isJudgedToday(badFit, settings) ? {} : { fit: { ...knownFit(badFit, fit), ...fit } };
  const prepared = applyTransitionData(
    draft,
    { ...data, ...judged },
    { guards: ['FIT'], uses: ['fit'] },
    context,
  );
  if (isRefusal(prepared)) return prepared;
  const { account } = prepared;
  const found = guardFailures(['FIT'], {
    before: draft.account,
    account,
    data: judged,
    context,
    approved: true,
  });
  if (found.length > 0) return refuseGuardFailures(found, account, judged, context);
  const fresh = badFitOf(judged, context, judgedBy, actor.id);
  const kept: BadFit =
    badFit === null || judged.fit !== undefined
      ? { ...fresh, on: badFit?.on ?? today }
      : { ...badFit, reviewedBy: actor.id, reviewOn: fresh.reviewOn, rejudgement: null };
  const after = { ...withBadFit(prepared, kept), proposal: null };
  return proposal === null
    ? append(prepared, 'badFitReviewed', after, { reason: note, data: { ownReview } })
    : append(prepared, 'moveApproved', after, {
        reason: note,
        data: { proposalId: proposal.id, note, ownApproval: ownReview },
      });
};

/** Whether the bad fit has a reason and was judged against everything that we sell today. */
const isJudgedToday = (badFit: BadFit | null, { products }: Settings): boolean =>
  isFilled(badFit?.reason) && products.every((product) => badFit?.products.includes(product));

/** The judgement with the reason that is known already, unless another one is given. */
const knownFit = (badFit: BadFit | null, fit: TransitionData['fit']): NonNullable<TransitionData['fit']> => {
  if (badFit === null || !isFilled(badFit.reason)) return {};
  const { reason, note } = badFit;
  const isSameReason = fit?.reason === undefined || fit.reason === reason;
  return { reason, ...(note !== null && isSameReason ? { reasonText: note } : {}) };
};

/** Moves the bad fit to another status: something fits after all, or the company is to be kept on file. */
const moveBadFit = (
  draft: Draft,
  { to, data = {}, note }: ReviewBadFitInput,
  context: DecisionContext,
): Draft | RuleRefusal => {
  const { proposal } = draft.account;
  const begun = proposal === null ? draft : rejectProposal(draft, proposal, note, context);
  const from = begun.account.standing.status;
  if (from === to) return refuseUnusedData(data, []) ?? begun;
  if (MATRIX[from][to] === 'M') return proposeTransition(begun, to, data, note, context);
  if (proposal !== null) return applyTransition(begun, to, data, context);
  // The note is the reason of the move.
  return data.reason === undefined
    ? applyTransition(begun, to, { ...data, reason: note }, context)
    : refuse('DATA_UNUSED', { facts: { unused: ['reason'] } });
};
