/** What a merge brings from the account that goes to the one that stays. */
import {
  type Account,
  type Activity,
  lastContact,
  meetingsOf,
  partById,
  sortedById,
} from '../account/account';
import { MAX_CONTACTS, MAX_PARTS } from '../account/draft';
import { BANT_KEYS, type MergeReason } from '../status/code-lists';
import type { MergedData } from './merge-terms';

/** The ID that a part gets on the account that stays: it says which account it came from. */
export const mergedPartId = (id: string, fromId: string): string => `${id}@${fromId}`;

export const isMergedPart = (id: string, fromId: string): boolean => id.endsWith(`@${fromId}`);

/** Adds the parts of the other account. A part that is there under the same ID, from an earlier merge whose link was cut, stays as it is. */
const joinParts = <T extends { id: string }>(
  own: Readonly<Record<string, T>>,
  brought: readonly T[],
): Record<string, T> => ({ ...Object.fromEntries(brought.map((part) => [part.id, part])), ...own });

/** The activities that rules and the quarterly clock read: every meeting, and the last two-way contact. */
const activitiesToKeep = (account: Account): Activity[] => {
  const last = lastContact(account);
  return [...new Set([...meetingsOf(account), ...(last === null ? [] : [last])])];
};

/** Details that are filled in from a duplicate. An acquired company is another one, and keeps its own. */
const DUPLICATE_DETAILS = ['kana', 'englishName', 'securitiesCode', 'address', 'phone', 'industry'] as const;

const MAX_LISTED = 20;

/** Null where the account that stays would have more of a kind than one account holds. */
export const withMergedData = (into: Account, from: Account, reason: MergeReason): Account | null => {
  const as = (id: string): string => mergedPartId(id, from.id);
  const asOrNull = (id: string | null): string | null => (id === null ? null : as(id));
  const source = (known: string | null): string =>
    known === null
      ? `account:${from.id}`
      : known.replace(/^(opportunity:)(.+)$/, (_, kind, id) => kind + as(id));
  const contacts = joinParts(
    into.contacts,
    sortedById(from.contacts).map((one) => ({ ...one, id: as(one.id) })),
  );
  const opportunities = joinParts(
    into.opportunities,
    sortedById(from.opportunities).map((one) => ({ ...one, id: as(one.id), follows: asOrNull(one.follows) })),
  );
  const products = joinParts(
    into.products,
    sortedById(from.products).map((one) => ({ ...one, id: as(one.id), source: source(one.source) })),
  );
  const isFull =
    Object.keys(contacts).length > MAX_CONTACTS ||
    [opportunities, products].some((parts) => Object.keys(parts).length > MAX_PARTS);
  if (isFull) return null;
  const activities = joinParts(
    into.activities,
    activitiesToKeep(from).map((one) => ({ ...one, id: as(one.id), contactId: asOrNull(one.contactId) })),
  );
  const known = new Set(into.formerNames.map(({ name }) => name));
  return {
    ...into,
    contacts,
    opportunities,
    products,
    activities,
    everMet: into.everMet || from.everMet,
    bant: { ...into.bant, ...Object.fromEntries(bantToFill(into, from).map((key) => [key, from.bant[key]])) },
    latentNeed: into.latentNeed ?? from.latentNeed,
    awaitedContactId: into.awaitedContactId ?? asOrNull(from.awaitedContactId),
    ownerId: into.ownerId ?? from.ownerId,
    isOwnerId: into.isOwnerId ?? from.isOwnerId,
    lostCount: into.lostCount + from.lostCount,
    otherNames: joinLists(into.otherNames, from.otherNames),
    domains: joinLists(into.domains, from.domains),
    formerNames: [...into.formerNames, ...from.formerNames.filter(({ name }) => !known.has(name))],
    sources: { ...from.sources, ...into.sources },
    ...Object.fromEntries(detailsToFill(into, from, reason).map((key) => [key, from[key]])),
  };
};

/** Both lists without repetitions, no longer than a command accepts, except where the first is longer already. */
const joinLists = (into: readonly string[], from: readonly string[]): string[] =>
  [...new Set([...into, ...from])].slice(0, Math.max(MAX_LISTED, into.length));

/** Whether a duplicate brings the corporate number that the account which stays lacks. */
export const bringsCorporateNumber = (into: Account, from: Account, reason: MergeReason): boolean =>
  reason === 'DUPLICATE' && into.corporateNumber === null && from.corporateNumber !== null;

const bantToFill = (into: Account, from: Account) =>
  BANT_KEYS.filter((key) => into.bant[key].value === 'unknown' && from.bant[key].value !== 'unknown');

const detailsToFill = (into: Account, from: Account, reason: MergeReason) => [
  ...DUPLICATE_DETAILS.filter((key) => reason === 'DUPLICATE' && into[key] === null && from[key] !== null),
  ...(bringsCorporateNumber(into, from, reason) ? (['corporateNumber'] as const) : []),
];

export const mergedDataOf = (
  into: Account,
  merged: Account,
  from: Account,
  reason: MergeReason,
): MergedData => {
  const news = <T extends { id: string }>(
    before: Readonly<Record<string, T>>,
    after: Readonly<Record<string, T>>,
  ): T[] => sortedById(after).filter(({ id }) => !(id in before));
  return {
    contacts: news(into.contacts, merged.contacts).map(({ id, name }) => ({ id, name })),
    opportunities: news(into.opportunities, merged.opportunities).map(({ id, product, state }) => ({
      id,
      product,
      state,
    })),
    products: news(into.products, merged.products).map(({ id, product, state }) => ({ id, product, state })),
    activities: news(into.activities, merged.activities).map(({ id, kind, date, with: whom }) => ({
      id,
      kind,
      date,
      with: whom,
    })),
    otherNames: merged.otherNames.filter((name) => !into.otherNames.includes(name)),
    domains: merged.domains.filter((domain) => !into.domains.includes(domain)),
    formerNames: merged.formerNames.slice(into.formerNames.length).map(({ name }) => name),
    sources: Object.keys(merged.sources).filter((list) => partById(into.sources, list) === undefined),
    fills: [
      ...bantToFill(into, from).map((key) => `bant.${key}`),
      ...(['latentNeed', 'ownerId', 'isOwnerId'] as const).filter(
        (key) => into[key] === null && from[key] !== null,
      ),
      ...detailsToFill(into, from, reason),
    ],
  };
};
