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
  // An overdue check is looked after by the queue and no missing data; one too far ahead would be forgotten.
  if (code === 'NEXT_CHECK') {
    const date = runningCheck(account.standing)?.nextCheck?.date;
    return date === undefined || date > addMonths(context.today, 12);
  }
  if (code === 'EVIDENCE' && hasUnprovedProduct(account, context)) return true;
  // What it used has ended: its status is to be decided, and nothing is to be proved.
  if (code === 'EVIDENCE' && hasOnlyEndedProducts(account, context)) return false;
  return GUARD_PREDICATES[code](plan) !== null;
};

/** What a list has said to be in use, and not since when or by which contract. */
export const unprovedProducts = (account: Account, { today }: DecisionContext): ProductUse[] =>
  lastingProducts(account, today).filter((use) => !isProved(use));

const hasUnprovedProduct = (account: Account, context: DecisionContext): boolean =>
  unprovedProducts(account, context).length > 0;

const hasOnlyEndedProducts = (account: Account, { today }: DecisionContext): boolean =>
  Object.values(account.products).some(({ state }) => state === 'live') &&
  lastingProducts(account, today).length === 0;

/** A client that gets what a list has said without evidence owes it. */
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

/** A contact who leaves a quarterly account, or BANT that no longer fits, makes a debt; what was filled in settles one. */
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
