/** What an account looks like in its new status. */

import { checkDateAfter } from '../calendar/cadence';
import { addMonths, dayOfMonth } from '../calendar/calendar-date';
import type { Status } from '../status/statuses';
import { ENTRY_GUARDS } from '../status/transitions';
import { type Account, meetingsOf, openOpportunities, type ProductUse, sortedById } from './account';
import type { TransitionData } from './command-inputs';
import { activeMember, cadenceBase, type DecisionContext, nextPartId } from './decision-context';
import { append, type Draft } from './draft';
import { agreedProducts, isOver, lastingProducts, productsInUse } from './product-use';
import {
  activeOpportunityStanding,
  type BadFit,
  badFitStanding,
  coldStanding,
  currentClientStanding,
  deadOpportunityStanding,
  debtsOf,
  filing,
  type Loss,
  mergeOf,
  type NextCheck,
  type OnFile,
  onFileStanding,
  quarterlyCheckStanding,
  withDebts,
  workingStanding,
} from './standing';
import { carriesOpportunities } from './successor-link';
import { cadenceOf, type Member } from './team';
import { MOVED_TO_SUCCESSOR } from './written-texts';

/** The members who are responsible for a move: its requester and, where it was approved, the approver. */
export interface Approval {
  requester: Member;
  approver: Member | null;
}

export const lossOf = ({ lost }: TransitionData, { today }: DecisionContext): Loss => ({
  on: lost?.on ?? today,
  reason: lost?.reason ?? '',
  reasonText: lost?.reasonText ?? null,
  revisitOn: lost?.revisitOn ?? null,
  revisitTrigger: lost?.revisitTrigger ?? null,
});

export const badFitOf = (
  { fit }: TransitionData,
  { today, settings }: DecisionContext,
  by: string,
  reviewedBy: string | null,
): BadFit => ({
  on: today,
  by,
  reason: fit?.reason ?? '',
  note: fit?.reasonText ?? null,
  products: fit?.products ?? [],
  reviewedBy,
  reviewOn: addMonths(today, settings.badFitReviewMonths),
  rejudgement: null,
});

export const onFileOf = ({ onFile }: TransitionData, { today }: DecisionContext, from: Status): OnFile => ({
  on: today,
  reason: onFile?.reason ?? '',
  reasonText: onFile?.reasonText ?? null,
  successorId: onFile?.successorId ?? null,
  from,
});

/** The first check of an account that enters QUARTERLY_CHECK: on the customer's own day, or in its cycle. */
const firstCheck = (
  account: Account,
  { nextCheckDate }: TransitionData,
  context: DecisionContext,
): NextCheck => {
  const base = cadenceBase(account, context.today);
  if (nextCheckDate !== undefined) return { date: nextCheckDate, origin: 'customer', base };
  const { today, settings, calendar } = context;
  const date = checkDateAfter(base, dayOfMonth(base), today, cadenceOf(settings), calendar);
  return { date, origin: 'cadence', base };
};

/** What the account looks like in its new status. */
export const accountInStatus = (
  account: Account,
  to: Status,
  data: TransitionData,
  context: DecisionContext,
  { requester, approver }: Approval,
): Account => {
  const since = context.today;
  const entered = {
    ...account,
    proposal: null,
    products:
      to === 'CURRENT_CLIENT' ? productsOfClient(account, context) : productsAfterUse(account, context),
  };
  switch (to) {
    case 'COLD':
      return { ...entered, standing: coldStanding({ since }) };
    case 'CURRENT_CLIENT':
      return {
        ...entered,
        standing: currentClientStanding({ since }),
      };
    case 'WORKING':
      return {
        ...entered,
        ownerId: data.ownerId ?? ownerOnReturn(account, context),
        standing: workingStanding({ since }),
      };
    case 'ACTIVE_OPPORTUNITY':
      return {
        ...entered,
        ownerId: data.ownerId ?? openOpportunities(account).slice(-1)[0]?.fsOwnerId ?? account.ownerId,
        standing: activeOpportunityStanding({ since }),
      };
    case 'QUARTERLY_CHECK': {
      const nextCheck = firstCheck(account, data, context);
      const { awaitedCondition = null } = data;
      return { ...entered, standing: quarterlyCheckStanding({ since, nextCheck, awaitedCondition }) };
    }
    case 'DEAD_OPPORTUNITY':
      return {
        ...entered,
        lostCount: account.lostCount + 1,
        standing: deadOpportunityStanding({ since, lost: lossOf(data, context) }),
      };
    case 'BAD_FIT': {
      const badFit = badFitOf(data, context, requester.id, approver?.id ?? null);
      // Kept until the review, so that a rejection can return the account to what it was.
      const before =
        approver === null ? { onFile: filing(account.standing), merged: mergeOf(account.standing) } : {};
      return { ...entered, standing: badFitStanding({ since, badFit, ...before }) };
    }
    case 'ON_FILE':
      return {
        ...entered,
        opportunities: carriesOpportunities(data)
          ? opportunitiesHandedOn(account, context)
          : account.opportunities,
        products:
          data.onFile?.products === 'successor' ? productsMovedOn(entered, context) : entered.products,
        standing: onFileStanding({ since, onFile: onFileOf(data, context, account.standing.status) }),
      };
    default:
      return to satisfies never;
  }
};

/** Where nothing is in use yet, products that were agreed before come into use with the move. */
const productsOfClient = (account: Account, { today }: DecisionContext): Account['products'] =>
  lastingProducts(account, today).length > 0
    ? account.products
    : {
        ...account.products,
        ...Object.fromEntries(
          agreedProducts(account, today).map((use): [string, ProductUse] => [
            use.id,
            { ...use, state: 'live' },
          ]),
        ),
      };

/** A product whose end has come is noted as ended. Only a client's last one stays as it is, until somebody has decided the next status. */
const productsAfterUse = (account: Account, { today }: DecisionContext): Account['products'] => ({
  ...account.products,
  ...Object.fromEntries(
    sortedById(account.products)
      .filter((use) => isOver(use, today))
      .map((use): [string, ProductUse] => [use.id, { ...use, state: 'ended' }]),
  ),
});

/** An account that field sales returns goes back to its inside sales rep, who has not left. */
const ownerOnReturn = (account: Account, context: DecisionContext): string | null =>
  account.standing.status === 'ACTIVE_OPPORTUNITY'
    ? (activeMember(context, account.isOwnerId)?.id ?? account.ownerId)
    : account.ownerId;

const opportunitiesHandedOn = (account: Account, context: DecisionContext): Account['opportunities'] => ({
  ...account.opportunities,
  ...Object.fromEntries(
    openOpportunities(account).map((open) => [
      open.id,
      { ...open, state: 'returned', closedOn: context.today },
    ]),
  ),
});

const productsMovedOn = (
  account: Pick<Account, 'products'>,
  { today, settings }: DecisionContext,
): Account['products'] => ({
  ...account.products,
  ...Object.fromEntries(
    productsInUse(account, today).map((use) => [
      use.id,
      { ...use, state: 'ended', endsOn: today, churnReason: MOVED_TO_SUCCESSOR[settings.language] },
    ]),
  ),
});

/** Putting on file that takes products or opportunities along needs the successor's half: the command `receive`. */
export const carriesToSuccessor = (data: TransitionData): boolean =>
  data.onFile?.products === 'successor' || carriesOpportunities(data);

/**
 * What the status asks for and the move does not, so that it may still be missing: an owner, and a meeting (a client who was
 * never met, rule 13). It is owed then, as after an import.
 */
export const withEntryDebts = (account: Account): Account => {
  const { standing } = account;
  const debts = debtsOf(account);
  const missing = (['OWNER', 'MET'] as const).filter(
    (code) =>
      ENTRY_GUARDS[standing.status].includes(code) &&
      !debts.includes(code) &&
      (code === 'OWNER' ? account.ownerId === null : meetingsOf(account).length === 0),
  );
  return missing.length === 0
    ? account
    : { ...account, standing: withDebts(standing, [...missing, ...debts]) };
};

/** Without asking a guard: for moves whose guards were asked, or whose missing data becomes a debt. */
export const enterStatus = (
  draft: Draft,
  to: Status,
  data: TransitionData,
  context: DecisionContext,
  approval: Approval,
): Draft => {
  const { account } = draft;
  const reason = data.reason ?? data.lost?.reasonText ?? null;
  const movedTo = to === 'ON_FILE' && carriesToSuccessor(data) ? data.onFile?.successorId : undefined;
  const details = {
    reason,
    data: {
      ...(data.coordinatedWith === undefined ? {} : { coordinatedWith: data.coordinatedWith }),
      ...(movedTo === undefined ? {} : { movedTo }),
    },
  };
  if (account.standing.status === 'COLD' && to === 'ACTIVE_OPPORTUNITY') {
    const passage = append(
      draft,
      'statusChanged',
      accountInStatus(account, 'WORKING', {}, context, approval),
      {
        reason,
      },
    );
    return append(
      passage,
      'statusChanged',
      accountInStatus(passage.account, to, data, context, approval),
      details,
    );
  }
  const after = withEntryDebts(accountInStatus(account, to, data, context, approval));
  const pending = to === 'BAD_FIT' && approval.approver === null;
  return append(
    draft,
    'statusChanged',
    pending ? { ...after, proposal: pendingReview(account, data, context) } : after,
    details,
  );
};

/** A bad fit that no manager approved before (from COLD, WORKING or ON_FILE) is in effect at once and waits for its review (rule 10). */
export const pendingReview = (
  account: Account,
  data: TransitionData,
  context: DecisionContext,
): NonNullable<Account['proposal']> => ({
  id: nextPartId('r', account),
  by: context.actor.id,
  on: context.today,
  // An account that was imported as a bad fit had no other status before.
  from: account.standing.status === 'BAD_FIT' ? 'COLD' : account.standing.status,
  to: 'BAD_FIT',
  data,
  note: null,
  inEffect: true,
});
