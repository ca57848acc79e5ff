import {
  type Account,
  blankAccount,
  type DetailsInput,
  isRegistered,
  lastContact,
  partById,
} from '../account/account';
import { isSameValue } from '../account/account-change';
import type { ProductInput } from '../account/command-inputs';
import { cadenceBase, type DecisionContext } from '../account/decision-context';
import { append, applyInOrder, type Draft, type Mutation } from '../account/draft';
import { badFitOf, pendingReview } from '../account/enter-status';
import { findMissingData } from '../account/missing-data';
import { assignInsideSales, assignOwner } from '../account/owner';
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
import { fillListedData, type ListedData, putListedData, withAwaitedContact } from './import-listed-data';
import { addProductsInUse } from './import-products';
import { revisionOf } from './import-revision';
import { applyListedStatus } from './import-status';
import type { RuleRefusal } from './rule-refusal';

export interface ImportRow {
  /** Name of the list that it stands in. */
  list: string;
  /** The list's own ID of the company; of what the register has saved itself the account's. */
  listId?: string;
  details: DetailsInput & { name: string };
  /** Absent where the list says nothing: a new company is COLD. */
  status?: Status;
  statusSince?: CalendarDate;
  ownerId?: string;
  /** Whom of inside sales it goes back to, where the owner is somebody else. */
  insideSalesId?: string;
  met?: boolean;
  lastContact?: CalendarDate;
  nextCheckDate?: CalendarDate;
  products?: readonly ProductInput[];
  data?: ListedData;
  /** The list has come again: what it says of name and corporate number has changed there, and changes here. */
  revises?: boolean;
  /** An account of the register that has another status moves to the list's, as the rules allow. */
  appliesStatus?: boolean;
}

/** Statuses whose meaning says that the company was met, date known or not. */
const MET_BY_MEANING: readonly string[] = ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'];

/**
 * A new company carries any status, with debts for what its guards would ask for. One that is here already keeps everything
 * it has: only empty details, an owner where it has none, the list's own ID and products in use are filled in, so that a second import of the same file
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
  const { data = {} } = row;
  const isMet = row.met === true || (data.meetings ?? []).length > 0;
  const met = isMet || MET_BY_MEANING.includes(status);
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
    ...ownersListed(row, context),
    (put) => putListedData(put, data, context),
    row.lastContact === undefined ? null : addListedContact(row, row.lastContact, context),
    ...(row.products ?? []).map((product) => upsertProduct(product, context)),
  ]);
  if (isRefusal(imported)) return imported;
  const listed = withCheckAndMissingData(imported.account, row, context);
  return append(imported, 'imported', withReview(listed, context));
};

const ownersListed = ({ ownerId, insideSalesId }: ImportRow, context: DecisionContext): Mutation[] => [
  ...(ownerId === undefined ? [] : [assignOwner(ownerId, context)]),
  ...(insideSalesId === undefined ? [] : [assignInsideSales(insideSalesId, context)]),
];

/** The last contact was the meeting where the list says only that the company was met; one that is there already is not doubled. */
const addListedContact =
  ({ met, data }: ImportRow, date: CalendarDate, context: DecisionContext): Mutation =>
  (draft) => {
    const meetings = data?.meetings ?? [];
    if (meetings.includes(date)) return draft;
    const kind = met === true && meetings.length === 0 ? 'meeting' : 'call';
    // An account whose import was undone has its contacts still: the same row again adds none.
    const isThere = Object.values(draft.account.activities).some(
      (one) => one.kind === kind && one.date === date,
    );
    if (isThere) return draft;
    return withAwaitedContact({ kind, date, twoWay: true, with: '' }, context)(draft);
  };

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
  const known = partById(account.sources, row.list);
  // What the register has saved itself is no further source.
  const isOwn = row.listId === account.id;
  const sources = isOwn ? account.sources : { ...account.sources, [row.list]: row.listId ?? known ?? '' };
  const edited = append(draft, 'detailsEdited', {
    ...account,
    ...emptyDetailsFilled(account, details),
    ...(corporateNumber === null ? {} : { corporateNumber }),
    ...(name === null ? {} : { name, formerNames: withFormerName(account, context) }),
    sources,
  });
  const isNewToList = known === undefined && !isOwn;
  const isNobodys = account.ownerId === null && account.standing.status !== 'ON_FILE';
  // Only the first time that the list names it: whoever gave it away since has meant it.
  const owned = isNewToList && isNobodys ? applyInOrder(edited, ownersListed(row, context)) : edited;
  if (isRefusal(owned)) return owned;
  const isSameStatus = row.status === account.standing.status;
  const filled = fillListedData(owned, row.data ?? {}, { isSameStatus, isNewToList }, context);
  if (isRefusal(filled)) return filled;
  // What a company uses that is no client yet makes it one; a product of interest does not.
  const isUser = row.status === 'CURRENT_CLIENT' && !isOwn;
  const used = isUser ? addProductsInUse(filled, row.products ?? [], context) : filled;
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
      : addListedContact(row, row.lastContact, context)(draft);
  if (isRefusal(contacted)) return contacted;
  const owned =
    contacted.account.ownerId === null ? applyInOrder(contacted, ownersListed(row, context)) : contacted;
  if (isRefusal(owned)) return owned;
  const moved = applyListedStatus(owned, status, row.list, context);
  if (isRefusal(moved)) return moved;
  const filled = fillListedData(
    moved,
    { ...row.data, notes: [] },
    { isSameStatus: true, isNewToList: false, isMoved: true },
    context,
  );
  if (isRefusal(filled)) return filled;
  const listed = withCheckAndMissingData(filled.account, row, context);
  return append(filled, 'statusChanged', listed);
};

const emptyDetailsFilled = (account: Account, details: DetailsInput): DetailsInput =>
  Object.fromEntries(
    keysOf(details)
      .filter((key) => account[key] === null || account[key] === '' || isSameValue(account[key], []))
      .map((key) => [key, details[key] ?? account[key]]),
  );
