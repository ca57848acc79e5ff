/**
 * What the viewer may do with an account, by the table of rights. Other actions are not offered, and the window says whom to ask.
 * The functions decide again.
 */

import { isManager, mayWrite, ROLES } from '../../../functions/domain/account/team';
import { COMMAND_LABELS } from '../../../functions/domain/commands/command-labels';
import { type CallerCommandType, COMMAND_RIGHTS } from '../../../functions/domain/commands/command-rights';
import { giversOf, mayGiveOn, rolesOf } from '../../../functions/domain/commands/rights';
import type { Status } from '../../../functions/domain/status/statuses';
import type { AccountView } from '../../script-api';
import { localize, t, type Viewer } from '../messages/viewer';

/** The facts on which a right depends. */
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

/** Only the owner or a manager hands over an owned account. */
export const mayHandOver = ({ you }: Pick<Viewer, 'you'>, ownerId: string | null): boolean =>
  you !== null && mayWrite(you) && (ownerId === null || ownerId === you.id || isManager(you));

/** The command that asks for a status: a proposal where a manager decides. */
export const moveCommandType = (
  from: Status,
  { approval }: Pick<OfferedMove, 'approval'>,
): 'changeStatus' | 'propose' | 'restore' => {
  if (!approval) return 'changeStatus';
  return from === 'BAD_FIT' || from === 'ON_FILE' ? 'restore' : 'propose';
};

/** Includes moves by proposal: opportunities that it closes are closed by the manager who approves. */
export const mayMove = (
  viewer: Pick<Viewer, 'you' | 'channel'>,
  facts: AccountFacts,
  move: OfferedMove,
): boolean => mayGiveCommand(viewer, moveCommandType(facts.status, move), facts);

/** The move takes effect at once and closes the open opportunities; with ON_FILE they may move to the successor instead. */
const isClosing = ({ to, approval, asks }: AccountView['offers'][number]): boolean =>
  !approval && to !== 'ON_FILE' && asks.some(({ key }) => key === 'closing');

/** The possible next statuses for which the viewer may ask. */
export const permittedOffers = (
  viewer: Pick<Viewer, 'channel'>,
  { account, offers, you }: Pick<AccountView, 'account' | 'offers' | 'you'>,
): AccountView['offers'] => {
  const mayClose = mayGiveCommand({ ...viewer, you }, 'closeOpportunity', account);
  return offers.filter(
    (offer) => mayMove({ ...viewer, you }, account, offer) && (mayClose || !isClosing(offer)),
  );
};

/** Who may give the command, for a viewer who may not. */
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
