/** Every legal move with its guards, as data (rule 2 of docs/rules.md). */

import type { GuardCode } from './guard-texts';
import type { Status } from './statuses';

interface Transition {
  from: readonly Status[];
  to: Status;
  guards: readonly GuardCode[];
}

const ANY: readonly Status[] = ['COLD', 'WORKING', 'QUARTERLY_CHECK', 'DEAD_OPPORTUNITY', 'BAD_FIT'];

/**
 * Which guards stand on which move; a move that is not here is illegal. A client's open opportunities may not be carried
 * into a status that has none (rule 7), hence NONE_OPEN on the moves out of CURRENT_CLIENT; a duplicate or merged account is
 * restored only after its link is cut, hence LINK_CUT on the moves out of ON_FILE.
 */
export const TRANSITIONS: readonly Transition[] = [
  { from: ['COLD', 'QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'], to: 'WORKING', guards: ['OWNER', 'ACTION'] },
  {
    from: ['COLD'],
    to: 'ACTIVE_OPPORTUNITY',
    guards: ['OWNER', 'OPPORTUNITY'],
  },
  { from: ['COLD', 'QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'], to: 'CURRENT_CLIENT', guards: ['EVIDENCE'] },
  { from: ['WORKING'], to: 'CURRENT_CLIENT', guards: ['EVIDENCE', 'COORDINATED'] },
  {
    from: ['COLD', 'WORKING'],
    to: 'BAD_FIT',
    guards: ['FIT'],
  },
  { from: ANY, to: 'ON_FILE', guards: ['KEEP'] },
  { from: ['ACTIVE_OPPORTUNITY'], to: 'ON_FILE', guards: ['NONE_OPEN', 'KEEP'] },
  { from: ['CURRENT_CLIENT'], to: 'ON_FILE', guards: ['PRODUCTS_SETTLED', 'NONE_OPEN', 'KEEP'] },
  {
    from: ['WORKING'],
    to: 'COLD',
    guards: ['NOT_MET', 'REASON'],
  },
  { from: ['WORKING'], to: 'ACTIVE_OPPORTUNITY', guards: ['OPPORTUNITY', 'COORDINATED'] },
  {
    from: ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'],
    to: 'ACTIVE_OPPORTUNITY',
    guards: ['OPPORTUNITY'],
  },
  { from: ['WORKING'], to: 'QUARTERLY_CHECK', guards: ['MET', 'NEED', 'NEXT_CHECK'] },
  { from: ['WORKING'], to: 'DEAD_OPPORTUNITY', guards: ['MET', 'LOST'] },
  {
    from: ['ACTIVE_OPPORTUNITY'],
    to: 'WORKING',
    guards: ['NONE_OPEN', 'REASON'],
  },
  {
    from: ['ACTIVE_OPPORTUNITY'],
    to: 'QUARTERLY_CHECK',
    guards: ['NONE_OPEN', 'MET', 'NEED', 'NEXT_CHECK'],
  },
  { from: ['ACTIVE_OPPORTUNITY'], to: 'DEAD_OPPORTUNITY', guards: ['NONE_OPEN', 'MET', 'LOST'] },
  {
    from: ['ACTIVE_OPPORTUNITY'],
    to: 'CURRENT_CLIENT',
    guards: ['EVIDENCE'],
  },
  { from: ['QUARTERLY_CHECK'], to: 'DEAD_OPPORTUNITY', guards: ['LOST'] },
  {
    from: ['DEAD_OPPORTUNITY'],
    to: 'QUARTERLY_CHECK',
    guards: ['CONTACT_AFTER_LOSS', 'NEED', 'NEXT_CHECK'],
  },
  {
    from: ['CURRENT_CLIENT'],
    to: 'WORKING',
    guards: ['CHURNED', 'NONE_OPEN', 'OWNER', 'ACTION'],
  },
  { from: ['CURRENT_CLIENT'], to: 'ACTIVE_OPPORTUNITY', guards: ['CHURNED', 'OPPORTUNITY'] },
  { from: ['CURRENT_CLIENT'], to: 'QUARTERLY_CHECK', guards: ['CHURNED', 'NONE_OPEN', 'NEED', 'NEXT_CHECK'] },
  { from: ['CURRENT_CLIENT'], to: 'DEAD_OPPORTUNITY', guards: ['CHURNED', 'NONE_OPEN', 'LOST'] },
  { from: ['ACTIVE_OPPORTUNITY'], to: 'BAD_FIT', guards: ['NONE_OPEN', 'FIT', 'MANAGER'] },
  { from: ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'], to: 'BAD_FIT', guards: ['FIT', 'MANAGER'] },
  { from: ['CURRENT_CLIENT'], to: 'BAD_FIT', guards: ['CHURNED', 'NONE_OPEN', 'FIT', 'MANAGER'] },
  { from: ['BAD_FIT'], to: 'COLD', guards: ['NOT_MET', 'REASON', 'MANAGER'] },
  { from: ['ON_FILE'], to: 'COLD', guards: ['LINK_CUT', 'NOT_MET', 'REASON', 'MANAGER'] },
  { from: ['BAD_FIT'], to: 'WORKING', guards: ['OWNER', 'ACTION', 'MANAGER'] },
  { from: ['ON_FILE'], to: 'WORKING', guards: ['LINK_CUT', 'OWNER', 'ACTION', 'MANAGER'] },
  { from: ['BAD_FIT'], to: 'DEAD_OPPORTUNITY', guards: ['MET', 'LOST', 'MANAGER'] },
  { from: ['ON_FILE'], to: 'DEAD_OPPORTUNITY', guards: ['LINK_CUT', 'MET', 'LOST', 'MANAGER'] },
  { from: ['BAD_FIT'], to: 'CURRENT_CLIENT', guards: ['EVIDENCE', 'MANAGER'] },
  { from: ['ON_FILE'], to: 'CURRENT_CLIENT', guards: ['LINK_CUT', 'EVIDENCE', 'MANAGER'] },
  {
    from: ['ON_FILE'],
    to: 'QUARTERLY_CHECK',
    guards: ['LINK_CUT', 'WAS_QUARTERLY', 'NEED', 'NEXT_CHECK', 'MANAGER'],
  },
  { from: ['ON_FILE'], to: 'BAD_FIT', guards: ['LINK_CUT', 'FIT'] },
];

/** What an account in this status owes: asked of a new account, and of an import as debts. */
export const ENTRY_GUARDS: Readonly<Record<Status, readonly GuardCode[]>> = {
  COLD: ['NOT_MET'],
  WORKING: ['OWNER', 'ACTION'],
  ACTIVE_OPPORTUNITY: ['OWNER', 'OPPORTUNITY'],
  QUARTERLY_CHECK: ['OWNER', 'MET', 'NEED', 'NEXT_CHECK'],
  DEAD_OPPORTUNITY: ['OWNER', 'MET', 'LOST'],
  CURRENT_CLIENT: ['EVIDENCE'],
  BAD_FIT: ['FIT'],
  ON_FILE: ['KEEP'],
};

/** Statuses that a new account may start in. */
export const FIRST_STATUSES: readonly Status[] = ['COLD', 'WORKING', 'CURRENT_CLIENT'];

/** The move's row; undefined when the matrix says X or no change. */
export const transitionOf = (from: Status, to: Status): Transition | undefined =>
  TRANSITIONS.find((move) => move.to === to && move.from.includes(from));
