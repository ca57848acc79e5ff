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

/** A hash, so that the key is short and no further copy of personal data. */
export const hashedContactKey = (key: string): string => digest(`contact ${key}`);

/** Keys of contacts. A withdrawn account has them, too, since it still holds the data of its contacts. */
const keysOfContacts = ({ contacts }: Account): string[] => [
  ...new Set(Object.values(contacts).flatMap(contactKeys).map(hashedContactKey)),
];

/** The keys that an account is found by. A withdrawn one has none, so that no list shows it. */
export const searchKeysOf = (account: Account) => ({
  matchKeys: account.withdrawn ? [] : matchKeys(account),
  knownBy: account.withdrawn ? [] : identityKeys(account),
  likeKeys: account.withdrawn ? [] : duplicateKeys(account),
  contactKeys: keysOfContacts(account),
});
