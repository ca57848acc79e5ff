/** What needs a second pair of eyes (rule 10): proposals, their approval and rejection. */
import type { Account } from '../account/account';
import { isRefusal } from '../account/account-mutations';
import type { TransitionData } from '../account/command-inputs';
import { activeMember, type DecisionContext, nextPartId } from '../account/decision-context';
import { append, type Draft } from '../account/history';
import { requiredField } from '../account/input-fields';
import { type Refusal, refuse } from '../account/refusals';
import { isManager } from '../account/team';
import { MATRIX } from '../status/matrix';
import type { Status } from '../status/statuses';
import { changeStatus, legalMoves, transitionRefusal } from './change-status';

/** Stores the request with its data; nothing moves before a manager approves it. The data must already pass every guard. */
export const propose = (
  story: Draft,
  to: Status,
  data: TransitionData,
  note: string | null,
  context: DecisionContext,
): Draft | Refusal => {
  const { account } = story;
  if (account.proposal !== null)
    return refuse('PROPOSAL_PENDING', { facts: { proposalId: account.proposal.id } });
  const objection = transitionRefusal(account, to, data, context);
  if (objection !== null) return objection;
  if (MATRIX[account.status][to] !== 'M')
    return refuse('APPROVAL_NOT_NEEDED', { legal: legalMoves(account, context) });
  const proposal: Account['proposal'] = {
    id: nextPartId('r', account),
    by: context.actor.id,
    on: context.today,
    from: account.status,
    to,
    data,
    note,
    inEffect: false,
  };
  return append(story, 'moveProposed', { ...account, proposal }, { reason: note });
};

/** The proposal that the manager answers, with a note; refused where it is gone. */
const pendingProposal = (
  account: Account,
  proposalId: string,
  note: string,
  { settings }: DecisionContext,
): NonNullable<Account['proposal']> | Refusal => {
  if (account.proposal?.id !== proposalId) return refuse('PROPOSAL_UNKNOWN', { facts: { proposalId } });
  return note.trim() === ''
    ? refuse('NOTE_NEEDED', { missing: [requiredField('note', settings)] })
    : account.proposal;
};

const mayApproveOwn = (context: DecisionContext): boolean =>
  context.settings.singleManagerMayApprove && Object.values(context.members).filter(isManager).length === 1;

export const approve = (
  story: Draft,
  proposalId: string,
  note: string,
  context: DecisionContext,
): Draft | Refusal => {
  const { account } = story;
  const proposal = pendingProposal(account, proposalId, note, context);
  if (isRefusal(proposal)) return proposal;
  const own = proposal.by === context.actor.id;
  if (own && !mayApproveOwn(context)) return refuse('APPROVAL_OWN');
  const data = { proposalId, note, ownApproval: own };
  if (proposal.inEffect) {
    const badFit = account.badFit === null ? null : { ...account.badFit, reviewedBy: context.actor.id };
    return append(
      story,
      'moveApproved',
      { ...account, badFit, onFile: null, proposal: null },
      { reason: note, data },
    );
  }
  const requester = activeMember(context, proposal.by) ?? context.members[proposal.by] ?? context.actor;
  const approved = append(story, 'moveApproved', { ...account, proposal: null }, { reason: note, data });
  return changeStatus(approved, proposal.to, proposal.data, context, { requester, approver: context.actor });
};

/** Returns the account to what it was; a company that was met meanwhile returns to WORKING, never to COLD. */
export const reject = (
  story: Draft,
  proposalId: string,
  note: string,
  context: DecisionContext,
): Draft | Refusal => {
  const { account } = story;
  const proposal = pendingProposal(account, proposalId, note, context);
  if (isRefusal(proposal)) return proposal;
  const data = { proposalId, note };
  if (!proposal.inEffect)
    return append(story, 'moveRejected', { ...account, proposal: null }, { reason: note, data });
  const status: Status = proposal.from === 'COLD' && account.everMet ? 'WORKING' : proposal.from;
  return append(
    story,
    'moveRejected',
    { ...account, status, statusSince: context.today, badFit: null, proposal: null },
    { reason: note, data },
  );
};
