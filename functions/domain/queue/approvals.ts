/** The proposals that wait for a manager's answer, with the facts that are needed to give it. */
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
  /** The status from which it was proposed; the account may have moved since. */
  from: Status;
  /** Calendar days since the proposal was made. */
  daysWaiting: number;
  /** The rights to answer are left out: everybody reads the same sheet, and they depend on who reads. */
  facts: Omit<ApprovalFacts, 'mayApprove' | 'mayReject'>;
  basis: RowBasis;
}

/** The rules need an actor; the facts used here are the same for every manager. */
const ANY_MANAGER: Member = { id: '', email: '', name: '', role: 'manager', active: true };

/** The proposal that has waited longest comes first. */
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
