/** What needs a second pair of eyes (rule 10): the data of the change is stored, and a manager answers. */

import { MATRIX } from '../status/matrix';
import type { Status } from '../status/statuses';
import type { Account } from './account';
import { transitionRefusal } from './apply-transition';
import type { TransitionData } from './command-inputs';
import { type DecisionContext, nextPartId } from './decision-context';
import { append, type Draft } from './draft';
import { requiredField } from './input-fields';
import { legalMoves } from './offered-transitions';
import { type Refusal, refuse } from './refusals';

/** Stores the request with its data; nothing moves before a manager approves it. The data must already pass every guard. */
export const proposeTransition = (
  draft: Draft,
  to: Status,
  data: TransitionData,
  note: string | null,
  context: DecisionContext,
): Draft | Refusal => {
  const { account } = draft;
  if (account.proposal !== null)
    return refuse('PROPOSAL_PENDING', { facts: { proposalId: account.proposal.id } });
  const objection = transitionRefusal(account, to, data, context);
  if (objection !== null) return objection;
  if (MATRIX[account.standing.status][to] !== 'M')
    return refuse('APPROVAL_NOT_NEEDED', { legal: legalMoves(account, context) });
  const proposal: Account['proposal'] = {
    id: nextPartId('r', account),
    by: context.actor.id,
    on: context.today,
    from: account.standing.status,
    to,
    data,
    note,
    inEffect: false,
  };
  return append(draft, 'moveProposed', { ...account, proposal }, { reason: note });
};

/** The proposal that the manager answers, with a note; refused where it is gone. */
export const pendingProposal = (
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
