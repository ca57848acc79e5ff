/** Accounts that have lost their rows: a deleted row is not an account deleted, and many at once are an accident. */

/** So large a share of the rows that vanishes at once is an accident. */
const MAX_VANISHED_SHARE = 0.2;

/** Whose rows were there when the last run ended, and are nowhere now; other rows that came instead do not make up for them. */
export const vanishedAccounts = (shown: ReadonlySet<string>, present: ReadonlySet<string>): string[] =>
  [...shown].filter((id) => !present.has(id));

/** `before` counts the rows that were there. */
export const isAccident = (vanished: number, before: number): boolean =>
  vanished > before * MAX_VANISHED_SHARE;
