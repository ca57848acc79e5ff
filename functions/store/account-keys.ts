/** The keys that an account is found by, as they are stored. */
import * as z from 'zod';
import type { Account } from '../domain/account/account';
import { contactKeys } from '../domain/account/contact-keys';
import { duplicateKeys } from '../domain/company/duplicates';
import { matchKeys } from '../domain/company/match-keys';
import { digest } from './firestore';

/** The `likeKeys` of an account, as they are stored; none where they cannot be read. */
export const storedLikeKeys = z.array(z.string()).catch([]);

/** A list or, with the ID, a company's entry in it; a list's name has no tab. */
export const listKey = (list: string, listId?: string): string =>
  listId === undefined ? list : `${list}\t${listId}`;

/** Every account that has no corporate number; a list's name has no tab. */
export const UNNUMBERED_KEY = '\t';

/** The company lists that have the account, its entries in them, and whether only its name tells it. */
const identityKeys = ({ sources, corporateNumber }: Account): string[] => [
  ...Object.entries(sources).flatMap(([list, listId]) =>
    listId === '' ? [listKey(list)] : [listKey(list), listKey(list, listId)],
  ),
  ...(corporateNumber === null ? [UNNUMBERED_KEY] : []),
];

/** Short, and no further copy of what is said of a person. */
export const hashedContactKey = (key: string): string => digest(`contact ${key}`);

/** Also of an account that was taken back: the data of its contacts is held there still. */
const keysOfContacts = ({ contacts }: Account): string[] => [
  ...new Set(Object.values(contacts).flatMap(contactKeys).map(hashedContactKey)),
];

/** What the account is found by; nothing for a withdrawn one, so that no list has it. */
export const searchKeysOf = (account: Account) => ({
  matchKeys: account.withdrawn ? [] : matchKeys(account),
  knownBy: account.withdrawn ? [] : identityKeys(account),
  likeKeys: account.withdrawn ? [] : duplicateKeys(account),
  contactKeys: keysOfContacts(account),
});
