import {
  type Account,
  blankAccount,
  type DetailsInput,
  isRegistered,
  lastContact,
  partById,
  productsInUse,
  sortedById,
} from '../account/account';
import { isSameValue } from '../account/account-change';
import { addActivity } from '../account/activities';
import type { ActivityInput, ProductInput } from '../account/command-inputs';
import { cadenceBase, type DecisionContext } from '../account/decision-context';
import { append, applyInOrder, type Draft, type Mutation } from '../account/draft';
import { badFitOf, enterStatus, pendingReview } from '../account/enter-status';
import { findMissingData, withEvidenceOwed } from '../account/missing-data';
import { assignOwner } from '../account/owner';
import { upsertProduct } from '../account/products';
import { isRefusal, refuse } from '../account/refusals';
import {
  type BadFit,
  type NextCheck,
  type OnFile,
  type QuarterlyCheck,
  quarterlyCheckStanding,
  runningCheck,
  standingOf,
  successorIdOf,
  withDebts,
} from '../account/standing';
import { cadenceOf } from '../account/team';
import { nextCheckDate as firstCheck } from '../calendar/cadence';
import { type CalendarDate, dayOfMonth } from '../calendar/calendar-date';
import { validCorporateNumber } from '../company/corporate-number';
import type { Status } from '../status/statuses';
import { keysOf } from '../status/table-keys';
import { defineSystemCommand } from './command';
import { normaliseDetails, withFormerName } from './details';
import { revisionOf } from './import-revision';
import { applyListedStatus } from './import-status';
import type { RuleRefusal } from './rule-refusal';

export interface ImportRow {
  /** Name of the list that it stands in. */
  list: string;
  /** The list's own ID of the company. */
  listId?: string;
  details: DetailsInput & { name: string };
  /** Absent where the list says nothing: a new company is COLD. */
  status?: Status;
  statusSince?: CalendarDate;
  ownerId?: string;
  met?: boolean;
  lastContact?: CalendarDate;
  nextCheckDate?: CalendarDate;
  products?: readonly ProductInput[];
  /** The list has come again: what it says of name and corporate number has changed there, and changes here. */
  revises?: boolean;
  /** An account of the register that has another status moves to the list's, as the rules allow. */
  appliesStatus?: boolean;
}

/** Statuses whose meaning says that the company was met, date known or not. */
const MET_BY_MEANING: readonly string[] = ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'];

/**
 * A new company carries any status, with debts for what its guards would ask for. One that is here already keeps everything
 * it has: only empty details, the list's own ID and products in use are filled in, so that a second import of the same file
 * changes nothing. A list that comes again (`revises`) also brings new names and corrected numbers.
 */
export const importRow = defineSystemCommand<'import', { row: ImportRow }>({
  type: 'import',
  givenBy: 'system',
  creates: true,
  reads: () => [],
  needs: ({ row }) => ({ corporateNumber: validCorporateNumber(row.details.corporateNumber) }),
  decide: (draft, { row }, context) => {
    const details = normaliseDetails(row.details);
    if (isRefusal(details)) return details;
    return isRegistered(draft.account)
      ? importKnownAccount(draft, row, details, context)
      : importNewAccount(draft, row, details, context);
  },
});

const importNewAccount = (
  draft: Draft,
  row: ImportRow,
  details: DetailsInput,
  context: DecisionContext,
): Draft | RuleRefusal => {
  const { version, activities, everMet, id } = draft.account;
  const status = row.status ?? 'COLD';
  const met = row.met === true || MET_BY_MEANING.includes(status);
  if (status === 'COLD' && (met || everMet)) return refuse('IMPORT_MET_COLD');
  if (row.statusSince !== undefined && row.statusSince > context.today)
    return refuse('DATE_IN_FUTURE', { facts: { statusSince: row.statusSince } });
  const account: Account = {
    // An account that was withdrawn starts anew; whom we have met stays met.
    ...blankAccount(id),
    ...{ version, activities },
    ...details,
    sources: { [row.list]: row.listId ?? '' },
    everMet: everMet || met,
    standing: standingOf(status, {
      since: row.statusSince ?? context.today,
      onFile: status === 'ON_FILE' ? onFileWithoutReason(row, context) : null,
      badFit: status === 'BAD_FIT' ? badFitWithoutReason(row, context) : null,
    }),
  };
  const imported = applyInOrder(append(draft, 'imported', account), [
    row.ownerId === undefined ? null : assignOwner(row.ownerId, context),
    row.lastContact === undefined ? null : addActivity(listedContact(row, row.lastContact), context),
    ...(row.products ?? []).map((product) => upsertProduct(product, context)),
  ]);
  if (isRefusal(imported)) return imported;
  const listed = withCheckAndMissingData(imported.account, row, context);
  return append(imported, 'imported', withReview(listed, context));
};

const listedContact = ({ met }: ImportRow, date: CalendarDate): ActivityInput => ({
  kind: met === true ? 'meeting' : 'call',
  date,
  twoWay: true,
  with: '',
});

const onFileWithoutReason = (row: ImportRow, context: DecisionContext): OnFile => ({
  on: row.statusSince ?? context.today,
  reason: '',
  reasonText: null,
  successorId: null,
  from: 'COLD',
});

/** What the list does not say is owed; `by` is whoever imports it. */
const badFitWithoutReason = (row: ImportRow, context: DecisionContext): BadFit => ({
  ...badFitOf({}, context, context.actor.id, null),
  on: row.statusSince ?? context.today,
});

/** A list's bad fit is reviewed by somebody else, as every other (rule 10). */
const withReview = (account: Account, context: DecisionContext): Account =>
  account.standing.status === 'BAD_FIT'
    ? { ...account, proposal: pendingReview(account, {}, context) }
    : account;

const withCheckAndMissingData = (account: Account, row: ImportRow, context: DecisionContext): Account => {
  const running = runningCheck(account.standing);
  const due =
    running === null ? account : { ...account, standing: withImportedCheck(running, account, row, context) };
  return { ...due, standing: withDebts(due.standing, findMissingData(due, context)) };
};

/** Overdue where the list's dates say so, and missed as often as its cycles have passed: nothing moves a date that is over. */
const withImportedCheck = (
  running: QuarterlyCheck,
  account: Account,
  { nextCheckDate }: ImportRow,
  { settings, calendar }: DecisionContext,
): QuarterlyCheck => {
  const base = cadenceBase(account, account.standing.since);
  const nextCheck: NextCheck =
    nextCheckDate === undefined
      ? { date: firstCheck(base, dayOfMonth(base), cadenceOf(settings), calendar), origin: 'cadence', base }
      : { date: nextCheckDate, origin: 'customer', base };
  return quarterlyCheckStanding({ ...running, nextCheck });
};

const importKnownAccount = (
  draft: Draft,
  row: ImportRow,
  details: DetailsInput,
  context: DecisionContext,
): Draft | RuleRefusal => {
  const { account } = draft;
  const { name, corporateNumber } = revisionOf(account, { ...row, details: { ...row.details, ...details } });
  const differs = details.corporateNumber != null && details.corporateNumber !== account.corporateNumber;
  if (differs && account.corporateNumber !== null && corporateNumber === null)
    return refuse('IMPORT_NUMBER_DIFFERS', {
      facts: { accountId: account.id, corporateNumber: account.corporateNumber },
    });
  const sources = {
    ...account.sources,
    [row.list]: row.listId ?? partById(account.sources, row.list) ?? '',
  };
  const filled = append(draft, 'detailsEdited', {
    ...account,
    ...emptyDetailsFilled(account, details),
    ...(corporateNumber === null ? {} : { corporateNumber }),
    ...(name === null ? {} : { name, formerNames: withFormerName(account, context) }),
    sources,
  });
  // What a company uses that is no client yet makes it one; a product of interest does not.
  const used =
    row.status === 'CURRENT_CLIENT' ? addProductsInUse(filled, row.products ?? [], context) : filled;
  if (isRefusal(used) || row.appliesStatus !== true || row.status === undefined) return used;
  return used.account.standing.status === row.status
    ? used
    : withListedStatus(used, row, row.status, context);
};

/** With the contact and the next check that the list has, as for a new company. */
const withListedStatus = (
  draft: Draft,
  row: ImportRow,
  status: Status,
  context: DecisionContext,
): Draft | RuleRefusal => {
  const contacted =
    row.lastContact === undefined || row.lastContact <= (lastContact(draft.account)?.date ?? '')
      ? draft
      : addActivity(listedContact(row, row.lastContact), context)(draft);
  if (isRefusal(contacted)) return contacted;
  const owned =
    row.ownerId === undefined || contacted.account.ownerId !== null
      ? contacted
      : assignOwner(row.ownerId, context)(contacted);
  if (isRefusal(owned)) return owned;
  const moved = applyListedStatus(owned, status, row.list, context);
  if (isRefusal(moved)) return moved;
  const listed = withCheckAndMissingData(moved.account, row, context);
  return append(moved, 'statusChanged', listed);
};

const emptyDetailsFilled = (account: Account, details: DetailsInput): DetailsInput =>
  Object.fromEntries(
    keysOf(details)
      .filter((key) => account[key] === null || account[key] === '' || isSameValue(account[key], []))
      .map((key) => [key, details[key] ?? account[key]]),
  );

/** Adds what the list says is in use, each product once for each list, and makes the company a client. */
const addProductsInUse = (
  draft: Draft,
  products: readonly ProductInput[],
  context: DecisionContext,
): Draft | RuleRefusal => {
  const withProducts = applyInOrder(
    draft,
    products.map((product) => addProductInUse(product, context)),
  );
  if (isRefusal(withProducts)) return withProducts;
  const { account } = withProducts;
  const sources = new Set(products.map(({ source }) => source));
  const uses = productsInUse(account, context.today).some(({ source }) => sources.has(source));
  if (account.standing.status === 'CURRENT_CLIENT')
    return append(withProducts, 'detailsEdited', withEvidenceOwed(account, context));
  if (!uses) return withProducts;
  if (account.standing.status === 'BAD_FIT' || account.standing.status === 'ON_FILE')
    return refuse('IMPORT_CLIENT_SHUT', {
      facts: { accountId: account.id, successorId: successorIdOf(account) },
    });
  const client = enterStatus(withProducts, 'CURRENT_CLIENT', {}, context, {
    requester: context.actor,
    approver: null,
  });
  return append(client, 'statusChanged', {
    ...client.account,
    standing: withDebts(client.account.standing, findMissingData(client.account, context)),
  });
};

/** One that has ended since stays ended. */
const addProductInUse =
  (product: ProductInput, context: DecisionContext): Mutation =>
  (draft) => {
    const known = sortedById(draft.account.products).find(
      (use) => use.source === product.source && use.product === product.product,
    );
    if (known === undefined) return upsertProduct(product, context)(draft);
    return upsertProduct(
      {
        ...known,
        since: known.since ?? product.since ?? null,
        reference: known.reference ?? product.reference ?? null,
      },
      context,
    )(draft);
  };
