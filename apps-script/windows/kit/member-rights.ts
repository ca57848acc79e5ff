/**
 * What the member at the window may do with an account, by the table of rights: nothing else is offered, and it is said whom to
 * ask. The functions decide again.
 */

import { isManager, mayWrite, ROLES } from '../../../functions/domain/account/team';
import { COMMAND_LABELS } from '../../../functions/domain/commands/command-labels';
import { type CallerCommandType, COMMAND_RIGHTS } from '../../../functions/domain/commands/command-rights';
import { giversOf, mayGiveOn, rolesOf } from '../../../functions/domain/commands/rights';
import type { Status } from '../../../functions/domain/status/statuses';
import type { AccountView } from '../../script-api';
import { localize, t, type Viewer } from '../messages/viewer';

/** What a right depends on. */
export interface AccountFacts {
  status: Status;
  ownerId: string | null;
}

export interface OfferedMove {
  to: Status;
  approval: boolean;
}

export const mayGiveCommand = (
  { you, channel }: Pick<Viewer, 'you' | 'channel'>,
  type: CallerCommandType,
  facts: AccountFacts,
): boolean => you !== null && mayGiveOn(COMMAND_RIGHTS[type], facts, { actor: you, channel });

/** An account that has an owner is handed over by that owner or by a manager. */
export const mayHandOver = ({ you }: Pick<Viewer, 'you'>, ownerId: string | null): boolean =>
  you !== null && mayWrite(you) && (ownerId === null || ownerId === you.id || isManager(you));

/** The command by which a member asks for a status: where a manager decides it, it is proposed. */
export const moveCommandType = (
  from: Status,
  { approval }: Pick<OfferedMove, 'approval'>,
): 'changeStatus' | 'propose' | 'restore' => {
  if (!approval) return 'changeStatus';
  return from === 'BAD_FIT' || from === 'ON_FILE' ? 'restore' : 'propose';
};

/** Also by a proposal: what it closes is closed by the manager who approves it. */
export const mayMove = (
  viewer: Pick<Viewer, 'you' | 'channel'>,
  facts: AccountFacts,
  move: OfferedMove,
): boolean => mayGiveCommand(viewer, moveCommandType(facts.status, move), facts);

/** Takes effect at once, and says how the open opportunities end: on file, they may go to the successor instead. */
const isClosing = ({ to, approval, asks }: AccountView['offers'][number]): boolean =>
  !approval && to !== 'ON_FILE' && asks.some(({ key }) => key === 'closing');

/** Of the statuses that an account may change to, those that the member may ask for. */
export const permittedOffers = (
  viewer: Pick<Viewer, 'channel'>,
  { account, offers, you }: Pick<AccountView, 'account' | 'offers' | 'you'>,
): AccountView['offers'] => {
  const mayClose = mayGiveCommand({ ...viewer, you }, 'closeOpportunity', account);
  return offers.filter(
    (offer) => mayMove({ ...viewer, you }, account, offer) && (mayClose || !isClosing(offer)),
  );
};

/** Who gives that command, for whoever may not. */
export const whomToAsk = (
  viewer: Pick<Viewer, 'language'>,
  type: CallerCommandType,
  { status }: Pick<AccountFacts, 'status'>,
): string =>
  t(viewer, 'askRoles', {
    what: localize(viewer, COMMAND_LABELS[type]),
    roles: rolesOf(giversOf(COMMAND_RIGHTS[type], status))
      .map((role) => localize(viewer, ROLES[role]))
      .join(viewer.language === 'ja' ? '・' : ' / '),
  });
