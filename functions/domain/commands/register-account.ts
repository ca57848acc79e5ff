/** How an account comes into being and what identifies it: register, details, links. */
import { type Account, openOpportunities, productsInUse } from '../account/account';
import { applyTransitionData, isRefusal } from '../account/account-mutations';
import type { Command, DetailsInput } from '../account/command';
import type { DecisionContext } from '../account/decision-context';
import { guardFailures } from '../account/guards';
import { append, type Draft } from '../account/history';
import { refuseParent } from '../account/parent-company';
import { type Refusal, refuse } from '../account/refusals';
import { parseCorporateNumber } from '../company/corporate-number';
import { type SimilarAccount, similarAccounts } from '../company/duplicates';
import { ENTRY_GUARDS, FIRST_STATUSES } from '../status/transitions';
import { changeStatus, refuseGuardFailures } from './change-status';

/** The details that were given, with the corporate number as thirteen digits. */
export const normaliseDetails = (given: DetailsInput): DetailsInput | Refusal => {
  const details: DetailsInput = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
  if (details.name !== undefined && details.name.trim() === '') return refuse('NAME_NEEDED');
  if (details.corporateNumber == null) return details;
  const parsed = parseCorporateNumber(details.corporateNumber);
  return 'number' in parsed
    ? { ...details, corporateNumber: parsed.number }
    : refuse('CORPORATE_NUMBER_INVALID', {
        facts: { problem: parsed.problem, corporateNumber: details.corporateNumber },
      });
};

export const registerAccount = (
  story: Draft,
  command: Extract<Command, { type: 'register' }>,
  context: DecisionContext,
): Draft | Refusal => {
  const { account } = story;
  const { status, data = {} } = command;
  if (account.version > 0) return refuse('ACCOUNT_EXISTS', { facts: { accountId: account.id } });
  if (!FIRST_STATUSES.includes(status)) return refuse('FIRST_STATUS', { legal: FIRST_STATUSES });
  const details = normaliseDetails(command.details);
  if (isRefusal(details)) return details;
  const misplaced = refuseParent(account.id, details.parentId, context);
  if (misplaced !== null) return misplaced;
  const like = similarAccounts({ ...details, id: account.id }, context);
  const known = refuseDuplicate(like, details, command.notDuplicateOf ?? []);
  if (known !== null) return known;
  const made: Account = {
    ...account,
    ...details,
    notDuplicateOf: distinctMarks(like, command.notDuplicateOf ?? [], context),
    status: 'COLD',
    statusSince: context.today,
  };
  const registered = append(story, 'registered', made);
  // The first status is entered as any other: with its guards.
  if (status !== 'COLD') return changeStatus(registered, status, data, context);
  const prepared = applyTransitionData(registered, data, ENTRY_GUARDS.COLD, context);
  if (isRefusal(prepared)) return prepared;
  const found = guardFailures(ENTRY_GUARDS.COLD, {
    before: made,
    account: prepared.account,
    data,
    context,
    approved: false,
  });
  return found.length === 0 ? prepared : refuseGuardFailures(found, made, data, context);
};

/** The former names once the account has another name from today on. */
export const withFormerName = (account: Account, { today }: DecisionContext): Account['formerNames'] => [
  ...account.formerNames,
  { name: account.name, until: today },
];

/** An equal number is the same company; a likely one must be named as another company. */
const refuseDuplicate = (
  like: ReturnType<typeof similarAccounts>,
  { corporateNumber }: DetailsInput,
  apart: readonly string[],
): Refusal | null => {
  const same = like.find(({ kind }) => kind === 'number');
  if (same !== undefined)
    return refuse('DUPLICATE_CORPORATE_NUMBER', {
      facts: { corporateNumber, accountId: same.id, name: same.name, status: same.status },
    });
  const likely = like.filter(({ kind }) => kind === 'likely');
  if (likely.every(({ id }) => apart.includes(id))) return null;
  const candidates = likely.map(({ kind: _, ...candidate }): SimilarAccount => candidate);
  return refuse('DUPLICATE_LIKELY', { facts: { candidates } });
};

/** Kept for those only that are like it: of the others nothing had to be said. */
const distinctMarks = (
  like: ReturnType<typeof similarAccounts>,
  apart: readonly string[],
  { today, actor }: DecisionContext,
): Account['notDuplicateOf'] =>
  Object.fromEntries(
    like.filter(({ id }) => apart.includes(id)).map(({ id }) => [id, { on: today, by: actor.id }]),
  );

/** An edit of the name keeps the former one, dated. */
export const editDetails = (story: Draft, input: DetailsInput, context: DecisionContext): Draft | Refusal => {
  const details = normaliseDetails(input);
  if (isRefusal(details)) return details;
  const { account } = story;
  const misplaced =
    details.parentId === account.parentId ? null : refuseParent(account.id, details.parentId, context);
  if (misplaced !== null) return misplaced;
  const renamed = details.name !== undefined && details.name !== account.name;
  return append(story, 'detailsEdited', {
    ...account,
    ...details,
    formerNames: renamed ? withFormerName(account, context) : account.formerNames,
  });
};

/** The account stays on file, but nothing stands for it any more; what was brought over stays where it is. */
export const cutLink = (story: Draft, reason: string): Draft | Refusal => {
  const { account } = story;
  if (account.onFile?.successorId == null) return refuse('LINK_NONE');
  return append(
    story,
    'linkCut',
    { ...account, onFile: { ...account.onFile, successorId: null }, merged: null },
    { reason },
  );
};

/**
 * The successor's half of putting an account on file: takes over products in use and open opportunities, and becomes what
 * they make of it. An account that may not hold them (a bad fit, one on file) refuses, and so the whole step.
 */
export const receiveParts = (
  story: Draft,
  { fromId, products, opportunities, data }: Extract<Command, { type: 'receive' }>,
  context: DecisionContext,
): Draft | Refusal => {
  const { account } = story;
  if (account.status === 'BAD_FIT' || account.status === 'ON_FILE')
    return refuse('OPPORTUNITY_REFUSED', { facts: { successorId: account.id, status: account.status } });
  const source = `account:${fromId}`;
  const taken: Account = {
    ...account,
    products: {
      ...account.products,
      ...Object.fromEntries(
        products.map((use) => [`${use.id}@${fromId}`, { ...use, id: `${use.id}@${fromId}`, source }]),
      ),
    },
    opportunities: {
      ...account.opportunities,
      ...Object.fromEntries(
        opportunities.map((open) => [`${open.id}@${fromId}`, { ...open, id: `${open.id}@${fromId}` }]),
      ),
    },
  };
  const received = append(story, 'productSaved', taken, { data: { fromId } });
  if (account.status === 'CURRENT_CLIENT') return received;
  if (productsInUse(taken, context.today).length > 0)
    return changeStatus(received, 'CURRENT_CLIENT', data, context);
  if (openOpportunities(taken).length > 0 && account.status !== 'ACTIVE_OPPORTUNITY')
    return changeStatus(received, 'ACTIVE_OPPORTUNITY', data, context);
  return received;
};
