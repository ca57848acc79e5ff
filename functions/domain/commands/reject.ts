import type { Proposal } from '../account/account';
import type { ProposalAnswerInput } from '../account/command-inputs';
import type { DecisionContext } from '../account/decision-context';
import { append, type Draft } from '../account/draft';
import { withEntryDebts } from '../account/enter-status';
import { pendingProposal, statusOnRejection } from '../account/proposals';
import { isRefusal } from '../account/refusals';
import { filing, mergeOf, standingOf } from '../account/standing';
import { ENTRY_GUARDS } from '../status/transitions';
import { defineCommand } from './command';
import { RULE_FIELDS } from './command-reads';

/** Returns the account to what it was; a company that was met meanwhile returns to WORKING, never to COLD. */
export const reject = defineCommand<'reject', ProposalAnswerInput>({
  type: 'reject',
  givenBy: 'manager',
  reads: () => RULE_FIELDS,
  decide: (draft, { proposalId, note }, context) => {
    const proposal = pendingProposal(draft.account, proposalId, note, context);
    if (isRefusal(proposal)) return proposal;
    return rejectProposal(draft, proposal, note, context);
  },
});

export const rejectProposal = (
  draft: Draft,
  proposal: Proposal,
  note: string,
  { today }: Pick<DecisionContext, 'today'>,
): Draft => {
  const { account } = draft;
  const data = { proposalId: proposal.id, note };
  if (!proposal.inEffect)
    return append(draft, 'moveRejected', { ...account, proposal: null }, { reason: note, data });
  const status = statusOnRejection(account, proposal);
  const standing = standingOf(status, {
    since: today,
    debts: account.standing.debts.filter((code) => ENTRY_GUARDS[status].includes(code)),
    onFile: filing(account.standing),
    merged: mergeOf(account.standing),
  });
  const returned = withEntryDebts({ ...account, standing, proposal: null });
  return append(draft, 'moveRejected', returned, { reason: note, data });
};
