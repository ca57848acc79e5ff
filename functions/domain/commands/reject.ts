import type { ProposalAnswerInput } from '../account/command-inputs';
import { append } from '../account/draft';
import { withEntryDebts } from '../account/enter-status';
import { pendingProposal } from '../account/proposals';
import { isRefusal } from '../account/refusals';
import { filing, mergeOf, standingOf } from '../account/standing';
import type { Status } from '../status/statuses';
import { ENTRY_GUARDS } from '../status/transitions';
import { defineCommand } from './command';
import { RULE_FIELDS } from './command-reads';

/** Returns the account to what it was; a company that was met meanwhile returns to WORKING, never to COLD. */
export const reject = defineCommand<'reject', ProposalAnswerInput>({
  type: 'reject',
  givenBy: 'manager',
  reads: () => RULE_FIELDS,
  decide: (draft, { proposalId, note }, context) => {
    const { account } = draft;
    const proposal = pendingProposal(account, proposalId, note, context);
    if (isRefusal(proposal)) return proposal;
    const data = { proposalId, note };
    if (!proposal.inEffect)
      return append(draft, 'moveRejected', { ...account, proposal: null }, { reason: note, data });
    const status: Status = proposal.from === 'COLD' && account.everMet ? 'WORKING' : proposal.from;
    const standing = standingOf(status, {
      since: context.today,
      debts: account.standing.debts.filter((code) => ENTRY_GUARDS[status].includes(code)),
      onFile: filing(account.standing),
      merged: mergeOf(account.standing),
    });
    const returned = withEntryDebts({ ...account, standing, proposal: null });
    return append(draft, 'moveRejected', returned, { reason: note, data });
  },
});
