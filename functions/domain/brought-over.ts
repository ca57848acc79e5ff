/** What a merge brings from the account that goes to the one that stays. */
import { type Account, type Activity, lastContact, listed, meetings } from './account';
import { BANT_KEYS } from './code-lists';
import type { MergeReason } from './commands';
import { MOST_PARTS } from './steps';

/** IDs of what an account brings say where it came from. */
export const broughtId = (id: string, fromId: string): string => `${id}@${fromId}`;

export const isBrought = (id: string, fromId: string): boolean => id.endsWith(`@${fromId}`);

/** What the account that stays has under the same ID already stays as it is: an earlier merge was cut. */
const joined = <T extends { id: string }>(
  own: Readonly<Record<string, T>>,
  brought: readonly T[],
): Record<string, T> => ({ ...Object.fromEntries(brought.map((part) => [part.id, part])), ...own });

/** Those that rules and clocks read: every meeting, and the last two-way contact. */
const telling = (account: Account): Activity[] => {
  const last = lastContact(account);
  return [...new Set([...meetings(account), ...(last === null ? [] : [last])])];
};

/** Details of the same company: another company has its own. */
const DETAILS = ['kana', 'englishName', 'securitiesCode', 'address', 'phone', 'industry'] as const;

const MOST_DOMAINS = 20;

/** Null where the account that stays would have more of a kind than one account holds. */
export const withBrought = (into: Account, from: Account, reason: MergeReason): Account | null => {
  const as = (id: string): string => broughtId(id, from.id);
  const asOrNull = (id: string | null): string | null => (id === null ? null : as(id));
  const source = (known: string | null): string =>
    known === null
      ? `account:${from.id}`
      : known.replace(/^(opportunity:)(.+)$/, (_, kind, id) => kind + as(id));
  const contacts = joined(
    into.contacts,
    listed(from.contacts).map((one) => ({ ...one, id: as(one.id) })),
  );
  const opportunities = joined(
    into.opportunities,
    listed(from.opportunities).map((one) => ({ ...one, id: as(one.id), follows: asOrNull(one.follows) })),
  );
  const products = joined(
    into.products,
    listed(from.products).map((one) => ({ ...one, id: as(one.id), source: source(one.source) })),
  );
  if ([contacts, opportunities, products].some((parts) => Object.keys(parts).length > MOST_PARTS))
    return null;
  const activities = joined(
    into.activities,
    telling(from).map((one) => ({ ...one, id: as(one.id), contactId: asOrNull(one.contactId) })),
  );
  const known = new Set(into.formerNames.map(({ name }) => name));
  return {
    ...into,
    contacts,
    opportunities,
    products,
    activities,
    everMet: into.everMet || from.everMet,
    bant: { ...into.bant, ...Object.fromEntries(answersOf(into, from).map((key) => [key, from.bant[key]])) },
    latentNeed: into.latentNeed ?? from.latentNeed,
    awaitedContactId: into.awaitedContactId ?? asOrNull(from.awaitedContactId),
    ownerId: into.ownerId ?? from.ownerId,
    isOwnerId: into.isOwnerId ?? from.isOwnerId,
    lostCount: into.lostCount + from.lostCount,
    domains: [...new Set([...into.domains, ...from.domains])].slice(
      0,
      Math.max(MOST_DOMAINS, into.domains.length),
    ),
    formerNames: [...into.formerNames, ...from.formerNames.filter(({ name }) => !known.has(name))],
    sources: { ...from.sources, ...into.sources },
    ...Object.fromEntries(detailsOf(into, from, reason).map((key) => [key, from[key]])),
  };
};

/** Of a duplicate that has the number which the other one lacks. */
export const bringsNumber = (into: Account, from: Account, reason: MergeReason): boolean =>
  reason === 'DUPLICATE' && into.corporateNumber === null && from.corporateNumber !== null;

const answersOf = (into: Account, from: Account) =>
  BANT_KEYS.filter((key) => into.bant[key].value === 'unknown' && from.bant[key].value !== 'unknown');

const detailsOf = (into: Account, from: Account, reason: MergeReason) => [
  ...DETAILS.filter((key) => reason === 'DUPLICATE' && into[key] === null && from[key] !== null),
  ...(bringsNumber(into, from, reason) ? (['corporateNumber'] as const) : []),
];

/** In short, for a person to look at before. */
export interface Brings {
  contacts: readonly { id: string; name: string }[];
  opportunities: readonly { id: string; product: string; state: string }[];
  products: readonly { id: string; product: string; state: string }[];
  activities: readonly { id: string; kind: string; date: string; with: string }[];
  domains: readonly string[];
  formerNames: readonly string[];
  /** Names of lists. */
  sources: readonly string[];
  /** Fields that the account that stays has nothing in: BANT keys and details. */
  fills: readonly string[];
}

export const bringsOf = (into: Account, merged: Account, from: Account, reason: MergeReason): Brings => {
  const news = <T extends { id: string }>(
    before: Readonly<Record<string, T>>,
    after: Readonly<Record<string, T>>,
  ): T[] => listed(after).filter(({ id }) => !(id in before));
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
    domains: merged.domains.filter((domain) => !into.domains.includes(domain)),
    formerNames: merged.formerNames.slice(into.formerNames.length).map(({ name }) => name),
    sources: Object.keys(merged.sources).filter((list) => !(list in into.sources)),
    fills: [
      ...answersOf(into, from).map((key) => `bant.${key}`),
      ...(['latentNeed', 'ownerId', 'isOwnerId'] as const).filter(
        (key) => into[key] === null && from[key] !== null,
      ),
      ...detailsOf(into, from, reason),
    ],
  };
};
