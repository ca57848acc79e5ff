/** Debts: what a guard would ask for and the account does not have. They stand on the 要補完 list until settled. */

import { addMonths } from '../calendar/calendar-date';
import type { GuardCode } from '../status/guard-texts';
import type { Status } from '../status/statuses';
import { ENTRY_GUARDS } from '../status/transitions';
import { type Account, lastContact, openOpportunities, type ProductUse } from './account';
import { changesBetween } from './account-change';
import { toRecord } from './account-record';
import type { DecisionContext } from './decision-context';
import type { Draft } from './draft';
import { GUARD_PREDICATES, type GuardInput } from './guards';
import { isProved, lastingProducts } from './product-use';
import { debtsOf, runningCheck, type Standing, withDebts } from './standing';

const isMissing = (code: GuardCode, account: Account, context: DecisionContext): boolean => {
  if (code === 'ACTION') return lastContact(account) === null;
  if (code === 'OPPORTUNITY') return openOpportunities(account).length === 0;
  const plan: GuardInput = { before: account, account, data: {}, context, approved: true };
  // The queue looks after an overdue check, so its day is not missing data; a day too far ahead is, since the check would be forgotten.
  if (code === 'NEXT_CHECK') {
    const date = runningCheck(account.standing)?.nextCheck?.date;
    return date === undefined || date > addMonths(context.today, 12);
  }
  if (code === 'EVIDENCE' && hasUnprovedProduct(account, context)) return true;
  // All its products have ended: the next status is to be decided, and no evidence of use is needed any more.
  if (code === 'EVIDENCE' && hasOnlyEndedProducts(account, context)) return false;
  return GUARD_PREDICATES[code](plan) !== null;
};

/** Products that a list has called in use without saying since when or by which contract. */
export const unprovedProducts = (account: Account, { today }: DecisionContext): ProductUse[] =>
  lastingProducts(account, today).filter((use) => !isProved(use));

const hasUnprovedProduct = (account: Account, context: DecisionContext): boolean =>
  unprovedProducts(account, context).length > 0;

const hasOnlyEndedProducts = (account: Account, { today }: DecisionContext): boolean =>
  Object.values(account.products).some(({ state }) => state === 'live') &&
  lastingProducts(account, today).length === 0;

/** A client that takes over a product without evidence owes the evidence. */
export const withEvidenceOwed = (account: Account, context: DecisionContext): Account => {
  const { standing } = account;
  return standing.status === 'CURRENT_CLIENT' &&
    hasUnprovedProduct(account, context) &&
    !debtsOf(account).includes('EVIDENCE')
    ? { ...account, standing: withDebts(standing, ['EVIDENCE', ...debtsOf(account)]) }
    : account;
};

/** What an imported account owes in its status. */
export const findMissingData = (account: Account, context: DecisionContext): GuardCode[] =>
  ENTRY_GUARDS[account.standing.status].filter((code) => isMissing(code, account, context));

/** What keeps quarterly, dead and bad-fit accounts apart (rule 8) must go on to hold. */
const LASTING_GUARDS: Partial<Record<Status, GuardCode>> = {
  QUARTERLY_CHECK: 'NEED',
  DEAD_OPPORTUNITY: 'LOST',
  BAD_FIT: 'FIT',
};

/** The guards that are asked again after each change: a contact who leaves or BANT that no longer fits makes a debt, filled-in data settles one. */
const guardsToCheck = ({ status, debts }: Standing): readonly GuardCode[] => [
  ...new Set([...debts, ...(LASTING_GUARDS[status] === undefined ? [] : [LASTING_GUARDS[status]])]),
];

export const updateMissingData = (draft: Draft, context: DecisionContext): Draft => {
  const { account, events } = draft;
  const last = events[events.length - 1];
  if (last === undefined) return draft;
  const debts = guardsToCheck(account.standing).filter((code) => isMissing(code, account, context));
  if (debts.join() === account.standing.debts.join()) return draft;
  const after = { ...account, standing: withDebts(account.standing, debts) };
  const changes = [...last.changes, ...changesBetween(toRecord(account), toRecord(after))];
  return { ...draft, account: after, events: [...events.slice(0, -1), { ...last, changes }] };
};
