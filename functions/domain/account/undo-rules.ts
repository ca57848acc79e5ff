/** What an undo may bring back. */

import type { GuardCode } from '../status/guard-texts';
import { type Account, openOpportunities } from './account';
import type { DecisionContext } from './decision-context';
import { isBantComplete } from './guards';
import { newlyBroken } from './invariants';
import { refuseParent } from './parent-company';
import { productsInUse } from './product-use';
import { debtsOf, successorIdOf } from './standing';
import { linkProblem } from './successor-link';

/**
 * Whether the hard rules allow an undo to bring `before` back in place of `now`. A debt excuses data that an import never had, but not
 * data that somebody has filled in since. A rule that `now` breaks already refuses nothing.
 */
export const obeysRules = (before: Account, now: Account, context: DecisionContext): boolean => {
  const entering = before.standing.status !== now.standing.status;
  const open = openOpportunities(before).length > 0;
  const { need } = before.bant;
  const excused = (code: GuardCode): boolean => debtsOf(before).includes(code);
  if (newlyBroken(now, before, context.today).length > 0) return false;
  switch (before.standing.status) {
    case 'ACTIVE_OPPORTUNITY':
      return open || excused('OPPORTUNITY');
    case 'CURRENT_CLIENT':
      return (
        productsInUse(before, context.today).length > 0 ||
        excused('EVIDENCE') ||
        (!entering && productsInUse(now, context.today).length === 0)
      );
    case 'QUARTERLY_CHECK':
      if (open || before.standing.nextCheck === null) return false;
      return (
        !entering ||
        (need.value === 'yes' && !isBantComplete(before)) ||
        (need.on === null && excused('NEED'))
      );
    case 'DEAD_OPPORTUNITY':
      return !open && (!entering || need.value !== 'yes');
    default:
      return !open;
  }
};

/** A link that would come back must not close a circle with links made since. */
export const isLinkValid = (before: Account, now: Account, context: DecisionContext): boolean => {
  const successorId = successorIdOf(before);
  return (
    successorId === null ||
    successorId === successorIdOf(now) ||
    linkProblem(now.id, successorId, context) === null
  );
};

/** A parent that would come back must not close a circle with parents given since. */
export const isParentValid = (before: Account, now: Account, context: DecisionContext): boolean =>
  before.parentId === now.parentId || refuseParent(now.id, before.parentId, context) === null;
