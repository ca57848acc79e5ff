/** A row of a company list: a new account in any status, or what it adds to and changes on one that is here. */
import {
  type Account,
  blankAccount,
  isRegistered,
  type OnFile,
  partById,
  productsInUse,
  sortedById,
} from '../account/account';
import {
  applyInOrder,
  computeNextCheck,
  isRefusal,
  logActivity,
  type Mutation,
  saveProduct,
  setOwner,
} from '../account/account-mutations';
import type { DetailsInput, ImportRow } from '../account/command';
import type { ProductInput } from '../account/command-inputs';
import type { DecisionContext } from '../account/decision-context';
import { append, type Draft, isSameValue } from '../account/history';
import { findMissingData } from '../account/missing-data';
import { type Refusal, refuse } from '../account/refusals';
import { foldCompanyName } from '../company/name/company-name';
import { enterStatus } from './change-status';
import { normaliseDetails, withFormerName } from './register-account';

/** Statuses whose meaning says that the company was met, date known or not. */
const MET_BY_MEANING: readonly string[] = ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'];

/**
 * A new company carries any status, with debts for what its guards would ask for. One that is here already keeps everything
 * it has: only empty details, the list's own ID and products in use are filled in, so that a second import of the same file
 * changes nothing. A list that comes again (`revises`) also brings new names and corrected numbers.
 */
export const importRow = (story: Draft, row: ImportRow, context: DecisionContext): Draft | Refusal => {
  const details = normaliseDetails(row.details);
  if (isRefusal(details)) return details;
  return isRegistered(story.account)
    ? importKnownAccount(story, row, details, context)
    : importNewAccount(story, row, details, context);
};

const importNewAccount = (
  story: Draft,
  row: ImportRow,
  details: DetailsInput,
  context: DecisionContext,
): Draft | Refusal => {
  const { version, activities, everMet, id } = story.account;
  const status = row.status ?? 'COLD';
  const met = row.met === true || MET_BY_MEANING.includes(status);
  if (status === 'COLD' && (met || everMet)) return refuse('IMPORT_MET_COLD');
  if ((row.statusSince ?? '') > context.today)
    return refuse('DATE_IN_FUTURE', { facts: { statusSince: row.statusSince } });
  const account: Account = {
    // An account that was withdrawn starts anew; whom we have met stays met.
    ...blankAccount(id),
    ...{ version, activities },
    ...details,
    sources: { [row.list]: row.listId ?? '' },
    status,
    statusSince: row.statusSince ?? context.today,
    everMet: everMet || met,
    onFile: status === 'ON_FILE' ? onFileWithoutReason(row, context) : null,
  };
  const imported = applyInOrder(append(story, 'imported', account), [
    row.ownerId === undefined ? null : setOwner(row.ownerId, context),
    row.lastContact === undefined
      ? null
      : logActivity(
          { kind: row.met === true ? 'meeting' : 'call', date: row.lastContact, twoWay: true, with: '' },
          context,
        ),
    ...(row.products ?? []).map((product) => saveProduct(product, context)),
  ]);
  if (isRefusal(imported)) return imported;
  return append(imported, 'imported', withCheckAndMissingData(imported.account, row, context));
};

const onFileWithoutReason = (row: ImportRow, context: DecisionContext): OnFile => ({
  on: row.statusSince ?? context.today,
  reason: '',
  reasonText: null,
  successorId: null,
  from: 'COLD',
});

const withCheckAndMissingData = (account: Account, row: ImportRow, context: DecisionContext): Account => {
  const computed = account.status === 'QUARTERLY_CHECK' ? computeNextCheck(account, context) : null;
  const nextCheck =
    computed === null || row.nextCheckDate === undefined
      ? computed
      : { ...computed, date: row.nextCheckDate, origin: 'customer' as const };
  const due = { ...account, nextCheck };
  return { ...due, debts: findMissingData(due, context) };
};

const importKnownAccount = (
  story: Draft,
  row: ImportRow,
  details: DetailsInput,
  context: DecisionContext,
): Draft | Refusal => {
  const { account } = story;
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
  const filled = append(story, 'detailsEdited', {
    ...account,
    ...emptyDetailsFilled(account, details),
    ...(corporateNumber === null ? {} : { corporateNumber }),
    ...(name === null ? {} : { name, formerNames: withFormerName(account, context) }),
    sources,
  });
  // What a company uses that is no client yet makes it one; a product of interest does not.
  return row.status === 'CURRENT_CLIENT' ? addProductsInUse(filled, row.products ?? [], context) : filled;
};

const emptyDetailsFilled = (account: Account, details: DetailsInput): DetailsInput =>
  Object.fromEntries(
    (Object.keys(details) as (keyof DetailsInput)[])
      .filter((key) => account[key] === null || account[key] === '' || isSameValue(account[key], []))
      .map((key) => [key, details[key] ?? account[key]]),
  );

export interface Revision {
  /** The new name; null where it stays. */
  name: string | null;
  /** The right number in place of a wrong one; null where it stays. */
  corporateNumber: string | null;
  /** The list has a name that the company gave up: somebody knew better, and it stays given up. */
  isFormerName: boolean;
}

/**
 * What a list that comes again changes on an account that it has listed before. A name that is only written otherwise is no
 * new one; a number is corrected where the list's own ID says that it is the same company.
 */
export const revisionOf = (account: Account, { list, listId, details, revises }: ImportRow): Revision => {
  const ownId = partById(account.sources, list);
  if (revises !== true || ownId === undefined)
    return { name: null, corporateNumber: null, isFormerName: false };
  const given = details.corporateNumber ?? null;
  const isOther = given !== null && account.corporateNumber !== null && given !== account.corporateNumber;
  const isOldName = account.formerNames.some(({ name }) => isSameName(name, details.name));
  const isNewName = !isSameName(account.name, details.name);
  return {
    name: isNewName && !isOldName ? details.name : null,
    corporateNumber: isOther && listId !== undefined && listId === ownId ? given : null,
    isFormerName: isNewName && isOldName,
  };
};

/** Another legal form is another name; another width, case, dash or shape of a kanji is not. */
const isSameName = (a: string, b: string): boolean => {
  if (a === b) return true;
  const [one, other] = [foldCompanyName(a), foldCompanyName(b)];
  const forms = ({ legalForms }: typeof one): string => legalForms.map(({ form }) => form).join();
  return one.weakKey === other.weakKey && forms(one) === forms(other);
};

/** Adds what the list says is in use, each product once for each list, and makes the company a client. */
const addProductsInUse = (
  story: Draft,
  products: readonly ProductInput[],
  context: DecisionContext,
): Draft | Refusal => {
  const told = applyInOrder(
    story,
    products.map((product) => addProductInUse(product, context)),
  );
  if (isRefusal(told)) return told;
  const { account } = told;
  const sources = new Set(products.map(({ source }) => source));
  const uses = productsInUse(account, context.today).some(({ source }) => sources.has(source));
  if (!uses || account.status === 'CURRENT_CLIENT') return told;
  if (account.status === 'BAD_FIT' || account.status === 'ON_FILE')
    return refuse('IMPORT_CLIENT_SHUT', {
      facts: { accountId: account.id, successorId: account.onFile?.successorId ?? null },
    });
  const client = enterStatus(told, 'CURRENT_CLIENT', {}, context, {
    requester: context.actor,
    approver: null,
  });
  return append(client, 'statusChanged', {
    ...client.account,
    debts: findMissingData(client.account, context),
  });
};

/** One that has ended since stays ended. */
const addProductInUse =
  (product: ProductInput, context: DecisionContext): Mutation =>
  (story) => {
    const known = sortedById(story.account.products).find(
      (use) => use.source === product.source && use.product === product.product,
    );
    if (known === undefined) return saveProduct(product, context)(story);
    return saveProduct(
      {
        ...known,
        since: known.since ?? product.since ?? null,
        reference: known.reference ?? product.reference ?? null,
      },
      context,
    )(story);
  };
