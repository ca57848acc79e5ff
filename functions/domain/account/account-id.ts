/** What an account is identified by: the name of its document in the store, and the ID column of the register. */

/** Firestore takes no name of the form `__.*__`; a label or a note that a person wrote below a table is no ID. */
export const ACCOUNT_ID_PATTERN = /^(?!__.*__$)[A-Za-z0-9_@-]{1,400}$/;

export const isAccountId = (text: string): boolean => ACCOUNT_ID_PATTERN.test(text);

/** In front of every ID that Hachi makes. */
export const ACCOUNT_ID_PREFIX = 'a_';

/** Whether what a person typed into a search is meant as an ID: a single word may be one, but is rather a company's name. */
export const looksLikeAccountId = (text: string): boolean =>
  text.startsWith(ACCOUNT_ID_PREFIX) && isAccountId(text);
