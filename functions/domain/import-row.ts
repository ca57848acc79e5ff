/** A row of a company list: a new account in any status, or what it adds to and changes on one that is here. */
import { type Account, blankAccount, exists, listed, type OnFile, partOf, productsInUse } from './account';
import type { DetailsInput, ImportRow, ProductInput } from './commands';
import { foldCompanyName } from './company-name';
import type { Context } from './context';
import { debtsOf } from './debts';
import { normalised, withFormerName } from './details';
import { record, type Story, sameValue } from './history';
import { enter } from './move';
import { type Refusal, refuse } from './refusals';
import { computedCheck, inOrder, isRefusal, logActivity, type Step, saveProduct, setOwner } from './steps';

/** Statuses whose meaning says that the company was met, date known or not. */
const MET_BY_MEANING: readonly string[] = ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'];

/**
 * A new company carries any status, with debts for what its guards would ask for. One that is here already keeps everything
 * it has: only empty details, the list's own ID and products in use are filled in, so that a second import of the same file
 * changes nothing. A list that comes again (`revises`) also brings new names and corrected numbers.
 */
export const importRow = (story: Story, row: ImportRow, context: Context): Story | Refusal => {
  const details = normalised(row.details);
  if (isRefusal(details)) return details;
  return exists(story.account) ? added(story, row, details, context) : made(story, row, details, context);
};

const made = (story: Story, row: ImportRow, details: DetailsInput, context: Context): Story | Refusal => {
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
    onFile: status === 'ON_FILE' ? unexplained(row, context) : null,
  };
  const imported = inOrder(record(story, 'imported', account), [
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
  return record(imported, 'imported', withDues(imported.account, row, context));
};

const unexplained = (row: ImportRow, context: Context): OnFile => ({
  on: row.statusSince ?? context.today,
  reason: '',
  reasonText: null,
  successorId: null,
  from: 'COLD',
});

const withDues = (account: Account, row: ImportRow, context: Context): Account => {
  const computed = account.status === 'QUARTERLY_CHECK' ? computedCheck(account, context) : null;
  const nextCheck =
    computed === null || row.nextCheckDate === undefined
      ? computed
      : { ...computed, date: row.nextCheckDate, origin: 'customer' as const };
  const due = { ...account, nextCheck };
  return { ...due, debts: debtsOf(due, context) };
};

const added = (story: Story, row: ImportRow, details: DetailsInput, context: Context): Story | Refusal => {
  const { account } = story;
  const { name, corporateNumber } = revision(account, { ...row, details: { ...row.details, ...details } });
  const differs = details.corporateNumber != null && details.corporateNumber !== account.corporateNumber;
  if (differs && account.corporateNumber !== null && corporateNumber === null)
    return refuse('IMPORT_NUMBER_DIFFERS', {
      facts: { accountId: account.id, corporateNumber: account.corporateNumber },
    });
  const sources = {
    ...account.sources,
    [row.list]: row.listId ?? partOf(account.sources, row.list) ?? '',
  };
  const filled = record(story, 'detailsEdited', {
    ...account,
    ...filledIn(account, details),
    ...(corporateNumber === null ? {} : { corporateNumber }),
    ...(name === null ? {} : { name, formerNames: withFormerName(account, context) }),
    sources,
  });
  // What a company uses that is no client yet makes it one; a product of interest does not.
  return row.status === 'CURRENT_CLIENT' ? inUse(filled, row.products ?? [], context) : filled;
};

const filledIn = (account: Account, details: DetailsInput): DetailsInput =>
  Object.fromEntries(
    (Object.keys(details) as (keyof DetailsInput)[])
      .filter((key) => account[key] === null || account[key] === '' || sameValue(account[key], []))
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
export const revision = (account: Account, { list, listId, details, revises }: ImportRow): Revision => {
  const ownId = partOf(account.sources, list);
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
const inUse = (story: Story, products: readonly ProductInput[], context: Context): Story | Refusal => {
  const told = inOrder(
    story,
    products.map((product) => inUseOnce(product, context)),
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
  const client = enter(told, 'CURRENT_CLIENT', {}, context, { requester: context.actor, approver: null });
  return record(client, 'statusChanged', {
    ...client.account,
    debts: debtsOf(client.account, context),
  });
};

/** One that has ended since stays ended. */
const inUseOnce =
  (product: ProductInput, context: Context): Step =>
  (story) => {
    const known = listed(story.account.products).find(
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
