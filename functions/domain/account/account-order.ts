/** What lists of accounts are asked for and sorted by; accounts of equal rank follow their IDs. */

/**
 * `name`: by the reading where one is stored, else by the name, without legal form. `changed`: by the last change. `nextCheck`:
 * accounts without one come last in both directions. `status`: by its number.
 */
export const ACCOUNT_SORTS = ['name', 'changed', 'nextCheck', 'status'] as const;
export const SORT_DIRECTIONS = ['asc', 'desc'] as const;

export interface AccountOrder {
  by: (typeof ACCOUNT_SORTS)[number];
  direction: (typeof SORT_DIRECTIONS)[number];
}

/** In place of a member's ID, none of which is so short: accounts that nobody owns. */
export const OWNED_BY_NOBODY = 'none';
