/** decide(account, command, context) → the events of one accepted command, or a refusal. The only door to a change. */
import { type Account, isRegistered } from '../account/account';
import type { AccountEvent } from '../account/account-event';
import type { DecisionContext } from '../account/decision-context';
import { draftOf } from '../account/draft';
import { updateMissingData } from '../account/missing-data';
import { legalMoves } from '../account/offered-transitions';
import { isRefusal, refuse } from '../account/refusals';
import { isManager, mayWrite } from '../account/team';
import { type Command, definitionOf } from './command-table';
import type { RuleRefusal } from './rule-refusal';

export type Decision = { events: readonly AccountEvent[]; account: Account } | { refusal: RuleRefusal };

/**
 * The account of a refusal is unchanged. The returned account's version is one higher: one command, one history entry.
 * No events and no refusal means that nothing had to change (a second import of the same row).
 */
export const decide = (account: Account, command: Command, context: DecisionContext): Decision => {
  const definition = definitionOf(command);
  const { actor } = context;
  if (!mayWrite(actor) || (definition.givenBy === 'manager' && !isManager(actor)))
    return { refusal: refuse('ROLE_NOT_ALLOWED', { facts: { role: actor.role } }) };
  if (!definition.creates && !isRegistered(account))
    return { refusal: refuse('ACCOUNT_UNKNOWN', { facts: { accountId: account.id } }) };
  const result = definition.decide(draftOf(account), command, context);
  if (isRefusal(result)) return { refusal: withLegalMoves(result, account, context) };
  const { account: after, events } = updateMissingData(result, context);
  if (events.length === 0) return { events, account };
  return { events, account: { ...after, version: account.version + 1 } };
};

/** Every refusal tells what is legal now (rule 3), also one about something else than the status. */
const withLegalMoves = <R extends RuleRefusal>(refusal: R, account: Account, context: DecisionContext): R =>
  refusal.legal.length > 0 || !isRegistered(account)
    ? refusal
    : { ...refusal, legal: legalMoves(account, context) };
