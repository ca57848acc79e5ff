/** Accounts that have lost their rows: a deleted row is not an account deleted, and many at once are an accident. */

/** Where more than this share of the rows has vanished at once, it is taken for an accident. */
const MAX_VANISHED_SHARE = 0.2;

/** Accounts whose rows were there when the last run ended and are nowhere now. New rows do not make up for lost ones. */
export const vanishedAccounts = (shown: ReadonlySet<string>, present: ReadonlySet<string>): string[] =>
  [...shown].filter((id) => !present.has(id));

/** `before` counts the rows that were there. */
export const isAccident = (vanished: number, before: number): boolean =>
  vanished > before * MAX_VANISHED_SHARE;
