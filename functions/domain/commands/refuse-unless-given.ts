import type { Account } from '../account/account';
import type { DecisionContext } from '../account/decision-context';
import { refuse } from '../account/refusals';
import { type CommandRights, giversOf, mayGive, rolesOf } from './rights';
import type { RuleRefusal } from './rule-refusal';

/** Null where the actor may give a command with these rights on the account. */
export const refuseUnlessGiven = (
  rights: CommandRights,
  account: Pick<Account, 'ownerId' | 'standing'>,
  context: Pick<DecisionContext, 'actor' | 'channel'>,
): RuleRefusal | null =>
  mayGive(rights, account, context)
    ? null
    : refuse('ROLE_NOT_ALLOWED', {
        facts: {
          role: context.actor.role,
          allowed: rolesOf(giversOf(rights, account.standing.status)),
        },
      });
