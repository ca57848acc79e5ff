/** What needs a second pair of eyes (rule 10): the data of the change is stored, and a manager answers. */

import { MATRIX } from '../status/matrix';
import type { Status } from '../status/statuses';
import type { Account, Proposal } from './account';
import { transitionRefusal } from './apply-transition';
import type { TransitionData } from './command-inputs';
import { type DecisionContext, nextPartId } from './decision-context';
import { append, type Draft } from './draft';
import { isFilled } from './guard-failure';
import { legalMoves } from './offered-transitions';
import { type Refusal, refuse } from './refusals';
import { refuseBlankNote } from './required-note';
import { isManager, type Settings } from './team';
import { UNKNOWN_EDITOR_ID } from './unknown-editor';

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

/** The status that a rejection returns the account to: the one before, or WORKING where that was COLD and the company was met meanwhile. */
export const statusOnRejection = (
  { everMet, standing }: Pick<Account, 'everMet' | 'standing'>,
  { inEffect, from }: Pick<Proposal, 'inEffect' | 'from'>,
): Status => {
  if (!inEffect) return standing.status;
  return from === 'COLD' && everMet ? 'WORKING' : from;
};

/** Products that were added since a bad fit was proposed, and that its approver has to judge as well. */
export const productsToJudge = (
  { standing }: Pick<Account, 'standing'>,
  { to, data, inEffect }: Proposal,
  { products }: Pick<Settings, 'products'>,
): string[] => {
  if (to !== 'BAD_FIT') return [];
  const stored = standing.status === 'BAD_FIT' && isFilled(standing.badFit?.reason) ? standing.badFit : null;
  const judged = inEffect ? stored?.products : data.fit?.products;
  return judged === undefined ? [] : products.filter((product) => !judged.includes(product));
};

/** The proposal's data, judged against these products as well, and without products that are no longer sold. */
export const judgedToo = (
  { fit, ...data }: TransitionData,
  products: readonly string[],
  settings: Pick<Settings, 'products'>,
): TransitionData => {
  if (fit === undefined && products.length === 0) return data;
  const judged = (fit?.products ?? []).filter((product) => settings.products.includes(product));
  return { ...data, fit: { ...fit, products: [...judged, ...products] } };
};

/** Whether the actor may approve a request of that member. Nobody approves their own, except the only manager where the settings allow it. */
export const mayApprove = (
  requesterId: string,
  context: Pick<DecisionContext, 'actor' | 'members' | 'settings'>,
): boolean => isManager(context.actor) && (!isRequester(requesterId, context) || mayApproveOwn(context));

/** Whether the actor may be the requester. An unknown editor may be, since nobody knows who it was. */
export const isRequester = (requesterId: string, { actor }: Pick<DecisionContext, 'actor'>): boolean =>
  requesterId === actor.id || requesterId === UNKNOWN_EDITOR_ID;

const mayApproveOwn = ({ settings, members }: Pick<DecisionContext, 'settings' | 'members'>): boolean =>
  settings.singleManagerMayApprove && Object.values(members).filter(isManager).length === 1;

/** The proposal that the manager answers, with a note; refused where it is gone. */
export const pendingProposal = (
  account: Account,
  proposalId: string,
  note: string,
  context: DecisionContext,
): NonNullable<Account['proposal']> | Refusal => {
  if (account.proposal?.id !== proposalId) return refuse('PROPOSAL_UNKNOWN', { facts: { proposalId } });
  return refuseBlankNote(note, context) ?? account.proposal;
};
