/** What in the result of a command the rules forbid: the state itself, or a step that can only be judged beside the state before it (rule 12). */
import { type Account, isRegistered } from './account';
import type { AccountEvent } from './account-event';
import type { DecisionContext } from './decision-context';
import type { InvariantCode } from './invariant-texts';
import { newlyBroken } from './invariants';
import { lastingProducts } from './product-use';
import { type Refusal, refuse } from './refusals';
import { debtsOf, successorIdOf } from './standing';
import { linkProblem } from './successor-link';

/** An un-merge gives back the products that the merge had brought: no use of them ends. */
const givesBack = (events: readonly AccountEvent[]): boolean =>
  events.some(({ type }) => type === 'unmerged');

/** An undo takes back a product that was filled in, and its evidence is owed again: no use of it ends. */
const isOwedAgain = (before: Account, after: Account, events: readonly AccountEvent[]): boolean =>
  events.some(({ type }) => type === 'undone') &&
  debtsOf(after).includes('EVIDENCE') &&
  !debtsOf(before).includes('EVIDENCE');

/** A manager's correction takes a meeting back, and an un-merge gives it back to the company that was met (rule 13). */
const takesMeetingBack = (events: readonly AccountEvent[]): boolean =>
  givesBack(events) || events.some(({ type }) => type === 'meetingCorrected');

/** Rule 7: in the step that ends a client's last product in use, the account is decided. */
const endsLastProduct = (before: Account, after: Account, { today }: DecisionContext): boolean =>
  [before, after].every(({ standing }) => standing.status === 'CURRENT_CLIENT') &&
  lastingProducts(before, today).length > 0 &&
  lastingProducts(after, today).length === 0;

const linksBadly = (before: Account, after: Account, context: DecisionContext): boolean => {
  const successorId = successorIdOf(after);
  if (successorId === null || successorId === successorIdOf(before)) return false;
  return linkProblem(after.id, successorId, context) !== null;
};

/** Null where the command breaks nothing that held before it. */
export const brokenByChange = (
  before: Account,
  after: Account,
  events: readonly AccountEvent[],
  context: DecisionContext,
): Refusal | null => {
  const isKept = isRegistered(before) && isRegistered(after);
  const steps: readonly (InvariantCode | 'DECISION_NEEDED' | null)[] = isKept
    ? [
        before.everMet && !after.everMet && !takesMeetingBack(events) ? 'MET_TAKEN_BACK' : null,
        endsLastProduct(before, after, context) && !givesBack(events) && !isOwedAgain(before, after, events)
          ? 'DECISION_NEEDED'
          : null,
        linksBadly(before, after, context) ? 'FILED_BADLY' : null,
      ]
    : [];
  const broken = [...steps, ...newlyBroken(before, after, context.today)].filter((code) => code !== null);
  const [first, ...rest] = broken;
  return first === undefined ? null : refuse(first, { furtherCodes: rest, facts: {} });
};
