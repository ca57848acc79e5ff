/** Everything that waits for a manager's answer, with what has to be known to give it. */
import type { Account } from '../account/account';
import { type ApprovalFacts, approvalFacts } from '../account/approval-facts';
import type { DecisionContext } from '../account/decision-context';
import type { Member } from '../account/team';
import { daysBetween } from '../calendar/calendar-date';
import type { Status } from '../status/statuses';
import type { QueueDay } from './queue-reason';
import { basisOf, type RowBasis } from './row-basis';

export interface ApprovalRow {
  accountId: string;
  name: string;
  /** What the account is or, where it has moved already, was. */
  from: Status;
  /** Calendar days since it was proposed. */
  daysWaiting: number;
  /** Without what depends on who reads them: the sheet is everybody's. */
  facts: Omit<ApprovalFacts, 'mayApprove' | 'mayReject'>;
  basis: RowBasis;
}

/** The facts are those of the account, whoever reads them; the rules want somebody who asks. */
const ANY_MANAGER: Member = { id: '', email: '', name: '', role: 'manager', active: true };

/** The one that has waited longest comes first. */
export const approvalRows = (
  accounts: readonly Account[],
  context: QueueDay & Pick<DecisionContext, 'now'>,
): ApprovalRow[] => {
  const decision: DecisionContext = {
    ...context,
    actor: ANY_MANAGER,
    channel: 'schedule',
    links: {},
    history: [],
  };
  return accounts
    .flatMap((account) => approvalRow(account, decision))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
};

const rank = ({ facts, accountId }: ApprovalRow): string => `${facts.proposedOn} ${accountId}`;

const approvalRow = (account: Account, decision: DecisionContext): ApprovalRow[] => {
  const { id: accountId, name, proposal, withdrawn } = account;
  const facts = approvalFacts(account, decision);
  if (withdrawn || proposal === null || facts === null) return [];
  const daysWaiting = Math.max(0, daysBetween(facts.proposedOn, decision.today));
  const basis = basisOf(account, { band: 'approve' });
  return [{ accountId, name, from: proposal.from, daysWaiting, facts, basis }];
};
