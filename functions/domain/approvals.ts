/** What needs a second pair of eyes (rule 10): proposals, their approval and rejection. */
import type { Account } from './account';
import type { MoveData } from './commands';
import { activeMember, type Context, partId } from './context';
import { fieldNeed } from './fields';
import { record, type Story } from './history';
import { MATRIX } from './matrix';
import { legalNow, move, objections } from './move';
import { type Refusal, refuse } from './refusals';
import type { Status } from './statuses';
import { isRefusal } from './steps';
import { isManager } from './team';

/** Stores the request with its data; nothing moves before a manager approves it. The data must already pass every guard. */
export const propose = (
  story: Story,
  to: Status,
  data: MoveData,
  note: string | null,
  context: Context,
): Story | Refusal => {
  const { account } = story;
  if (account.proposal !== null)
    return refuse('PROPOSAL_PENDING', { facts: { proposalId: account.proposal.id } });
  const objection = objections(account, to, data, context);
  if (objection !== null) return objection;
  if (MATRIX[account.status][to] !== 'M')
    return refuse('APPROVAL_NOT_NEEDED', { legal: legalNow(account, context) });
  const proposal: Account['proposal'] = {
    id: partId('r', account),
    by: context.actor.id,
    on: context.today,
    from: account.status,
    to,
    data,
    note,
    inEffect: false,
  };
  return record(story, 'moveProposed', { ...account, proposal }, { reason: note });
};

/** The proposal that the manager answers, with a note; refused where it is gone. */
const answered = (
  account: Account,
  proposalId: string,
  note: string,
  { settings }: Context,
): NonNullable<Account['proposal']> | Refusal => {
  if (account.proposal?.id !== proposalId) return refuse('PROPOSAL_UNKNOWN', { facts: { proposalId } });
  return note.trim() === ''
    ? refuse('NOTE_NEEDED', { missing: [fieldNeed('note', settings)] })
    : account.proposal;
};

const mayApproveOwn = (context: Context): boolean =>
  context.settings.singleManagerMayApprove && Object.values(context.members).filter(isManager).length === 1;

export const approve = (
  story: Story,
  proposalId: string,
  note: string,
  context: Context,
): Story | Refusal => {
  const { account } = story;
  const proposal = answered(account, proposalId, note, context);
  if (isRefusal(proposal)) return proposal;
  const own = proposal.by === context.actor.id;
  if (own && !mayApproveOwn(context)) return refuse('APPROVAL_OWN');
  const data = { proposalId, note, ownApproval: own };
  if (proposal.inEffect) {
    const badFit = account.badFit === null ? null : { ...account.badFit, reviewedBy: context.actor.id };
    return record(
      story,
      'moveApproved',
      { ...account, badFit, onFile: null, proposal: null },
      { reason: note, data },
    );
  }
  const requester = activeMember(context, proposal.by) ?? context.members[proposal.by] ?? context.actor;
  const approved = record(story, 'moveApproved', { ...account, proposal: null }, { reason: note, data });
  return move(approved, proposal.to, proposal.data, context, { requester, approver: context.actor });
};

/** Returns the account to what it was; a company that was met meanwhile returns to WORKING, never to COLD. */
export const reject = (story: Story, proposalId: string, note: string, context: Context): Story | Refusal => {
  const { account } = story;
  const proposal = answered(account, proposalId, note, context);
  if (isRefusal(proposal)) return proposal;
  const data = { proposalId, note };
  if (!proposal.inEffect)
    return record(story, 'moveRejected', { ...account, proposal: null }, { reason: note, data });
  const status: Status = proposal.from === 'COLD' && account.everMet ? 'WORKING' : proposal.from;
  return record(
    story,
    'moveRejected',
    { ...account, status, statusSince: context.today, badFit: null, proposal: null },
    { reason: note, data },
  );
};
