/** decide(account, command, context) → the events of one accepted command, or a refusal. The only door to a change. */
import { type Account, isRegistered } from '../account/account';
import type { AccountEvent } from '../account/account-event';
import { brokenByChange } from '../account/broken-by-change';
import type { DecisionContext } from '../account/decision-context';
import { draftOf } from '../account/draft';
import { updateMissingData } from '../account/missing-data';
import { legalMoves } from '../account/offered-transitions';
import { isRefusal, refuse } from '../account/refusals';
import { type Command, definitionOf } from './command-table';
import { refuseUnlessGiven } from './refuse-unless-given';
import type { RuleRefusal } from './rule-refusal';

export type Decision = { events: readonly AccountEvent[]; account: Account } | { refusal: RuleRefusal };

/**
 * The account of a refusal is unchanged. The returned account's version is one higher: one command, one history entry.
 * No events and no refusal means that nothing had to change (a second import of the same row).
 */
export const decide = (account: Account, command: Command, context: DecisionContext): Decision => {
  const definition = definitionOf(command);
  const notGiven = refuseUnlessGiven(definition, account, context);
  if (notGiven !== null) return { refusal: notGiven };
  const isThere = isRegistered(account) || (definition.ofWithdrawn === true && account.version > 0);
  if (!definition.creates && !isThere)
    return { refusal: refuse('ACCOUNT_UNKNOWN', { facts: { accountId: account.id } }) };
  const result = definition.decide(draftOf(account), command, context);
  if (isRefusal(result)) return { refusal: withLegalMoves(result, account, context) };
  const { account: after, events } = updateMissingData(result, context);
  if (events.length === 0) return { events, account };
  const notClosed = closesOpportunity(events)
    ? refuseUnlessGiven({ givenBy: 'fieldSales' }, account, context)
    : null;
  if (notClosed !== null) return { refusal: notClosed };
  const decided = { ...after, version: account.version + 1 };
  const broken = brokenByChange(account, decided, events, context);
  if (broken !== null) return { refusal: withLegalMoves(broken, account, context) };
  return { events, account: decided };
};

/** Whether an opportunity was closed, by whichever command. */
const closesOpportunity = (events: readonly AccountEvent[]): boolean =>
  events.some(({ type }) => type === 'opportunityClosed');

/** Every refusal tells what is legal now (rule 3), also one about something else than the status. */
const withLegalMoves = <R extends RuleRefusal>(refusal: R, account: Account, context: DecisionContext): R =>
  refusal.legal.length > 0 || !isRegistered(account)
    ? refusal
    : { ...refusal, legal: legalMoves(account, context) };
