import { applyTransition } from '../account/apply-transition';
import type { ProposalAnswerInput } from '../account/command-inputs';
import { activeMember } from '../account/decision-context';
import { append } from '../account/draft';
import { isRequester, mayApprove, pendingProposal } from '../account/proposals';
import { isRefusal, refuse } from '../account/refusals';
import { badFitStanding, type Standing } from '../account/standing';
import { defineCommand } from './command';
import { RULE_FIELDS } from './command-reads';
import { type ReceiveInput, receivingHalf } from './receive';

export const approve = defineCommand<'approve', ProposalAnswerInput, { type: 'receive' } & ReceiveInput>({
  type: 'approve',
  givenBy: 'manager',
  reads: () => RULE_FIELDS,
  counterpart: (account, _, events) => receivingHalf(account, events, undefined),
  decide: (draft, { proposalId, note }, context) => {
    const { account } = draft;
    const proposal = pendingProposal(account, proposalId, note, context);
    if (isRefusal(proposal)) return proposal;
    if (!mayApprove(proposal.by, context)) return refuse('APPROVAL_OWN');
    const data = { proposalId, note, ownApproval: isRequester(proposal.by, context) };
    if (proposal.inEffect) {
      const standing = standingReviewed(account.standing, context.actor.id);
      return append(draft, 'moveApproved', { ...account, standing, proposal: null }, { reason: note, data });
    }
    const requester = activeMember(context, proposal.by) ?? context.members[proposal.by] ?? context.actor;
    const approved = append(draft, 'moveApproved', { ...account, proposal: null }, { reason: note, data });
    return applyTransition(approved, proposal.to, proposal.data, context, {
      requester,
      approver: context.actor,
    });
  },
});

/** It goes back to being on file no more. */
const standingReviewed = (standing: Standing, reviewedBy: string): Standing => {
  if (standing.status !== 'BAD_FIT') return standing;
  const { since, debts, badFit } = standing;
  return badFitStanding({ since, debts, badFit: badFit === null ? null : { ...badFit, reviewedBy } });
};
