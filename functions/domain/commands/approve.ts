import { applyTransition } from '../account/apply-transition';
import type { ApprovalInput } from '../account/command-inputs';
import { activeMember } from '../account/decision-context';
import { append } from '../account/draft';
import { isRequester, judgedToo, mayApprove, pendingProposal, productsToJudge } from '../account/proposals';
import { isRefusal, refuse } from '../account/refusals';
import { badFitStanding, type Standing } from '../account/standing';
import { defineCommand } from './command';
import { RULE_FIELDS } from './command-reads';
import { type ReceiveInput, receivingHalf } from './receive';

export const approve = defineCommand<'approve', ApprovalInput, { type: 'receive' } & ReceiveInput>({
  type: 'approve',
  givenBy: 'manager',
  reads: () => RULE_FIELDS,
  counterpart: (account, _, events) => receivingHalf(account, events, undefined),
  decide: (draft, { proposalId, note, products: named = [] }, context) => {
    const { account } = draft;
    const products = [...new Set(named)];
    const proposal = pendingProposal(account, proposalId, note, context);
    if (isRefusal(proposal)) return proposal;
    if (!mayApprove(proposal.by, context)) return refuse('APPROVAL_OWN');
    const toJudge = productsToJudge(account, proposal, context.settings);
    if (!products.every((product) => toJudge.includes(product)))
      return refuse('DATA_UNUSED', { facts: { unused: ['fit'] } });
    const data = { proposalId, note, ownApproval: isRequester(proposal.by, context) };
    if (proposal.inEffect) {
      const standing = standingReviewed(account.standing, context.actor.id, products);
      return append(draft, 'moveApproved', { ...account, standing, proposal: null }, { reason: note, data });
    }
    const requester = activeMember(context, proposal.by) ?? context.members[proposal.by] ?? context.actor;
    const approved = append(draft, 'moveApproved', { ...account, proposal: null }, { reason: note, data });
    return applyTransition(
      approved,
      proposal.to,
      judgedToo(proposal.data, products, context.settings),
      context,
      {
        requester,
        approver: context.actor,
      },
    );
  },
});

/** The standing of a bad fit once it is reviewed: no rejection can return it to ON_FILE any more, so what was kept for that goes. */
const standingReviewed = (standing: Standing, reviewedBy: string, products: readonly string[]): Standing => {
  if (standing.status !== 'BAD_FIT') return standing;
  const { since, debts, badFit } = standing;
  const reviewed =
    badFit === null ? null : { ...badFit, reviewedBy, products: [...badFit.products, ...products] };
  return badFitStanding({ since, debts, badFit: reviewed });
};
